import { Refusal } from '@inkproof/contract';
import { addDays, dayStart, shanghaiDay, type Day } from '@inkproof/kernel';
import type { CalendarYear } from './calendar-year.js';

/** What a day is, and why: a holiday has its name. */
export type DayKind = { kind: 'working' } | { kind: 'weekend' } | { kind: 'holiday'; name: string } | { kind: 'make_up' };

/** 三.1(3). */
export const NOTICE_WORKING_DAYS = 5;

const YEAR_DIGITS = 4;
/** New Year's arrangement has reached back to 29 December (2007, 2018), so the last days of a year are known only with the year after. */
const KNOWN_BY_THE_NEXT_FROM = '12-28';

const yearOf = (day: Day): number => Number(day.slice(0, YEAR_DIGITS));
const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/** The working days of mainland China, for the years whose notice is known and for no other. */
export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, CalendarYear>;

  constructor(years: readonly CalendarYear[]) {
    this.#years = new Map(years.map((year) => [year.year, year]));
  }

  get years(): number[] {
    return [...this.#years.keys()].sort((a, b) => a - b);
  }

  /** Refuses to guess. */
  kindOf(day: Day): DayKind {
    const announced = this.#announcing(day);
    const holiday = announced.flatMap(({ holidays }) => holidays).find(({ from, to }) => from <= day && day <= to);
    if (holiday) return { kind: 'holiday', name: holiday.name };
    if (announced.some(({ makeUpDays }) => makeUpDays.includes(day))) return { kind: 'make_up' };
    return { kind: isWeekend(day) ? 'weekend' : 'working' };
  }

  isWorking(day: Day): boolean {
    return ['working', 'make_up'].includes(this.kindOf(day).kind);
  }

  /** Whether what this day is can be said. */
  knows(day: Day): boolean {
    return this.#needed(day).every((year) => this.#years.has(year));
  }

  /**
   * The first day on which a change may take effect of which notice was given on that day. The day of the notice does not
   * count, whatever it is; then five whole working days pass; the change may take effect on the day after the fifth,
   * which need not be a working day itself.
   */
  earliestDay(noticeDay: Day): Day {
    let day = noticeDay;
    for (let left = NOTICE_WORKING_DAYS; left > 0; ) {
      day = addDays(day, 1);
      if (this.isWorking(day)) left--;
    }
    return addDays(day, 1);
  }

  /** Its first instant, in Asia/Shanghai. */
  earliestEffective(noticeAt: Date): Date {
    return dayStart(this.earliestDay(shanghaiDay(noticeAt)));
  }

  #needed(day: Day): number[] {
    const year = yearOf(day);
    return day.slice(YEAR_DIGITS + 1) >= KNOWN_BY_THE_NEXT_FROM ? [year, year + 1] : [year];
  }

  #announcing(day: Day): CalendarYear[] {
    const needed = this.#needed(day);
    const missing = needed.find((year) => !this.#years.has(year));
    if (missing !== undefined) throw new Refusal('change.calendar_unknown', `The working days of ${missing} are not known here: the State Council's notice for it was not entered. The provider enters it under POST /v1/admin/working-days; until then nothing is guessed.`);
    return needed.map((year) => this.#years.get(year)!);
  }
}
