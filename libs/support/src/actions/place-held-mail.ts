import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { refuseClosed } from '../model/ticket-life.js';
import type { HeldMailStore } from '../store/held-mail-store.js';
import type { TicketStore } from '../store/ticket-store.js';
import type { AnswerMailed } from './answer-mailed.js';
import { findWriters, type Writer } from './find-writers.js';
import type { KeepFiles } from './keep-files.js';
import type { Mailed, OpenMailed } from './open-mailed.js';

type LaidFiles = Awaited<ReturnType<KeepFiles['layWhatMay']>>;

/** Where a mail goes: to a tenant of its author's, and there to a ticket that stands already, or to one of its own. */
export interface Placement {
  tenant: Id<'ten'>;
  ticket?: Id<'tkt'> | undefined;
}

/** The desk says for which of their tenants somebody wrote a mail, and on which ticket. It is there as if it had come to that one; nothing else is left of it. */
export class PlaceHeldMail {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMailStore,
    private readonly files: KeepFiles,
    private readonly tickets: TicketStore,
    private readonly opening: OpenMailed,
    private readonly answering: AnswerMailed,
    private readonly trail: Trail,
  ) {}

  async for(id: Id<'hml'>, { tenant: tenantId, ticket: asked }: Placement, by: Actor): Promise<Id<'tkt'>> {
    const { mail, writer } = await this.database.asProvider(async (tx) => {
      const found = await this.held.find(tx, id);
      return { mail: found, writer: found && (await findWriters(tx, { id: found.personId })).find((one) => one.tenantId === tenantId) };
    });
    const said = mail && (await this.held.words(mail));
    if (!mail || !said) throw new Refusal('mail.not_found', 'It was placed before, or has gone.');
    if (!writer) throw new Refusal('tenant.not_found', 'Whoever wrote the mail may not write for such a tenant.');
    const files = await this.files.layWhatMay(tenantId, await this.held.files(mail));
    return this.database.asProviderOf(tenantId, async (tx) => {
      if (!(await this.held.remove(tx, id))) throw new Refusal('mail.not_found', 'It was placed before, or has gone.');
      const mailed = { ...said, messageId: mail.messageId, at: mail.at };
      const ticket = asked ? await this.#answer(tx, asked, writer, mailed, files) : await this.opening.in(tx, writer, mailed, files);
      await this.trail.appendToBoth(tx, tenantId, { action: 'ticket.mail_placed', by, targets: [ticket], details: { mail: id, opened: !asked } });
      return ticket;
    });
  }

  async #answer(tx: Tx, id: Id<'tkt'>, writer: Writer, mailed: Mailed, files: LaidFiles): Promise<Id<'tkt'>> {
    const ticket = await this.tickets.hold(tx, id, writer.tenantId);
    if (!ticket) throw new Refusal('ticket.not_found');
    refuseClosed(ticket.state);
    await this.answering.in(tx, ticket, writer, mailed, files);
    return id;
  }
}
