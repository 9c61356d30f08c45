import type { TicketClock } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import { stillWaits } from '../model/call.js';
import { calledAt, minutesToNext, onCallAt } from '../model/rota.js';
import type { RotaStore } from '../store/rota-store.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { TellOfTicket } from './tell-of-ticket.js';

const MINUTE_MS = 60_000;

/** Calls whoever is on call to a ticket, and then up the chain until somebody has taken it over. Any number of nodes may. */
export class CallOut {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketStore,
    private readonly rota: RotaStore,
    private readonly tell: TellOfTicket,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Null for the whole desk: nobody is on call, or whoever was is no longer of the staff. */
  async onCall(tx: Tx): Promise<string | null> {
    const person = onCallAt(await this.rota.current(tx), this.clock.now().getTime());
    return person && (await this.#nameOf(tx, person)) ? person : null;
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
    const [rota, at] = [await this.rota.current(tx), this.clock.now()];
    const person = calledAt(rota, level, at.getTime());
    const name = person && (await this.#nameOf(tx, person));
    const called = name ? person : null;
    const minutes = minutesToNext(rota, level);
    await this.rota.addCall(tx, { id: this.ids.next('tcl'), tenantId: ticket.tenantId, ticketId: ticket.id, clock, level, called, calledName: called && name, at, nextAt: minutes === null ? null : new Date(at.getTime() + minutes * MINUTE_MS) });
    await this.tell.somebodyIsCalled(tx, ticket, called as Id<'per'> | null, clock);
  }

  async #nameOf(tx: Tx, person: string): Promise<string | undefined> {
    return (await this.rota.staff(tx)).find(({ id }) => id === person)?.name;
  }
}
