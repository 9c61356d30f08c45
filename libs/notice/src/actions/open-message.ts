import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, MailStore } from '@inkproof/platform';
import type { LedgerStore } from '../store/ledger-store.js';

/** A notice as it was mailed, for a person of the staff. Both logs hear of it before it is shown. */
export class OpenMessage {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerStore,
    private readonly mails: MailStore,
    private readonly trail: Trail,
  ) {}

  async of(id: Id<'ndl'>, by: Actor): Promise<{ bytes: Buffer; sha256: string }> {
    const mailId = await this.database.asProvider((tx) => this.ledger.carrier(tx, id));
    const message = mailId && (await this.mails.message(mailId));
    if (!message) throw new Refusal('notice.not_found', 'There is no such delivery, or no mail of it was handed to a mail server yet.');
    const act = { action: 'mail.opened', by, targets: [mailId, id], details: { template: 'notice' } } as const;
    const { tenantId } = message;
    if (tenantId === null) await this.database.asProvider((tx) => this.trail.append(tx, 'provider', act));
    else await this.database.asProviderOf(tenantId, (tx) => this.trail.appendToBoth(tx, tenantId, act));
    return message;
  }
}
