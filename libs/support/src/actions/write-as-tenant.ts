import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type NewTicket, type TicketRating } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, SentFile, Tx } from '@inkproof/platform';
import { afterTenantWrote, isSolved, refuseClosed } from '../model/ticket-life.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { KeepFiles } from './keep-files.js';
import type { TicketBook } from './ticket-book.js';

/** What a tenant does with its tickets. Open at any hour, to whoever of it may call at all, suspended or not. */
export class WriteAsTenant {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly files: KeepFiles,
    private readonly trail: Trail,
  ) {}

  async open(tenantId: Id<'ten'>, asked: NewTicket, by: Actor, sent: readonly SentFile[] = []): Promise<StoredTicket> {
    const files = await this.files.lay(tenantId, sent);
    return this.database.asTenant(tenantId, async (tx) => {
      const id = await this.book.open(tx, tenantId, { ...asked, files }, by);
      await this.trail.append(tx, tenantId, { action: 'ticket.opened', by, targets: [id], details: { priority: asked.priority } });
      return (await this.store.find(tx, id, tenantId))!;
    });
  }

  async reply(tenantId: Id<'ten'>, id: Id<'tkt'>, words: string, by: Actor, sent: readonly SentFile[] = []): Promise<StoredTicket> {
    // Whose ticket it is and whether it may be written on is asked before a byte is sealed, and again in the transaction that writes.
    if (sent.length) await this.#on(tenantId, id, async (_, ticket) => (refuseClosed(ticket.state), ticket));
    const files = await this.files.lay(tenantId, sent);
    return this.#on(tenantId, id, (tx, ticket) => {
      refuseClosed(ticket.state);
      return this.book.write(tx, ticket, { kind: 'replied', side: 'tenant', by, words, files, state: afterTenantWrote(ticket.state) });
    });
  }

  resolve(tenantId: Id<'ten'>, id: Id<'tkt'>, by: Actor): Promise<StoredTicket> {
    return this.#on(tenantId, id, async (tx, ticket) => {
      refuseClosed(ticket.state);
      if (isSolved(ticket.state)) return ticket;
      await this.trail.append(tx, tenantId, { action: 'ticket.resolved', by, targets: [id], details: {} });
      return this.book.write(tx, ticket, { kind: 'state_set', side: 'tenant', by, state: 'resolved' });
    });
  }

  rate(tenantId: Id<'ten'>, id: Id<'tkt'>, { rating, words }: TicketRating, by: Actor): Promise<StoredTicket> {
    return this.#on(tenantId, id, (tx, ticket) => {
      if (!isSolved(ticket.state)) throw new Refusal('ticket.not_resolved', 'Rate it once it is resolved.');
      return this.book.write(tx, ticket, { kind: 'rated', side: 'tenant', by, words, rating });
    });
  }

  #on(tenantId: Id<'ten'>, id: Id<'tkt'>, write: (tx: Tx, ticket: StoredTicket) => Promise<StoredTicket>): Promise<StoredTicket> {
    return this.database.asTenant(tenantId, async (tx) => {
      const ticket = await this.store.hold(tx, id, tenantId);
      if (!ticket) throw new Refusal('ticket.not_found');
      return write(tx, ticket);
    });
  }
}
