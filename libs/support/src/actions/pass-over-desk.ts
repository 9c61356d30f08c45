import type { Actor, Trail } from '@inkproof/audit';
import { PROBE_TENANT } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { TicketStore } from '../store/ticket-store.js';
import type { TicketBook } from './ticket-book.js';

const by: Actor = { kind: 'system', id: 'probe', requestId: null };
const MOST_OPEN = 100;

/** A ticket of the probe's at the desk: found where the staff look for what waits, answered, and closed. Nobody of the staff ever sees it. */
export class PassOverDesk {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
  ) {}

  /** Whether it stood in the queue, as the desk's own look has it. */
  answer(id: Id<'tkt'>, words: string): Promise<boolean> {
    return this.database.asProviderOf(PROBE_TENANT, async (tx) => {
      const queue = await this.tickets.queue(tx, { tenantId: PROBE_TENANT, state: 'unsolved', size: MOST_OPEN });
      const ticket = queue.some((one) => one.id === id) ? await this.tickets.hold(tx, id, PROBE_TENANT) : undefined;
      if (!ticket) return false;
      await this.book.write(tx, ticket, { kind: 'replied', side: 'provider', by, words, state: 'resolved' });
      await this.trail.append(tx, PROBE_TENANT, { action: 'ticket.answered', by, targets: [id], details: { state: 'resolved' } });
      return true;
    });
  }

  /** All that is not closed, also what an earlier try left behind. */
  close(): Promise<void> {
    return this.database.asProviderOf(PROBE_TENANT, async (tx) => {
      for (const state of ['unsolved', 'resolved'] as const)
        for (const { id } of await this.tickets.list(tx, { tenantId: PROBE_TENANT, state, size: MOST_OPEN })) {
          const ticket = await this.tickets.hold(tx, id, PROBE_TENANT);
          if (ticket && ticket.state !== 'closed') await this.book.write(tx, ticket, { kind: 'state_set', side: 'system', by: null, state: 'closed' });
        }
    });
  }
}
