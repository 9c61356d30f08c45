import { addDays, DAY_MS, dayStart, shanghaiDay } from '@inkproof/kernel';

/** Days before the end on which the tenant is reminded. */
const REMINDERS_DAYS = [7, 3, 1] as const;

/** When an inspection that waits for answers is to be looked at next: to remind, or because its time is over; null when it is. */
export const nextReminder = (dueAt: Date, now: Date): Date | null => {
  const moments = [...REMINDERS_DAYS.map((days) => dayStart(addDays(shanghaiDay(dueAt), -days))), dueAt];
  return moments.find((moment) => moment > now) ?? null;
};

/** Whole days that are left, today counted. */
export const daysLeft = (dueAt: Date, now: Date): number => Math.max(0, Math.round((dueAt.getTime() - dayStart(shanghaiDay(now)).getTime()) / DAY_MS));

