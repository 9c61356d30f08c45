import type { TicketClock } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import { stillWaits } from '../model/call.js';
import type { RotaStore } from '../store/rota-store.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { AskRota } from './ask-rota.js';
import type { TellOfTicket } from './tell-of-ticket.js';

/** Calls whoever is on call to a ticket, and then up the chain until somebody has taken it over. Any number of nodes may. */
export class CallOut {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketStore,
    private readonly rota: RotaStore,
    private readonly asked: AskRota,
    private readonly tell: TellOfTicket,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Null for the whole desk. */
  async onCall(tx: Tx): Promise<string | null> {
    return (await this.asked.at(tx, 0)).called;
  }

  /** The ticket is held by whoever asks. */
  async begin(tx: Tx, ticket: StoredTicket, clock: TicketClock | null): Promise<void> {
    await this.#call(tx, ticket, clock, 0);
  }

  /** Goes on up the chain. How many calls were looked at. */
  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => this.rota.due(tx, this.clock.now(), FULL_LOOK));
    for (const call of due) await this.#goOn(call);
    return due.length;
  }

  #goOn({ id, tenantId, ticketId }: { id: string; tenantId: string; ticketId: string }): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      const ticket = await this.tickets.hold(tx, ticketId);
      const now = this.clock.now();
      const call = await this.rota.waiting(tx, { tenantId, id }, now);
      if (!ticket || !call) return;
      await this.rota.endCall(tx, call);
      const clock = call.clock as TicketClock | null;
      if (stillWaits(ticket.standing, ticket.assigneeId !== null, { clock }, now.getTime())) await this.#call(tx, ticket, clock, call.level + 1);
    });
  }

  async #call(tx: Tx, ticket: StoredTicket, clock: TicketClock | null, level: number): Promise<void> {
    const call = await this.asked.at(tx, level);
    await this.rota.addCall(tx, { id: this.ids.next('tcl'), tenantId: ticket.tenantId, ticketId: ticket.id, clock, ...call });
    await this.tell.somebodyIsCalled(tx, ticket, call.called as Id<'per'> | null, clock);
  }
}
