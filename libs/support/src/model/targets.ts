import type { TicketClock, TicketPriority } from '@inkproof/contract';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each clock may run, in milliseconds of calendar time at every hour (3.2(2)). The agreement fixes no figure, so these are targets. */
export const targetsMs: Record<TicketPriority, Record<TicketClock, number>> = {
  p1: { first: 15 * MINUTE, next: 30 * MINUTE, resolution: 4 * HOUR },
  p2: { first: HOUR, next: HOUR, resolution: 8 * HOUR },
  p3: { first: 4 * HOUR, next: DAY, resolution: 3 * DAY },
  p4: { first: DAY, next: 3 * DAY, resolution: 10 * DAY },
};

/** A ticket of the gravest kind that nobody has taken is cried out after so long. */
export const UNASSIGNED_P1_MS = 5 * MINUTE;

/** Of a target, when somebody is told. */
export const WARN_AT_PERCENT = [50, 80, 100] as const;
