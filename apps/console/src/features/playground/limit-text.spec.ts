import { describe, expect, it } from 'vitest';
import { limitText } from './limit-text';

describe('a limit in words', () => {
  it('counts bytes by the megabyte', () => expect(limitText({ name: 'max_bytes', max: 20_000_000 }, 'en')).toBe('20 MB'));
  it('counts pixels as each language does', () => expect(['zh-CN', 'en'].map((locale) => limitText({ name: 'max_pixels', max: 40_000_000 }, locale))).toEqual(['4000万', '40M']));
  it('counts anything else as it is', () => expect(limitText({ name: 'requests_per_second', max: 5000 }, 'en')).toBe('5,000'));
  it('is absent where none was passed', () => expect(limitText(undefined, 'en')).toBeUndefined());
});
