import { Refusal, type TicketEventKind, type TicketSide } from '@inkproof/contract';

interface Message {
  id: string;
  kind: TicketEventKind;
  side: TicketSide;
}

const isMessage = ({ kind }: Message): boolean => kind === 'opened' || kind === 'replied';

/** The messages that a new ticket is made of, in the order in which they were written. It begins with a question, because its clocks do. */
export const takenFrom = <Event extends Message>(events: readonly Event[], chosen: readonly string[]): [Event, ...Event[]] => {
  const ids = new Set(chosen);
  const taken = events.filter((event) => ids.has(event.id) && isMessage(event));
  const [first, ...rest] = taken;
  if (taken.length !== ids.size) throw new Refusal('ticket.not_to_split', 'Not all of these are messages of this ticket.');
  if (first?.side !== 'tenant') throw new Refusal('ticket.not_to_split', 'The earliest must be the tenant’s own.');
  return [first, ...rest];
};
