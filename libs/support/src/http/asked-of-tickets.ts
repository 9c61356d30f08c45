import type { Actor } from '@inkproof/audit';
import type { TicketPriority, TicketState } from '@inkproof/contract';
import { addDays, dayStart, type Day, type Id } from '@inkproof/kernel';
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

/** Whose tickets are asked for, by how whoever asks puts it. */
export type AskedAssignee = Id<'per'> | 'me' | 'nobody';

/** Null for those that nobody has taken. */
export const assigneeOf = (asked: AskedAssignee | undefined, by: Actor): string | null | undefined => (asked === 'me' ? by.id : asked === 'nobody' ? null : asked);

export const searchOf = ({ cursor, limit, late, from, to, ...same }: AskedOfTickets, now: Date): TicketSearch => ({
  ...same,
  beyond: cursor,
  // One more, which says whether there is another page.
  size: limit + 1,
  ...(late && { lateAt: now }),
  ...(from && { openedFrom: dayStart(from) }),
  ...(to && { openedBefore: dayStart(addDays(to, 1)) }),
});
