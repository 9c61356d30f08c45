import { Refusal, type EarliestChange } from '@inkproof/contract';
import { addDays, dayStart, daysBetween, shanghaiDay, type Day } from '@inkproof/kernel';
import { NOTICE_WORKING_DAYS, type WorkingCalendar } from './working-calendar.js';

const DAY_DIGITS_AT = 8;

const firstOfMonth = (day: Day): Day => `${day.slice(0, DAY_DIGITS_AT)}01` as Day;
const lastOfMonth = (day: Day): Day => {
  const next = firstOfMonth(addDays(firstOfMonth(day), 31));
  return addDays(next, -1);
};

const earliestOrYear = (calendar: WorkingCalendar, day: Day): Day | number => {
  try {
    return calendar.earliestDay(day);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unknownYear(calendar, day);
  }
};

/** The first year after that day that would have to be known. */
const unknownYear = (calendar: WorkingCalendar, from: Day): number => {
  let day = addDays(from, 1);
  while (calendar.knows(day)) day = addDays(day, 1);
  const year = Number(day.slice(0, 4));
  return calendar.years.includes(year) ? year + 1 : year;
};

/** Of which notice is given now: the earliest day, and each day of the months between, what it is and whether it counts. */
export const showEarliest = (calendar: WorkingCalendar, now: Date): EarliestChange => {
  const noticeDay = shanghaiDay(now);
  const found = earliestOrYear(calendar, noticeDay);
  const earliest = typeof found === 'string' ? found : null;
  let counted = 0;
  const days = daysBetween(firstOfMonth(noticeDay), lastOfMonth(earliest ?? noticeDay)).map((day) => {
    if (!calendar.knows(day)) return { day, kind: 'unknown' as const, name: null, counted: null };
    const kind = calendar.kindOf(day);
    const counts = day > noticeDay && (earliest === null || day < earliest) && calendar.isWorking(day);
    return { day, kind: kind.kind, name: kind.kind === 'holiday' ? kind.name : null, counted: counts && counted < NOTICE_WORKING_DAYS ? ++counted : null };
  });
  return { notice_day: noticeDay, earliest_day: earliest, earliest_at: earliest && dayStart(earliest).toISOString(), unknown_year: typeof found === 'number' ? found : null, days };
};
