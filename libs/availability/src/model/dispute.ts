import { DISPUTE_DAYS } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';

/** Until when a tenant may object: a month after it was over, or after the last word on what it was put down to. Null while it lasts. */
export const disputableUntil = ({ until, bookings }: { until: Date | null; bookings: readonly { at: Date }[] }): Date | null =>
  until && new Date(Math.max(until.getTime(), ...bookings.map(({ at }) => at.getTime())) + DISPUTE_DAYS * DAY_MS);
