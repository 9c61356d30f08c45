import { dayStart, shanghaiDay, type Day } from '@inkproof/kernel';

/** How many days before the last one a tenant is told of material it keeps itself (agreement 三.1(5)). */
export const REMINDER_MARKS = [30, 7, 1] as const;

/** What is kept through a day and no longer. */
export interface KeepingEnd {
  day: Day;
  count: number;
  daysLeft: number;
}

const HOUR_MS = 3_600_000;
/** Nobody is woken up for what has a month. */
const FROM_HOUR = 9;

/** The day of Asia/Shanghai whose reminders may go out by now; null while it is early. */
export const reminderDay = (now: Date): Day | null => {
  const today = shanghaiDay(now);
  return now.getTime() - dayStart(today).getTime() >= FROM_HOUR * HOUR_MS ? today : null;
};
