import { addCalendarMonths, addDays, dayStart, shanghaiDay, type Day } from '@inkproof/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptUntil, type Kept } from './kept-until.js';

const open: Kept = { lastReliedAt: null, withdrawnAt: null, expiresAt: null, textEndsAt: null };
const at = (text: string): Date => new Date(text);
/** The last day on which the material is kept. */
const lastDay = (kept: Partial<Kept>): Day => shanghaiDay(new Date(keptUntil({ ...open, ...kept }, 6)!.getTime() - 1));

const moment = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2099-12-31T23:59:59Z'), noInvalidDate: true });
const perhaps = fc.option(moment, { nil: null });

describe('the material of an authorisation', () => {
  it('is kept for as long as it stands without an end, however long ago it was last used', () => {
    expect(keptUntil(open, 6)).toBeNull();
    expect(keptUntil({ ...open, lastReliedAt: at('2020-01-01T00:00:00Z') }, 6)).toBeNull();
  });

  it('is kept six calendar months from the latest of its last use, its withdrawal and its expiry', () => {
    expect(lastDay({ withdrawnAt: at('2026-05-22T02:00:00Z') })).toBe('2026-11-22');
    expect(lastDay({ withdrawnAt: at('2026-05-22T02:00:00Z'), lastReliedAt: at('2026-05-25T02:00:00Z') })).toBe('2026-11-25');
    expect(lastDay({ expiresAt: at('2026-06-30T02:00:00Z'), lastReliedAt: at('2026-05-25T02:00:00Z') })).toBe('2026-12-30');
    expect(lastDay({ expiresAt: at('2026-06-30T02:00:00Z'), withdrawnAt: at('2026-07-02T02:00:00Z') })).toBe('2027-01-02');
  });

  it('is not kept longer for an expiry that a withdrawal came before', () => {
    expect(lastDay({ withdrawnAt: at('2026-05-22T02:00:00Z'), expiresAt: at('2036-05-22T02:00:00Z') })).toBe('2026-11-22');
  });

  it('ends with the text it was given under, if that is first', () => {
    expect(lastDay({ textEndsAt: at('2026-05-22T02:00:00Z'), expiresAt: at('2036-05-22T02:00:00Z') })).toBe('2026-11-22');
  });

  it('is kept longer where the tenant says so', () => {
    expect(keptUntil({ ...open, withdrawnAt: at('2026-05-22T02:00:00Z') }, 18)).toEqual(at('2027-11-22T16:00:00Z'));
  });

  it.each([
    ['2026-08-31T02:00:00Z', '2027-02-28'],
    ['2027-08-31T02:00:00Z', '2028-02-29'],
    ['2028-02-29T02:00:00Z', '2028-08-29'],
    ['2026-03-31T02:00:00Z', '2026-09-30'],
    // 16:00 UTC is the next day in Shanghai, wherever the machine stands.
    ['2026-03-30T15:59:59.999Z', '2026-09-30'],
    ['2026-03-30T16:00:00Z', '2026-09-30'],
    ['2026-02-27T16:00:00Z', '2026-08-28'],
  ])('withdrawn at %s is kept through %s', (withdrawn, last) => {
    expect(lastDay({ withdrawnAt: at(withdrawn) })).toBe(last);
  });

  it('is kept through the corresponding day, or the last of its month, for any moment', () => {
    fc.assert(
      fc.property(moment, (withdrawnAt) => {
        const until = keptUntil({ ...open, withdrawnAt }, 6)!;
        expect(until).toEqual(dayStart(addDays(addCalendarMonths(shanghaiDay(withdrawnAt), 6), 1)));
        const days = (until.getTime() - dayStart(addDays(shanghaiDay(withdrawnAt), 1)).getTime()) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(181);
        expect(days).toBeLessThanOrEqual(184);
      }),
    );
  });

  it('is never kept shorter for having been used later, and never a day shorter than from its end', () => {
    fc.assert(
      fc.property(perhaps, perhaps, perhaps, moment, moment, (withdrawnAt, expiresAt, textEndsAt, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const kept = { withdrawnAt, expiresAt, textEndsAt };
        const never = keptUntil({ ...kept, lastReliedAt: null }, 6);
        const [first, second] = [keptUntil({ ...kept, lastReliedAt: earlier }, 6), keptUntil({ ...kept, lastReliedAt: later }, 6)];
        if (never === null) {
          expect([first, second]).toEqual([null, null]);
          return;
        }
        expect(first!.getTime()).toBeGreaterThanOrEqual(never.getTime());
        expect(second!.getTime()).toBeGreaterThanOrEqual(first!.getTime());
      }),
    );
  });

  it('is the same whatever zone the machine is in', () => {
    const zone = process.env['TZ'];
    try {
      const found = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'].map((name) => {
        process.env['TZ'] = name;
        return ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-08-31T15:59:59.999Z'].map((withdrawn) => lastDay({ withdrawnAt: at(withdrawn) }));
      });
      expect(new Set(found.map(String)).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
