import { ENDING_MOST_DAYS, ENDING_NOTICE_DAYS, READABLE_DAYS, type EndingSide } from '@inkproof/contract';
import { addDays, DAY_MS, daysBetween, dayStart, shanghaiDay, type Day } from '@inkproof/kernel';

const HOUR_MS = 3_600_000;
/** On which days before the last one a tenant is told again, and at what hour. */
const OFFER_DAYS_BEFORE = [30, 14, 7, 3, 1];
const OFFER_HOUR = 9;

/** The day of the announcement does not count. */
export const earliestLastDay = (side: EndingSide, now: Date): Day => addDays(shanghaiDay(now), ENDING_NOTICE_DAYS[side]);
export const latestLastDay = (now: Date): Day => addDays(shanghaiDay(now), ENDING_MOST_DAYS);
export const isFitting = (day: Day, side: EndingSide, now: Date): boolean => day >= earliestLastDay(side, now) && day <= latestLastDay(now);

/** Everything works to the last instant of the last day. */
export const endsAfter = (lastDay: Day): Date => dayStart(addDays(lastDay, 1));
export const readableAfter = (lastDay: Day): Date => dayStart(addDays(lastDay, 1 + READABLE_DAYS));

export const daysLeft = (lastDay: Day, now: Date): number => Math.max(daysBetween(shanghaiDay(now), lastDay).length - 1, 0);

/** When a tenant is told again where to fetch what is its own, once a day has passed since the announcement said so: at least twice, however short the notice. */
export const offersAfter = (announcedAt: Date, lastDay: Day): Date[] => OFFER_DAYS_BEFORE.map((days) => new Date(dayStart(addDays(lastDay, -days)).getTime() + OFFER_HOUR * HOUR_MS)).filter((at) => at.getTime() > announcedAt.getTime() + DAY_MS);
