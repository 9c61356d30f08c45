import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database } from '@inkproof/platform';
import { isToClose, isUnassignedTooLong, marksAt } from '../model/look.js';
import type { TicketStore } from '../store/ticket-store.js';
import type { CallOut } from './call-out.js';
import type { TellOfTicket } from './tell-of-ticket.js';
import type { TicketBook } from './ticket-book.js';

const by: Actor = { kind: 'system', id: 'ticket-clock', requestId: null };

/** Tells at half, at four fifths and at the end of each clock, each once, and closes what stayed resolved. Any number of nodes may. */
export class WatchTickets {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly tell: TellOfTicket,
    private readonly calls: CallOut,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** How many tickets were looked at. */
  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => this.store.due(tx, this.clock.now(), FULL_LOOK));
    for (const { id, tenantId } of due) await this.#look(tenantId as Id<'ten'>, id as Id<'tkt'>);
    return due.length;
  }

  #look(tenantId: Id<'ten'>, id: Id<'tkt'>): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      let ticket = await this.store.hold(tx, id);
      const now = this.clock.now();
      // Another node was faster, or somebody wrote meanwhile.
      if (!ticket?.nextLookAt || ticket.nextLookAt > now) return;
      const at = now.getTime();
      const late = [];
      if (isToClose(ticket.standing, at)) ticket = await this.book.write(tx, ticket, { kind: 'state_set', side: 'system', by: null, state: 'closed' });
      if (isUnassignedTooLong(ticket.standing, ticket.assigneeId !== null, at)) {
        ticket = await this.book.write(tx, ticket, { kind: 'unassigned', side: 'system', by: null });
        await this.calls.begin(tx, ticket, null);
      }
      for (const mark of marksAt(ticket.standing, at)) {
        ticket = await this.book.write(tx, ticket, { kind: 'warned', side: 'system', by: null, ...mark });
        const isOver = mark.percent >= 100;
        if (!isOver || ticket.assigneeId !== null) await this.tell.aClockRunsOut(tx, ticket, mark, await this.calls.onCall(tx));
        if (!isOver) continue;
        await this.calls.begin(tx, ticket, mark.clock);
        late.push(mark.clock);
      }
      for (const clock of late) await this.trail.appendToBoth(tx, tenantId, { action: 'ticket.overdue', by, targets: [id], details: { clock, priority: ticket.priority } });
    });
  }
}
