import { addDays, dayStart, shanghaiDay, type Day } from './shanghai-day.js';

const MONTHS_A_YEAR = 12;
const DAY_DIGITS = 2;
const YEAR_DIGITS = 4;

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

/** Day 0 of the next month is the last of this one. */
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The corresponding day so many calendar months later, and where that month has none, its last day:
 * 2026-08-31 and six months give 2027-02-28. Civil Code of the People's Republic of China, art. 202.
 */
export const addCalendarMonths = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const count = year * MONTHS_A_YEAR + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / MONTHS_A_YEAR), (count % MONTHS_A_YEAR) + 1];
  return `${padded(toYear, YEAR_DIGITS)}-${padded(toMonth, DAY_DIGITS)}-${padded(Math.min(date, daysInMonth(toYear, toMonth)), DAY_DIGITS)}` as Day;
};

/**
 * The first instant at which a period of calendar months, counted in Asia/Shanghai, has run out.
 *
 * In words: the day on which it starts does not count (art. 201); its last day is the corresponding day of the last
 * month, or that month's last day where there is none (art. 202); and that day counts until it ends at midnight
 * (art. 203). What happened at any hour of 22 May with six months is kept through the whole of 22 November, and this
 * answers 23 November, 00:00 in Shanghai. Six months are 181 to 184 days, so they are never counted as 180.
 */
export const afterCalendarMonths = (start: Date, months: number): Date => dayStart(addDays(addCalendarMonths(shanghaiDay(start), months), 1));
