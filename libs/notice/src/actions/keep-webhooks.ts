import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type WebhookRequest } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, SafeFetch, Tx } from '@inkproof/platform';
import type { z } from 'zod';
import { messageOf } from '../model/message.js';
import { WEBHOOKS_MAX, type Delivery, type Webhook } from '../model/webhook.js';
import type { DeliveryStore } from '../store/delivery-store.js';
import type { WebhookChanges, WebhookStore } from '../store/webhook-store.js';
import { checkAddress } from './check-address.js';
import { hintOfSecret, mintWebhookSecret } from './webhook-secret.js';

const OVERLAP_MS = 24 * 3_600_000;

/** A tenant's webhooks, from the registering to the removing. */
export class KeepWebhooks {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly fetch: SafeFetch,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async register(tenantId: Id<'ten'>, { url, label, events }: z.output<typeof WebhookRequest>, by: Actor): Promise<{ webhook: Webhook; secret: string }> {
    await checkAddress(this.fetch, url);
    const secret = mintWebhookSecret();
    const webhook: Webhook = { id: this.ids.next('whk'), url, label, events: [...new Set(events)], enabled: true, createdAt: this.clock.now(), secretHint: hintOfSecret(secret), previousUntil: null };
    const laid = await this.webhooks.lay(tenantId, webhook.id, secret);
    await this.database.asTenant(tenantId, async (tx) => {
      if (!(await this.webhooks.add(tx, tenantId, webhook, laid, WEBHOOKS_MAX))) throw new Refusal('webhook.too_many', `A tenant has at most ${WEBHOOKS_MAX} webhooks. Remove one, or let one serve more events.`);
      await this.trail.append(tx, tenantId, { action: 'webhook.registered', by, targets: [webhook.id], details: { events: webhook.events }, after: { url, label } });
    });
    return { webhook, secret };
  }

  async change(tenantId: Id<'ten'>, id: Id<'whk'>, changes: WebhookChanges, by: Actor): Promise<Webhook> {
    await this.check(changes);
    return this.database.asTenant(tenantId, (tx) => this.changeIn(tx, tenantId, id, changes, by));
  }

  /** Whether messages may be sent there. Names are looked up, so it is asked outside of a transaction where that can be. */
  async check({ url }: WebhookChanges): Promise<void> {
    if (url !== undefined) await checkAddress(this.fetch, url);
  }

  /** As a part of a larger act, once the address was checked. */
  async changeIn(tx: Tx, tenantId: Id<'ten'>, id: Id<'whk'>, changes: WebhookChanges, by: Actor): Promise<Webhook> {
    const before = present(await this.webhooks.read(tx, tenantId, id));
    const after = present(await this.webhooks.change(tx, tenantId, id, changes));
    await this.trail.append(tx, tenantId, { action: 'webhook.changed', by, targets: [id], details: { changed: Object.keys(changes).sort() }, before, after });
    return after;
  }

  /** Messages are signed by both secrets for a day, so that a receiver can change over without losing one. In that day there is no third: the receiver may still have the first. */
  async rotate(tenantId: Id<'ten'>, id: Id<'whk'>, by: Actor): Promise<{ webhook: Webhook; secret: string }> {
    const secret = mintWebhookSecret();
    const now = this.clock.now();
    const days = { now, previousUntil: new Date(now.getTime() + OVERLAP_MS) };
    present(await this.webhooks.find(tenantId, id));
    const next = { sealed: await this.webhooks.seal(tenantId, id, secret), secretHint: hintOfSecret(secret) };
    const webhook = await this.database.asTenant(tenantId, async (tx) => {
      const hasTurned = await this.webhooks.rotate(tx, tenantId, id, next, days);
      const rotated = present(await this.webhooks.read(tx, tenantId, id));
      if (!hasTurned) throw rotating(rotated);
      await this.trail.append(tx, tenantId, { action: 'webhook.secret_rotated', by, targets: [id], details: {} });
      return rotated;
    });
    return { webhook, secret };
  }

  async remove(tenantId: Id<'ten'>, id: Id<'whk'>, by: Actor): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      if (!(await this.webhooks.remove(tx, tenantId, id))) throw new Refusal('webhook.not_found');
      await this.trail.append(tx, tenantId, { action: 'webhook.removed', by, targets: [id], details: {} });
    });
  }

  async test(tenantId: Id<'ten'>, id: Id<'whk'>): Promise<Delivery> {
    present(await this.webhooks.find(tenantId, id));
    const at = this.clock.now();
    return this.deliveries.add(tenantId, id, this.ids.next('dlv'), { event: 'webhook.test', subject: id, body: messageOf('webhook.test', at, { webhook: id }), at });
  }

  /** The same message under the same id, so that a receiver who had it after all can tell. */
  async redeliver(tenantId: Id<'ten'>, id: Id<'whk'>, deliveryId: Id<'dlv'>): Promise<Delivery> {
    present(await this.webhooks.find(tenantId, id));
    await this.deliveries.again(tenantId, id, deliveryId, this.clock.now());
    const delivery = await this.deliveries.find(tenantId, id, deliveryId);
    if (!delivery) throw new Refusal('delivery.not_found');
    return delivery;
  }
}

const rotating = ({ previousUntil }: Webhook): Refusal =>
  new Refusal('webhook.rotating', `Until ${previousUntil?.toISOString()} messages are signed with the secret before as well, and your receiver may know no other. Change the secret again from then on. Was the answer lost that held the present one? Ask with the same Idempotency-Key, or register another webhook.`);

const present = (webhook: Webhook | undefined): Webhook => {
  if (!webhook) throw new Refusal('webhook.not_found');
  return webhook;
};
