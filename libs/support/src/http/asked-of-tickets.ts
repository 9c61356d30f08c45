import type { TicketPriority, TicketState } from '@inkproof/contract';
import { addDays, dayStart, type Day } from '@inkproof/kernel';
import type { TicketSearch } from '../store/ticket-store.js';

/** What either side may narrow its list by. */
export interface AskedOfTickets {
  cursor?: string;
  limit: number;
  state?: TicketState | 'unsolved';
  search?: string;
  priority?: TicketPriority;
  late?: boolean;
  from?: Day;
  to?: Day;
}

export const searchOf = ({ cursor, limit, late, from, to, ...same }: AskedOfTickets, now: Date): TicketSearch => ({
  ...same,
  beyond: cursor,
  // One more, which says whether there is another page.
  size: limit + 1,
  ...(late && { lateAt: now }),
  ...(from && { openedFrom: dayStart(from) }),
  ...(to && { openedBefore: dayStart(addDays(to, 1)) }),
});
