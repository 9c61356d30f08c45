import type { Id } from '@inkproof/kernel';
import type { Database, Statement, Tx } from '@inkproof/platform';
import type { Attempt, Delivery, WebhookEvent } from '../model/webhook.js';

/** One message, before it is known who gets it. */
export interface Message {
  event: WebhookEvent;
  subject: string;
  body: string;
  at: Date;
}

/** What is needed to hand one over. */
export interface DueDelivery {
  webhookId: Id<'whk'>;
  url: string;
  enabled: boolean;
  body: string;
  attempts: number;
}

const withAttempts = { id: true, event: true, subject: true, createdAt: true, state: true, nextAttemptAt: true, attempts: { select: { at: true, durationMs: true, status: true, error: true }, orderBy: { number: 'asc' } } } as const;

export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** For the transaction of what the message tells of: one delivery for each webhook that asked for it. `ids` has one for each webhook a tenant may have. */
  writing(tenantId: Id<'ten'>, { event, subject, body, at }: Message, ids: readonly string[]): Statement {
    return {
      name: 'write_deliveries',
      text: `INSERT INTO webhook_delivery (id, tenant_id, webhook_id, event, subject, body, created_at, state, next_attempt_at)
             SELECT ($2::text[])[row_number() OVER (ORDER BY w.id)], w.tenant_id, w.id, $3, $4, $5, $6, 'waiting', $6
             FROM webhook w WHERE w.tenant_id = $1 AND w.enabled AND $3 = ANY(w.events)`,
      values: [tenantId, ids, event, subject, body, at],
    };
  }

  /** The same in a transaction that asks through the client. */
  async write(tx: Tx, tenantId: Id<'ten'>, { event, subject, body, at }: Message, nextId: () => Id<'dlv'>): Promise<void> {
    const asked = await tx.webhook.findMany({ where: { tenantId, enabled: true, events: { has: event } }, select: { id: true } });
    await tx.webhookDelivery.createMany({ data: asked.map(({ id: webhookId }) => ({ id: nextId(), tenantId, webhookId, event, subject, body, createdAt: at, state: 'waiting' as const, nextAttemptAt: at })) });
  }

  /** To one webhook, whatever it asked for. */
  async add(tenantId: Id<'ten'>, webhookId: Id<'whk'>, id: Id<'dlv'>, { event, subject, body, at }: Message): Promise<Delivery> {
    const data = { id, tenantId, webhookId, event, subject, body, createdAt: at, state: 'waiting' as const, nextAttemptAt: at };
    return (await this.database.asTenant(tenantId, (tx) => tx.webhookDelivery.create({ data, select: withAttempts }))) as Delivery;
  }

  async find(tenantId: Id<'ten'>, webhookId: Id<'whk'>, id: Id<'dlv'>): Promise<Delivery | undefined> {
    const row = await this.database.asTenant(tenantId, (tx) => tx.webhookDelivery.findFirst({ where: { tenantId, webhookId, id }, select: withAttempts }));
    return (row as Delivery | null) ?? undefined;
  }

  list(tenantId: Id<'ten'>, webhookId: Id<'whk'>, { below, size }: { below?: string; size: number }): Promise<Delivery[]> {
    const where = { tenantId, webhookId, ...(below === undefined ? {} : { id: { lt: below } }) };
    return this.database.asTenant(tenantId, (tx) => tx.webhookDelivery.findMany({ where, select: withAttempts, orderBy: { id: 'desc' }, take: size })) as Promise<Delivery[]>;
  }

  /** Puts a delivery that was taken or given up back in line. */
  async again(tenantId: Id<'ten'>, webhookId: Id<'whk'>, id: Id<'dlv'>, at: Date): Promise<void> {
    await this.database.asTenant(tenantId, (tx) => tx.webhookDelivery.updateMany({ where: { tenantId, webhookId, id }, data: { state: 'waiting', nextAttemptAt: at } }));
  }

  /** Takes deliveries that are due, of any tenant. Each comes up again in a minute unless it is settled by then. */
  take(most: number): Promise<{ id: Id<'dlv'>; tenant_id: Id<'ten'> }[]> {
    return this.database.askAll('gate_take_deliveries', most);
  }

  async due(tenantId: Id<'ten'>, id: Id<'dlv'>): Promise<DueDelivery | undefined> {
    return this.database.asTenant(tenantId, async (tx) => {
      const row = await tx.webhookDelivery.findFirst({ where: { tenantId, id }, select: { body: true, webhookId: true, webhook: { select: { url: true, enabled: true } }, _count: { select: { attempts: true } } } });
      return row ? { webhookId: row.webhookId as Id<'whk'>, ...row.webhook, body: row.body, attempts: row._count.attempts } : undefined;
    });
  }

  /** Writes one attempt and what follows from it, together. */
  async settle(tenantId: Id<'ten'>, id: Id<'dlv'>, number: number, attempt: Attempt, next: { state: Delivery['state']; nextAttemptAt: Date | null }): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      await tx.webhookAttempt.create({ data: { deliveryId: id, tenantId, number, ...attempt } });
      await tx.webhookDelivery.updateMany({ where: { tenantId, id }, data: next });
    });
  }

  async giveUp(tenantId: Id<'ten'>, id: Id<'dlv'>): Promise<void> {
    await this.database.asTenant(tenantId, (tx) => tx.webhookDelivery.updateMany({ where: { tenantId, id }, data: { state: 'failed', nextAttemptAt: null } }));
  }

  async forget(before: Date): Promise<void> {
    await this.database.askAll('gate_forget_deliveries', before);
  }
}
