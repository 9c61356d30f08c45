import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { TicketStore } from '../store/ticket-store.js';
import { wordsOf } from './came-by-mail.js';
import type { Writer } from './find-writers.js';
import type { LaidFile } from './keep-files.js';
import type { TicketBook } from './ticket-book.js';

/** What a ticket is opened with that came by mail. */
export interface Mailed {
  subject: string;
  words: string;
  checked: string;
  messageId: string | null;
  /** When it came, where that was before it is written. */
  at?: Date;
}

const SUBJECT_MAX_CHARACTERS = 200;

const subjectOf = (subject: string): string => subject.replace(/[\p{C}]/gu, ' ').replace(/^(\s*(re|fwd?|回复|转发)\s*[:：])+/i, '').trim().slice(0, SUBJECT_MAX_CHARACTERS) || '—';

/** Opens a ticket in the name of whoever wrote the mail, in the transaction that takes it. `left` counts files that may not go with it. */
export class OpenMailed {
  constructor(
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { tenantId, personId, role }: Writer, { subject, words, checked, messageId, at = this.clock.now() }: Mailed, files: { laid: readonly LaidFile[]; left: number }): Promise<Id<'tkt'>> {
    const by: Actor = { kind: 'member', id: personId, role, requestId: null };
    const id = await this.book.open(tx, tenantId, { subject: subjectOf(subject), words: wordsOf({ words }, files.left), priority: 'p3', files: files.laid, checked, at }, by);
    await this.trail.append(tx, tenantId, { action: 'ticket.opened', by, targets: [id], details: { priority: 'p3' } });
    await this.store.addMail(tx, { id: this.ids.next('tml'), tenantId, ticketId: id, way: 'in', at, messageId, personId });
    return id;
  }
}
