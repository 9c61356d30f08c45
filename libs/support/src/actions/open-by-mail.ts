import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { TicketStore } from '../store/ticket-store.js';
import { wordsOf, type CameByMail } from './came-by-mail.js';
import { mayWrite } from './find-addressee.js';
import type { KeepFiles } from './keep-files.js';
import { MailRefused } from './mail-refused.js';
import type { TicketBook } from './ticket-book.js';

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 10;
const SUBJECT_MAX_CHARACTERS = 200;

const subjectOf = ({ subject }: CameByMail): string => subject.replace(/[\p{C}]/gu, ' ').replace(/^(\s*(re|fwd?|回复|转发)\s*[:：])+/i, '').trim().slice(0, SUBJECT_MAX_CHARACTERS) || '—';

/** Mail to the desk opens a ticket of the one tenant its author may write for. From whom it is must be vouched for by their domain: nothing else says so here. */
export class OpenByMail {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly files: KeepFiles,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(mail: CameByMail): Promise<'opened' | 'let_go' | 'known'> {
    if (mail.nature !== 'written') return 'let_go';
    const { tenantId, personId, role } = await this.#writer(mail);
    const { laid, left } = await this.files.layWhatMay(tenantId, mail.files);
    return this.database.asProviderOf(tenantId, async (tx) => {
      if (mail.messageId !== null && (await this.store.knowsMail(tx, { tenantId }, mail.messageId))) return 'known';
      if ((await this.store.countOpened(tx, tenantId, personId, new Date(this.clock.now().getTime() - HOUR_MS))) >= MOST_AN_HOUR) throw new MailRefused(452, '4.7.1 Too many tickets by mail within an hour');
      const by: Actor = { kind: 'member', id: personId, role, requestId: null };
      const id = await this.book.open(tx, tenantId, { subject: subjectOf(mail), words: wordsOf(mail, left), priority: 'p3', files: laid, checked: mail.checked.text }, by);
      await this.trail.append(tx, tenantId, { action: 'ticket.opened', by, targets: [id], details: { priority: 'p3' } });
      await this.store.addMail(tx, { id: this.ids.next('tml'), tenantId, ticketId: id, way: 'in', at: this.clock.now(), messageId: mail.messageId, personId });
      return 'opened';
    });
  }

  async #writer({ from, checked }: CameByMail) {
    if (from === null || !checked.isProven) throw new MailRefused(550, '5.7.1 Nobody vouches for who wrote this (DKIM or SPF of the domain in From). Open a ticket in the console');
    const members = await this.database.asProvider((tx) => tx.member.findMany({ where: { person: { email: from } }, select: { tenantId: true, personId: true, role: true } }));
    const [writer, another] = members.filter(({ role }) => mayWrite(role));
    if (!writer) throw new MailRefused(550, '5.7.1 Nobody who may open tickets has this address. Write from the one you sign in with');
    if (another) throw new MailRefused(550, '5.7.1 You write for several tenants, and a mail does not say for which. Open the ticket in the console');
    return { tenantId: writer.tenantId as Id<'ten'>, personId: writer.personId as Id<'per'>, role: writer.role };
  }
}
