import { describe, expect, it } from 'vitest';
import { clockOf, dayOf, longDayOf, momentOf, shortMomentOf } from './moments';

describe('a moment as the console writes it', () => {
  it('is in Asia/Shanghai, where the next day begins eight hours earlier', () => expect(momentOf('2026-11-19T16:00:00Z')).toBe('2026-11-20 00:00:00'));
  it('can be a day, a clock, or a short form of both', () => expect([dayOf, clockOf, shortMomentOf].map((form) => form('2026-11-20T06:31:52.408Z'))).toEqual(['2026-11-20', '14:31:52', '11-20 14:31']));
  it('can be a day in full, the day before the month in English too', () => expect(['zh-CN', 'en'].map((locale) => longDayOf('2026-11-19T16:00:00Z', locale))).toEqual(['2026年11月20日星期五', expect.stringMatching(/^Friday,? 20 November 2026$/)]));
});
