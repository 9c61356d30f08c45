import { describe, expect, it } from 'vitest';
import { withCaller } from './with-caller';

describe('the addresses a request came through', () => {
  it('end with the one that called us', () => expect(withCaller('203.0.113.7', '10.0.0.2')).toBe('203.0.113.7, 10.0.0.2'));
  it('are only that one where nobody said another', () => expect(withCaller(undefined, '10.0.0.2')).toBe('10.0.0.2'));
  it('cannot be replaced by what a stranger says', () => expect(withCaller(['1.1.1.1', '2.2.2.2'], '10.0.0.2')).toBe('1.1.1.1, 2.2.2.2, 10.0.0.2'));
});
