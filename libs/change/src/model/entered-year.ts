import { Refusal, type YearUpload } from '@inkproof/contract';
import type { Day } from '@inkproof/kernel';
import type { CalendarYear } from './calendar-year.js';

/** Days that are holidays in every year by law (全国年节及纪念日放假办法). A year without them was cut off or mistyped. */
const EVERY_YEAR = ['01-01', '05-01', '10-01', '10-02', '10-03'];
const EARLIEST_OF_THE_YEAR_BEFORE = '12-28';

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/** What is wrong with the days of a year, by the place of each; nothing for days that may be announced. */
const faultsOf = ({ year, items }: YearUpload): { field: string; message: string }[] => {
  const seen = new Set<string>();
  const faults = items.flatMap(({ day, kind }, at) => {
    const wrong = [];
    if (seen.has(day)) wrong.push('is there twice');
    seen.add(day);
    if (!day.startsWith(`${year}-`) && !(day.startsWith(`${year - 1}-`) && day.slice(5) >= EARLIEST_OF_THE_YEAR_BEFORE)) wrong.push(`is no day of ${year}, nor of its New Year`);
    if (kind === 'make_up' && !isWeekend(day)) wrong.push('is neither a Saturday nor a Sunday, and so makes up for nothing');
    return wrong.map((message) => ({ field: `items.${at}.day`, message }));
  });
  const missing = EVERY_YEAR.map((day) => `${year}-${day}`).filter((day) => !items.some((item) => item.day === day && item.kind === 'holiday'));
  return [...faults, ...missing.map((day) => ({ field: 'items', message: `must hold ${day}, a holiday in every year` }))];
};

/** Lets in only what can be the holidays and make-up days of that year. */
export const enteredYear = (upload: YearUpload): CalendarYear => {
  const errors = faultsOf(upload);
  if (errors.length) throw new Refusal('change.calendar_invalid', `The days cannot be those of ${upload.year}. ${errors.map(({ field, message }) => `${field} ${message}`).join('; ')}`, { errors });
  return yearOfDays(upload);
};

/** A year by its named days. */
export const yearOfDays = ({ year, source, items }: YearUpload): CalendarYear => ({
  year,
  source,
  holidays: items.filter(({ kind }) => kind === 'holiday').map(({ name, day }) => ({ name, from: day as Day, to: day as Day })),
  makeUpDays: items.filter(({ kind }) => kind === 'make_up').map(({ day }) => day as Day),
});
