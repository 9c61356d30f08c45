import type { Actor, Trail } from '@inkproof/audit';
import type { TicketPriority } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { TicketStore } from '../store/ticket-store.js';
import type { TicketBook } from './ticket-book.js';

/** What another domain brings to the desk. */
export interface Matter {
  subject: string;
  words: string;
  priority: TicketPriority;
  /** The id of what it is about. */
  reference: string;
}

/** Opens a ticket on a matter of a tenant's in the transaction in which it arose, linked to what it is about. The transaction speaks for both sides. */
export class OpenMatter {
  constructor(
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
  ) {}

  async in(tx: Tx, tenantId: Id<'ten'>, { reference, ...asked }: Matter, by: Actor): Promise<Id<'tkt'>> {
    const id = await this.book.open(tx, tenantId, asked, by);
    await this.book.write(tx, (await this.store.find(tx, id, tenantId))!, { kind: 'linked', side: 'system', by: null, reference });
    await this.trail.append(tx, tenantId, { action: 'ticket.opened', by, targets: [id], details: { priority: asked.priority } });
    return id;
  }
}
