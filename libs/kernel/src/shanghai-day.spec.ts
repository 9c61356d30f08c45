import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayStart, daysBetween, shanghaiDay, shanghaiTime } from './shanghai-day.js';

it('a day begins at 16:00 UTC of the day before', () => {
  expect(shanghaiDay(new Date('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
  expect(shanghaiDay(new Date('2026-11-21T16:00:00.000Z'))).toBe('2026-11-22');
  expect(dayStart('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
});

it('counts over month ends and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  expect(daysBetween('2026-12-30', '2026-12-29')).toEqual([]);
});

it('the time of Shanghai is what its calendar says, to the second', () => {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  fc.assert(fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => shanghaiTime(at) === calendar.format(at)));
});
