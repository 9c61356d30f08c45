import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { HeldMailStore } from '../store/held-mail-store.js';
import { findWriters } from './find-writers.js';
import type { KeepFiles } from './keep-files.js';
import type { OpenMailed } from './open-mailed.js';

/** The desk says for which of their tenants somebody wrote a mail. It becomes a ticket as if it had come to that one; nothing else is left of it. */
export class PlaceHeldMail {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMailStore,
    private readonly files: KeepFiles,
    private readonly opening: OpenMailed,
    private readonly trail: Trail,
  ) {}

  async for(id: Id<'hml'>, tenantId: Id<'ten'>, by: Actor): Promise<Id<'tkt'>> {
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
      const ticket = await this.opening.in(tx, writer, { ...said, messageId: mail.messageId, at: mail.at }, files);
      await this.trail.appendToBoth(tx, tenantId, { action: 'ticket.mail_placed', by, targets: [ticket], details: { mail: id } });
      return ticket;
    });
  }
}
