import { Refusal, type TicketState } from '@inkproof/contract';

/** What a ticket is after its tenant has written: one that waited for that goes on, and one that was resolved is taken up again. */
export const afterTenantWrote = (state: TicketState): TicketState => (state === 'waiting_tenant' || state === 'resolved' ? 'open' : state);

/** Whoever takes a new ticket has opened it. */
export const afterAssigned = (state: TicketState, isAssigned: boolean): TicketState => (state === 'new' && isAssigned ? 'open' : state);

export const refuseClosed = (state: TicketState): void => {
  if (state === 'closed') throw new Refusal('ticket.closed', 'Open another one, and name this one in it.');
};

export const isSolved = (state: TicketState): boolean => state === 'resolved' || state === 'closed';
