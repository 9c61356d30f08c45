import type { KeepingCalendar } from '@inkproof/contract';

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Days of the next month through which the tenant keeps something itself, and no longer. `today` is a day in Asia/Shanghai. */
export const endingSoon = ({ days }: KeepingCalendar, today: string): KeepingCalendar['days'] => {
  const horizon = new Date(Date.parse(today) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  return days.filter(({ day, commitments }) => commitments > 0 && day <= horizon);
};

export const hasEnding = (calendar: KeepingCalendar, today: string): boolean => endingSoon(calendar, today).length > 0;
