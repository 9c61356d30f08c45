import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, MailStore } from '@inkproof/platform';

/** Shows what a mail says, on an install that cannot send it. Its link is for somebody else, so that is written down where they can see it. */
export class OpenMail {
  constructor(
    private readonly database: Database,
    private readonly mails: MailStore,
    private readonly trail: Trail,
    private readonly isSending: boolean,
  ) {}

  async by(by: Actor, id: Id<'mal'>): Promise<{ subject: string; text: string }> {
    const mail = await this.mails.read(id);
    if (!mail) throw new Refusal('mail.not_found');
    if (this.isSending) throw new Refusal('mail.sealed');
    const { subject, text, template, tenantId } = mail;
    await this.database.asProvider((tx) => this.trail.append(tx, tenantId ?? 'provider', { action: 'mail.opened', by, targets: [id], details: { template } }));
    return { subject, text };
  }
}
