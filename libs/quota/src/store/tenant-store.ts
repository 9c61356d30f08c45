import { Refusal, type Tenant, type TenantName } from '@inkproof/contract';
import { dayOfDate, type Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';

interface TenantRow {
  id: Id<'ten'>;
  name: string;
  created_at: Date;
  requests_per_second: number;
  plan: string;
  last_day: Date | null;
  ends_at: Date | null;
  members: bigint;
  active_keys: bigint;
  accepted: bigint;
  refused: bigint;
  failed: bigint;
}

const show = ({ created_at, last_day, ends_at, members, active_keys, accepted, refused, failed, ...row }: TenantRow): Tenant => ({
  ...row,
  created_at: created_at.toISOString(),
  end: last_day && ends_at && { last_day: dayOfDate(last_day), ends_at: ends_at.toISOString() },
  members: Number(members),
  active_keys: Number(active_keys),
  last_24h: { accepted: Number(accepted), refused: Number(refused), failed: Number(failed) },
});

/** Tenants as the provider sees them: with their quota, whether their service ends, and what their calls came to. */
export class TenantStore {
  async list(tx: Tx, { below, size }: { below?: string; size: number }): Promise<Tenant[]> {
    return this.#read(tx, below === undefined ? Prisma.sql`true` : Prisma.sql`t.id < ${below}`, size);
  }

  /** Those whose name contains the words, or whose id it is. Without their calls, which are costly to count. */
  async named(tx: Tx, words: string, most: number): Promise<TenantName[]> {
    return tx.$queryRaw<TenantName[]>`
      SELECT id, name FROM tenant WHERE position(lower(${words}) IN lower(name)) > 0 OR id = ${words}
      ORDER BY position(lower(${words}) IN lower(name)), name, id LIMIT ${most}`;
  }

  async find(tx: Tx, id: Id<'ten'>): Promise<Tenant | undefined> {
    const [tenant] = await this.#read(tx, Prisma.sql`t.id = ${id}`, 1);
    return tenant;
  }

  /** What is agreed with a tenant, without its day of calls, which is costly to count. */
  async agreed(tx: Tx, id: Id<'ten'>): Promise<Pick<Tenant, 'name' | 'plan'> | undefined> {
    const row = await tx.tenant.findUnique({ where: { id }, select: { name: true, planName: true } });
    return row ? { name: row.name, plan: row.planName } : undefined;
  }

  async putOnPlan(tx: Tx, id: Id<'ten'>, plan: string): Promise<void> {
    if (!(await tx.plan.findUnique({ where: { name: plan } }))) throw new Refusal('plan.unknown', undefined, { errors: [{ field: 'plan', message: 'names no plan' }] });
    await tx.tenant.updateMany({ where: { id }, data: { planName: plan } });
  }

  /** Nobody else changes it until the transaction ends. */
  async hold(tx: Tx, id: Id<'ten'>): Promise<void> {
    await tx.$queryRaw`SELECT 1 FROM tenant WHERE id = ${id} FOR UPDATE`;
  }

  /** On which plan it was until an instant. A plan of no length, between two changes of one instant, was none. */
  async keepPast(tx: Tx, tenantId: Id<'ten'>, plan: string, until: Date): Promise<void> {
    await tx.pastPlan.createMany({ data: [{ tenantId, plan, until }], skipDuplicates: true });
  }

  async rename(tx: Tx, id: Id<'ten'>, name: string): Promise<void> {
    await tx.tenant.updateMany({ where: { id }, data: { name } });
  }

  async #read(tx: Tx, which: Prisma.Sql, size: number): Promise<Tenant[]> {
    const rows = await tx.$queryRaw<TenantRow[]>`
      SELECT t.id, t.name, t.created_at, t.plan_name AS plan, q.requests_per_second, e.last_day, e.ends_at, m.members, k.active_keys, l.accepted, l.refused, l.failed
      FROM tenant t
      LEFT JOIN service_end e ON e.tenant_id = t.id AND e.taken_back_at IS NULL
      CROSS JOIN LATERAL quota_in_force(t.id, clock_timestamp()) q,
      LATERAL (SELECT count(*) AS members FROM member WHERE tenant_id = t.id) m,
      LATERAL (SELECT count(*) AS active_keys FROM api_key WHERE tenant_id = t.id AND revoked_at IS NULL) k,
      LATERAL gate_sum_day(t.id) l
      WHERE ${which} ORDER BY t.id DESC LIMIT ${size}`;
    return rows.map(show);
  }
}
