import type { Actor } from '@inkproof/audit';
import { Refusal, type PlannedChange } from '@inkproof/contract';
import { termsOf, type ChangeKey, type KeyStore } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import type { KeepWebhooks, WebhookStore } from '@inkproof/notice';
import type { Tx } from '@inkproof/platform';

type Subject = Exclude<PlannedChange, { of: 'plan' }>;

/** What stands, in the words of the contract, and what decides whether changing it is a change at all. */
export interface Standing {
  values: Record<string, unknown>;
  /** A test key, or one that was never called with, is still being set up. */
  isInUse: boolean;
}

/** The keys and webhooks that notices are about: what stands of them, and how they are changed by their own domains. */
export class ChangeSubjects {
  constructor(
    private readonly keys: KeyStore,
    private readonly webhooks: WebhookStore,
    private readonly changeKey: ChangeKey,
    private readonly keepWebhooks: KeepWebhooks,
  ) {}

  async find(tx: Tx, tenantId: Id<'ten'>, { of, id }: Pick<Subject, 'of' | 'id'>): Promise<Standing | undefined> {
    if (of === 'webhook') {
      const webhook = await this.webhooks.read(tx, tenantId, id as Id<'whk'>);
      return webhook && { values: { url: webhook.url }, isInUse: true };
    }
    const key = await this.keys.read(tx, tenantId, id as Id<'key'>);
    if (!key) return undefined;
    const { retention, purpose, allowedAddresses, requestsPerSecond } = key;
    return { values: { retention, purpose, allowed_addresses: allowedAddresses, requests_per_second: requestsPerSecond }, isInUse: key.environment === 'live' && key.lastUsedAt !== null };
  }

  async present(tx: Tx, tenantId: Id<'ten'>, subject: Pick<Subject, 'of' | 'id'>): Promise<Standing> {
    const found = await this.find(tx, tenantId, subject);
    if (!found) throw new Refusal(subject.of === 'key' ? 'key.not_found' : 'webhook.not_found');
    return found;
  }

  /** By the action of its own domain, with its checks and its entry in the log, in the transaction of the notice: both stand, or neither. */
  async apply(tx: Tx, tenantId: Id<'ten'>, { of, id, values }: Subject, by: Actor): Promise<void> {
    if (of === 'key') return void (await this.changeKey.in(tx, tenantId, id, termsOf(values), by));
    await this.keepWebhooks.check(values);
    await this.keepWebhooks.changeIn(tx, tenantId, id, values, by);
  }
}
