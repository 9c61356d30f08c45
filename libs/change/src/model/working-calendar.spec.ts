import { Refusal } from '@inkproof/contract';
import { addDays, dayStart, daysBetween, shanghaiDay, type Day } from '@inkproof/kernel';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedYears } from './published-years.js';
import { NOTICE_WORKING_DAYS, WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar(publishedYears);
const at = (text: string): Date => new Date(text);

describe('the earliest day, by name', () => {
  it.each<[string, string, Day]>([
    // 01-26 is a Sunday that is worked, and 01-28 to 02-04 is the Spring Festival: 26, 27, then 5, 6, 7 February.
    ['before the Spring Festival of 2025', '2025-01-24T10:00:00+08:00', '2025-02-08'],
    ['before the Spring Festival of 2026', '2026-02-12T10:00:00+08:00', '2026-02-27'],
    ['Monday and no holiday: the Tuesday after next', '2026-11-23T10:00:00+08:00', '2026-12-01'],
    ['Friday and no holiday: the Saturday after next, which need not be worked', '2026-11-27T23:59:59+08:00', '2026-12-05'],
    ['a Saturday does not count, as no day of a notice does', '2026-11-28T10:00:00+08:00', '2026-12-05'],
    ['a holiday does not either', '2026-10-03T10:00:00+08:00', '2026-10-14'],
    ['before National Day and Mid-Autumn of 2025', '2025-09-26T09:00:00+08:00', '2025-10-11'],
    ['it is Saturday in Shanghai while it is still Friday in London', '2026-11-27T17:00:00Z', '2026-12-05'],
  ])('%s', (_, notice, day) => {
    expect(calendar.earliestEffective(at(notice))).toEqual(dayStart(day));
  });
});

describe('nothing is guessed', () => {
  it.each<[string, string, number]>([
    ['a year that is not announced', '2027-03-01T00:00:00+08:00', 2027],
    ['a notice whose five days run into one', '2026-12-24T10:00:00+08:00', 2027],
    ['the end of a year, where New Year of the next may lie', '2026-12-22T10:00:00+08:00', 2027],
    ['a year before those that are held', '2023-06-01T00:00:00+08:00', 2023],
  ])('%s', (_, notice, year) => {
    let refused: unknown;
    try {
      calendar.earliestEffective(at(notice));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'change.calendar_unknown', message: expect.stringContaining(String(year)) });
  });

  it('until the last day whose five days are all known', () => {
    expect(calendar.earliestDay('2026-12-18')).toBe('2026-12-26');
    expect(calendar.earliestDay('2026-12-20')).toBe('2026-12-26');
    expect(() => calendar.earliestDay('2026-12-21')).toThrow(Refusal);
  });
});

describe('the years that ship', () => {
  it.each(publishedYears.map(({ year }) => year))('%i is what chinese-days has, day by day', (year) => {
    const days = daysBetween(`${year}-01-01` as Day, `${year}-12-27` as Day);
    expect(days.filter((day) => calendar.isWorking(day) !== chineseDays.isWorkday(day))).toEqual([]);
  });

  it('make up at weekends only, and never on a holiday', () => {
    for (const { year, makeUpDays, holidays } of publishedYears)
      for (const day of makeUpDays) {
        expect([0, 6]).toContain(at(`${day}T00:00:00Z`).getUTCDay());
        expect(day.startsWith(String(year))).toBe(true);
        expect(holidays.some(({ from, to }) => from <= day && day <= to)).toBe(false);
      }
  });
});

const notice = fc.date({ min: at('2024-01-01T00:00:00+08:00'), max: at('2026-12-18T23:59:59+08:00'), noInvalidDate: true });

describe('whenever notice is given', () => {
  it('exactly five working days lie between the day of the notice and the day of the change, neither counted', () => {
    fc.assert(fc.property(notice, (given) => {
      const [from, to] = [shanghaiDay(given), shanghaiDay(calendar.earliestEffective(given))];
      expect(daysBetween(addDays(from, 1), addDays(to, -1)).filter((day) => calendar.isWorking(day))).toHaveLength(NOTICE_WORKING_DAYS);
      // And not a day later than needed: the day before was the fifth.
      expect(calendar.isWorking(addDays(to, -1))).toBe(true);
    }));
  });

  it('a later notice never makes an earlier change', () => {
    fc.assert(fc.property(notice, notice, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      expect(calendar.earliestEffective(first) <= calendar.earliestEffective(second)).toBe(true);
    }));
  });

  it('the hour makes no difference within a day of Shanghai', () => {
    fc.assert(fc.property(notice, fc.integer({ min: 0, max: 86_399_999 }), (given, ms) => {
      const sameDay = new Date(dayStart(shanghaiDay(given)).getTime() + ms);
      expect(calendar.earliestEffective(sameDay)).toEqual(calendar.earliestEffective(given));
    }));
  });
});
