import type { Actor } from '@inkproof/audit';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { afterTenantWrote } from '../model/ticket-life.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import { wordsOf } from './came-by-mail.js';
import type { Writer } from './find-writers.js';
import type { LaidFile } from './keep-files.js';
import type { Mailed } from './open-mailed.js';
import type { TicketBook } from './ticket-book.js';

/** What came by mail is its author's word on a ticket that is not closed, in the transaction that takes it and holds the ticket. */
export class AnswerMailed {
  constructor(
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async in(tx: Tx, ticket: StoredTicket, { personId, role }: Pick<Writer, 'personId' | 'role'>, { words, checked, messageId, at }: Omit<Mailed, 'subject'>, files: { laid: readonly LaidFile[]; left: number }): Promise<void> {
    const by: Actor = { kind: 'member', id: personId, role, requestId: null };
    const { id: ticketId, tenantId } = ticket;
    const { events } = await this.book.write(tx, ticket, { kind: 'replied', side: 'tenant', by, words: wordsOf({ words }, files.left), files: files.laid, checked, state: afterTenantWrote(ticket.state) }, { at });
    await this.store.addMail(tx, { id: this.ids.next('tml'), tenantId, ticketId, way: 'in', at: at ?? this.clock.now(), messageId, personId, eventId: events.at(-1)!.id });
  }
}
