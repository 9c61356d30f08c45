import type { Clock, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { AnswerMailed } from './answer-mailed.js';
import { wordsOf, type CameByMail } from './came-by-mail.js';
import { mayWrite, type Answerer } from './find-addressee.js';
import type { KeepFiles, LaidFile } from './keep-files.js';
import { MailRefused } from './mail-refused.js';

const HOUR_MS = 3_600_000;
/** People write fewer; two programs that answer each other do not. */
const MOST_AN_HOUR = 20;

export type Taken = 'said' | 'held' | 'came_back' | 'let_go' | 'known';

/**
 * Mail to a ticket. What its recipient writes is the tenant's word; what anybody else writes at the same address is held for
 * the desk, beside its notes, where no tenant sees it.
 */
export class AnswerByMail {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly answering: AnswerMailed,
    private readonly files: KeepFiles,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(to: Answerer, mail: CameByMail): Promise<Taken> {
    if (mail.nature === 'automatic') return 'let_go';
    const { laid, left } = await this.files.layWhatMay(to.tenantId, mail.nature === 'written' ? mail.files : []);
    return this.database.asProviderOf(to.tenantId, async (tx) => {
      const ticket = (await this.store.hold(tx, to.ticketId))!;
      if (mail.messageId !== null && (await this.store.knowsMail(tx, ticket, mail.messageId))) return 'known';
      if ((await this.store.countMails(tx, ticket, new Date(this.clock.now().getTime() - HOUR_MS))) >= MOST_AN_HOUR) throw new MailRefused(452, '4.7.1 Too much mail for this ticket within an hour');
      if (mail.nature === 'bounce') return this.#cameBack(tx, ticket, to, mail);
      const isTheirs = mail.from === to.email && mayWrite(to.role) && !mail.checked.isForged;
      return isTheirs ? this.#say(tx, ticket, to, mail, laid, left) : this.#hold(tx, ticket, mail, laid, left);
    });
  }

  async #say(tx: Tx, ticket: StoredTicket, to: Answerer, mail: CameByMail, laid: readonly LaidFile[], left: number): Promise<Taken> {
    if (ticket.state === 'closed') throw new MailRefused(550, '5.7.1 The ticket is closed. Open another one and name this one in it');
    await this.answering.in(tx, ticket, to, { words: mail.words, checked: mail.checked.text, messageId: mail.messageId }, { laid, left });
    return 'said';
  }

  async #hold(tx: Tx, ticket: StoredTicket, mail: CameByMail, files: readonly LaidFile[], left: number): Promise<Taken> {
    const note = { id: this.ids.next('tkn'), tenantId: ticket.tenantId, ticketId: ticket.id, at: this.clock.now(), by: 'mail', byName: mail.from, kind: 'held_mail', words: wordsOf(mail, left), checked: mail.checked.text } as const;
    await this.store.addNote(tx, note);
    if (files.length) await this.store.addNoteFiles(tx, { tenantId: ticket.tenantId, ticketId: ticket.id, noteId: note.id }, await this.files.rows(tx, 'tnf', files));
    await this.#note(tx, ticket, mail, {});
    return 'held';
  }

  /** Beside the message whose mail it is, where that is known. */
  async #cameBack(tx: Tx, ticket: StoredTicket, { email, personId }: Answerer, mail: CameByMail): Promise<Taken> {
    const about = mail.bounce?.about ? await this.store.mail(tx, ticket, mail.bounce.about) : null;
    await this.store.addNote(tx, { id: this.ids.next('tkn'), tenantId: ticket.tenantId, ticketId: ticket.id, at: this.clock.now(), by: 'mail', byName: email, kind: 'bounce', words: mail.bounce?.status ?? '—', aboutId: about?.eventId ?? null, checked: mail.checked.text });
    await this.#note(tx, ticket, mail, { personId });
    return 'came_back';
  }

  async #note(tx: Tx, { tenantId, id }: StoredTicket, { messageId }: CameByMail, of: { personId?: string }): Promise<void> {
    await this.store.addMail(tx, { id: this.ids.next('tml'), tenantId, ticketId: id, way: 'in', at: this.clock.now(), messageId, ...of });
  }
}
