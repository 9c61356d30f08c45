import { addDays, dayStart, shanghaiDay, type Day } from './shanghai-day.js';

const SATURDAY = 6;
const SUNDAY = 0;

/** Monday to Friday. Public holidays are announced year by year and are not known here, so a deadline never lies too late. */
const isWorkingDay = (day: Day): boolean => ![SATURDAY, SUNDAY].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

const nextWorkingDay = (day: Day): Day => {
  let next = addDays(day, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
};

/**
 * The same time of day so many working days later, in Asia/Shanghai. What comes in at a weekend counts from the first
 * instant of the next working day.
 */
export const addWorkingDays = (at: Date, days: number): Date => {
  const day = shanghaiDay(at);
  const [from, intoDayMs] = isWorkingDay(day) ? [day, at.getTime() - dayStart(day).getTime()] : [nextWorkingDay(day), 0];
  let to = from;
  for (let i = 0; i < days; i++) to = nextWorkingDay(to);
  return new Date(dayStart(to).getTime() + intoDayMs);
};
