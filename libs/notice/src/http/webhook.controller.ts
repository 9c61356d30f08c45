import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Delivery as ShownDelivery, type Webhook as ShownWebhook, type WebhookRequest, type WebhookWithSecret } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import type { z } from 'zod';
import { KeepWebhooks } from '../actions/keep-webhooks.js';
import { DeliveryStore } from '../store/delivery-store.js';
import { WebhookStore, type WebhookChanges } from '../store/webhook-store.js';
import { showDelivery, showWebhook } from './show.js';

interface WebhookId {
  id: Id<'whk'>;
}

@Controller()
export class WebhookController {
  constructor(
    @Inject(KeepWebhooks) private readonly keep: KeepWebhooks,
    @Inject(WebhookStore) private readonly webhooks: WebhookStore,
    @Inject(DeliveryStore) private readonly deliveries: DeliveryStore,
  ) {}

  @Answers(api.webhooks.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: ShownWebhook[] }> {
    return { items: (await this.webhooks.list(tenantId)).map(({ last, ...webhook }) => showWebhook(webhook, last)) };
  }

  @Answers(api.webhooks.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.webhooks.create.body) asked: z.output<typeof WebhookRequest>, @ActingBy() by: Actor): Promise<WebhookWithSecret> {
    const { webhook, secret } = await this.keep.register(tenantId, asked, by);
    return { ...showWebhook(webhook), secret };
  }

  @Answers(api.webhooks.change)
  async change(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.webhooks.change.params) { id }: WebhookId,
    @Given.body(api.webhooks.change.body) changes: WebhookChanges,
    @ActingBy() by: Actor,
  ): Promise<ShownWebhook> {
    return showWebhook(await this.keep.change(tenantId, id, changes, by));
  }

  @Answers(api.webhooks.remove)
  async remove(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.webhooks.remove.params) { id }: WebhookId, @ActingBy() by: Actor): Promise<void> {
    await this.keep.remove(tenantId, id, by);
  }

  @Answers(api.webhooks.rotate)
  async rotate(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.webhooks.rotate.params) { id }: WebhookId, @ActingBy() by: Actor): Promise<WebhookWithSecret> {
    const { webhook, secret } = await this.keep.rotate(tenantId, id, by);
    return { ...showWebhook(webhook), secret };
  }

  @Answers(api.webhooks.test)
  async test(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.webhooks.test.params) { id }: WebhookId): Promise<ShownDelivery> {
    return showDelivery(await this.keep.test(tenantId, id));
  }

  @Answers(api.webhooks.deliveries)
  async log(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.webhooks.deliveries.params) { id }: WebhookId,
    @Given.query(api.webhooks.deliveries.query) { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: ShownDelivery[]; next_cursor: string | null }> {
    if (!(await this.webhooks.find(tenantId, id))) throw new Refusal('webhook.not_found');
    const { items, nextCursor } = pageOf(await this.deliveries.list(tenantId, id, { below: cursor, size: limit + 1 }), limit);
    return { items: items.map(showDelivery), next_cursor: nextCursor };
  }

  @Answers(api.webhooks.redeliver)
  async redeliver(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.webhooks.redeliver.params) { id, delivery }: WebhookId & { delivery: Id<'dlv'> }): Promise<ShownDelivery> {
    return showDelivery(await this.keep.redeliver(tenantId, id, delivery));
  }
}
