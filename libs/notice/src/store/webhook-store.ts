import type { Id } from '@inkproof/kernel';
import { runIn, type Database, type Drawers, type Statement, type Tx } from '@inkproof/platform';
import type { Webhook } from '../model/webhook.js';

const shown = { id: true, url: true, label: true, events: true, enabled: true, createdAt: true, secretHint: true, previousUntil: true } as const;

export type WebhookChanges = Partial<Pick<Webhook, 'url' | 'label' | 'events' | 'enabled'>>;

type Bytes = Uint8Array<ArrayBuffer>;

/** A secret, sealed, and the row of the drawer that it lies in. */
interface LaidSecret {
  row: Statement;
  sealed: Bytes;
}

/** How the last message to a webhook fared. */
export interface LastDelivery {
  at: Date;
  state: 'waiting' | 'delivered' | 'failed';
}

/** Webhooks at rest. Their secrets are sealed, because whoever has one can speak in our name. */
export class WebhookStore {
  constructor(
    private readonly database: Database,
    private readonly drawers: Drawers,
  ) {}

  /** The first secret of a webhook, sealed outside of the transaction that adds it. */
  async lay(tenantId: Id<'ten'>, id: Id<'whk'>, secret: string): Promise<LaidSecret> {
    const { drawer, row } = await this.drawers.lay(tenantId, id);
    return { row, sealed: drawer.seal(id, Buffer.from(secret)) };
  }

  /** The next secret of one that there is, likewise. */
  async seal(tenantId: Id<'ten'>, id: Id<'whk'>, secret: string): Promise<Bytes> {
    return (await this.drawers.of(tenantId, id)).seal(id, Buffer.from(secret));
  }

  /** False when the tenant has as many as it may have. */
  async add(tx: Tx, tenantId: Id<'ten'>, webhook: Webhook, { row, sealed }: LaidSecret, most: number): Promise<boolean> {
    await lockTenant(tx, tenantId);
    if ((await tx.webhook.count({ where: { tenantId } })) >= most) return false;
    await runIn(tx)(row);
    await tx.webhook.create({ data: { ...webhook, tenantId, sealed } });
    return true;
  }

  list(tenantId: Id<'ten'>): Promise<(Webhook & { last: LastDelivery | null })[]> {
    return this.database.asTenant(tenantId, async (tx) => {
      const rows = await tx.webhook.findMany({ where: { tenantId }, select: { ...shown, deliveries: { select: { createdAt: true, state: true }, orderBy: { id: 'desc' }, take: 1 } }, orderBy: { id: 'desc' } });
      return rows.map(({ deliveries: [last], ...row }) => ({ ...(row as Webhook), last: last ? { at: last.createdAt, state: last.state } : null }));
    });
  }

  find(tenantId: Id<'ten'>, id: Id<'whk'>): Promise<Webhook | undefined> {
    return this.database.asTenant(tenantId, (tx) => this.read(tx, tenantId, id));
  }

  async read(tx: Tx, tenantId: Id<'ten'>, id: Id<'whk'>): Promise<Webhook | undefined> {
    return ((await tx.webhook.findFirst({ where: { tenantId, id }, select: shown })) as Webhook | null) ?? undefined;
  }

  /** Answers the webhook as it now is; undefined when the tenant has no such webhook. */
  async change(tx: Tx, tenantId: Id<'ten'>, id: Id<'whk'>, changes: WebhookChanges): Promise<Webhook | undefined> {
    await tx.webhook.updateMany({ where: { tenantId, id }, data: changes });
    return this.read(tx, tenantId, id);
  }

  /** The secret of until now goes on signing until `previousUntil`. False where the one before it still does, or there is no such webhook. */
  async rotate(tx: Tx, tenantId: Id<'ten'>, id: Id<'whk'>, next: { sealed: Bytes; secretHint: string }, { now, previousUntil }: { now: Date; previousUntil: Date }): Promise<boolean> {
    const held = await tx.webhook.findFirst({ where: { tenantId, id }, select: { sealed: true, sealedKey: true } });
    if (!held) return false;
    const data = { ...next, sealedKey: null, previousSealed: held.sealed, previousSealedKey: held.sealedKey, previousUntil };
    // Asked with the change, because two at once would both see that it is over.
    const isOver = { OR: [{ previousUntil: null }, { previousUntil: { lte: now } }] };
    return (await tx.webhook.updateMany({ where: { tenantId, id, ...isOver }, data })).count > 0;
  }

  async remove(tx: Tx, tenantId: Id<'ten'>, id: Id<'whk'>): Promise<boolean> {
    await this.drawers.destroy(runIn(tx), tenantId, [id]);
    return (await tx.webhook.deleteMany({ where: { tenantId, id } })).count > 0;
  }

  /** The secrets that sign at that moment, the present one first. */
  async secrets(tenantId: Id<'ten'>, id: Id<'whk'>, at: Date): Promise<string[]> {
    const row = await this.database.asTenant(tenantId, (tx) =>
      tx.webhook.findFirst({ where: { tenantId, id }, select: { sealed: true, sealedKey: true, previousSealed: true, previousSealedKey: true, previousUntil: true } }),
    );
    if (!row) return [];
    const { previousSealed, previousSealedKey, previousUntil } = row;
    const read = await this.drawers.reader(tenantId, id);
    const before = previousUntil && previousUntil > at ? read(id, { sealed: previousSealed, sealedKey: previousSealedKey }) : undefined;
    return [read(id, row), before].flatMap((secret) => secret?.toString('utf8') ?? []);
  }

  /** Forgets secrets that sign no more, for all tenants. */
  async forgetSecrets(at: Date): Promise<void> {
    await this.database.askAll('gate_forget_secrets', at);
  }
}

/** Two that register at once would each see one place left. */
const lockTenant = async (tx: Tx, tenantId: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`webhook ${tenantId}`}, 0))`;
};

