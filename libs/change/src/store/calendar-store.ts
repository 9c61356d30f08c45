import type { KnownYear, NamedDay, YearUpload } from '@inkproof/contract';
import { dateOfDay, dayOfDate, type Day, type Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { yearOfDays } from '../model/entered-year.js';
import { namedDaysOf } from '../model/named-days.js';
import { publishedYears } from '../model/published-years.js';
import { WorkingCalendar } from '../model/working-calendar.js';

/** What is known of working days: what ships, and in its place what was entered last. Read anew each time, so it holds on every node at once. */
export class CalendarStore {
  async calendar(tx: Tx): Promise<WorkingCalendar> {
    return new WorkingCalendar((await this.years(tx)).map(yearOfDays));
  }

  /** Every year that is known, oldest first. */
  async years(tx: Tx): Promise<KnownYear[]> {
    const entries = await tx.calendarEntry.findMany({ distinct: ['year'], orderBy: [{ year: 'asc' }, { id: 'desc' }], include: { days: { orderBy: { day: 'asc' } } } });
    const entered = entries.map(({ id, year, source, enteredAt, enteredBy, days }): KnownYear => ({ year, source, items: days.map(({ day, kind, name }) => ({ day: dayOfDate(day), kind, name })), entered: { id: id as Id<'cal'>, at: enteredAt.toISOString(), by: enteredBy } }));
    const shipped = publishedYears.filter(({ year }) => !entered.some((one) => one.year === year)).map((year): KnownYear => ({ year: year.year, source: year.source, items: namedDaysOf(year), entered: null }));
    return [...shipped, ...entered].sort((a, b) => a.year - b.year);
  }

  async add(tx: Tx, { year, source, items }: YearUpload, entered: { id: Id<'cal'>; at: Date; by: string }): Promise<void> {
    await tx.calendarEntry.createMany({ data: [{ id: entered.id, year, source, enteredAt: entered.at, enteredBy: entered.by }] });
    await tx.calendarDay.createMany({ data: items.map(({ day, kind, name }: NamedDay) => ({ entryId: entered.id, day: dateOfDay(day as Day), kind, name })) });
  }
}
