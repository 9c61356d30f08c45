import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { RotaStore } from '../store/rota-store.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { TicketBook } from './ticket-book.js';

/** Somebody of the staff says that they have heard: nobody else is called for what this ticket waits for. */
export class TakeOver {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketStore,
    private readonly rota: RotaStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  ticket(id: Id<'tkt'>, by: Actor): Promise<StoredTicket> {
    return this.database.asProvider(async (tx) => {
      const ticket = await this.tickets.hold(tx, id);
      if (!ticket) throw new Refusal('ticket.not_found');
      await this.rota.takeCalls(tx, ticket, { takenAt: this.clock.now(), takenBy: by.id, takenByName: await this.book.nameOf(tx, by.id) });
      await this.trail.append(tx, 'provider', { action: 'ticket.taken_over', by, targets: [id], details: {} });
      return ticket;
    });
  }
}
