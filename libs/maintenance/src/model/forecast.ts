import type { maintenanceMessages } from '@inkproof/contract';
import { DAY_BEFORE_MS, HOUR_BEFORE_MS, leadMs, type Schedule } from './window.js';

type Message = (typeof maintenanceMessages)[number];

const before = ({ startsAt }: Schedule, ms: number): Date => new Date(startsAt.getTime() - ms);

/** What will be told of a window and when, if nobody changes it. Null where it waits for a person. */
export const forecast = (schedule: Schedule, announcedAt: Date): { message: Message; at: Date | null }[] => {
  const lead = leadMs(schedule, announcedAt);
  return [
    { message: 'scheduled', at: announcedAt },
    ...(lead >= DAY_BEFORE_MS ? [{ message: 'day_before' as const, at: before(schedule, DAY_BEFORE_MS) }] : []),
    ...(lead >= HOUR_BEFORE_MS ? [{ message: 'hour_before' as const, at: before(schedule, HOUR_BEFORE_MS) }] : []),
    { message: 'started', at: schedule.beginsByItself ? new Date(Math.max(schedule.startsAt.getTime(), announcedAt.getTime())) : null },
    { message: 'completed', at: schedule.endsByItself ? schedule.endsAt : null },
  ];
};
