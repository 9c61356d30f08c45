import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCalendarMonths, afterCalendarMonths } from './calendar-months.js';
import { addDays, dayStart, daysBetween, shanghaiDay, type Day } from './shanghai-day.js';

const MINUTE_MS = 60_000;
const days = daysBetween('2019-12-01', '2033-01-31');
const someDay = fc.constantFrom(...days);
const someMonths = fc.integer({ min: 1, max: 72 });
const monthOf = (day: Day) => day.slice(0, 7);
const dateOf = (day: Day) => day.slice(8);

/** The same rule found by walking through the calendar one day at a time. */
const byWalking = (start: Day, months: number): Day => {
  let [day, turns] = [start, 0];
  while (turns < months) {
    const next = addDays(day, 1);
    if (monthOf(next) !== monthOf(day)) turns++;
    day = next;
  }
  while (dateOf(day) < dateOf(start) && monthOf(addDays(day, 1)) === monthOf(day)) day = addDays(day, 1);
  return day;
};

it('is the corresponding day, and the last of the month where there is none', () => {
  expect(addCalendarMonths('2026-05-22', 6)).toBe('2026-11-22');
  expect(addCalendarMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addCalendarMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addCalendarMonths('2027-08-29', 6)).toBe('2028-02-29');
  expect(addCalendarMonths('2028-02-29', 6)).toBe('2028-08-29');
  expect(addCalendarMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(addCalendarMonths('2026-12-31', 36)).toBe('2029-12-31');
});

it('agrees with a walk through the calendar for every start and length', () => {
  fc.assert(fc.property(someDay, someMonths, (day, months) => addCalendarMonths(day, months) === byWalking(day, months)));
});

it('never lets an earlier start run out later', () => {
  fc.assert(fc.property(someDay, someDay, someMonths, (one, other, months) => one > other || addCalendarMonths(one, months) <= addCalendarMonths(other, months)));
});

it('makes six months 181 to 184 days, never 180, wherever the year is entered', () => {
  const lengths = new Set(days.map((day) => daysBetween(day, addCalendarMonths(day, 6)).length - 1));
  expect([...lengths].sort()).toEqual([181, 182, 183, 184]);
});

it('leaves out the day of the start and counts the last one to its end', () => {
  const runsOut = '2026-11-22T16:00:00.000Z';
  for (const at of ['2026-05-21T16:00:00.000Z', '2026-05-22T04:00:00.000Z', '2026-05-22T15:59:59.999Z']) expect(afterCalendarMonths(new Date(at), 6).toISOString()).toBe(runsOut);
  expect(afterCalendarMonths(new Date('2026-05-22T16:00:00.000Z'), 6).toISOString()).toBe('2026-11-23T16:00:00.000Z');
});

it('runs out when a Shanghai day begins, whatever the minute of the start', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 1439 }), someMonths, (day, minute, months) => {
      const runsOut = afterCalendarMonths(new Date(dayStart(day).getTime() + minute * MINUTE_MS), months);
      return runsOut.getTime() === dayStart(shanghaiDay(runsOut)).getTime() && addDays(shanghaiDay(runsOut), -1) === byWalking(day, months);
    }),
  );
});

it('does not ask the machine for its zone, and summer time elsewhere moves nothing', () => {
  const before = process.env['TZ'];
  const runsOut = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai'].map((zone) => {
    process.env['TZ'] = zone;
    return days.slice(0, 400).map((day) => afterCalendarMonths(dayStart(day), 6).getTime());
  });
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  for (const each of runsOut) expect(each).toEqual(runsOut[0]);
});
