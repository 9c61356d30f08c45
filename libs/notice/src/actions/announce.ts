import type { Clock, Id, Ids } from '@inkproof/kernel';
import { runIn, type Statement, type Tx } from '@inkproof/platform';
import { messageOf } from '../model/message.js';
import { WEBHOOKS_MAX, type WebhookEvent } from '../model/webhook.js';
import type { DeliveryStore } from '../store/delivery-store.js';

/** Tells a tenant's webhooks of an event, in the transaction of the event: both are there or neither. */
export class Announce {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** `data` names what happened by ids, states and counts. Nothing that was read belongs into it. */
  writing(tenantId: Id<'ten'>, event: WebhookEvent, subject: string, data: Record<string, unknown>): Statement {
    const at = this.clock.now();
    const ids = Array.from({ length: WEBHOOKS_MAX }, () => this.ids.next('dlv'));
    return this.deliveries.writing(tenantId, { event, subject, body: messageOf(event, at, data), at }, ids);
  }

  /** The same in a transaction that speaks for the tenant. */
  async tell(tx: Tx, tenantId: Id<'ten'>, event: WebhookEvent, subject: string, data: Record<string, unknown>): Promise<void> {
    await runIn(tx)(this.writing(tenantId, event, subject, data));
  }
}
