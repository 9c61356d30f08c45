import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';

export interface SupportAccess {
  id: Id<'sup'>;
  tenantId: Id<'ten'>;
  personId: Id<'per'>;
  reason: string;
  ticket: string | null;
  openedBy: string;
  openedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
}

const running = (now: Date) => ({ endedAt: null, endsAt: { gt: now } });

/** Accesses of staff to tenants' data, in a transaction of the tenant's or of the provider's. */
export class SupportStore {
  async add(tx: Tx, access: SupportAccess): Promise<void> {
    await tx.supportAccess.create({ data: access });
  }

  /** `isRunning` at `now` only, or only those that are over; all of them when absent. */
  async list(tx: Tx, tenantId: Id<'ten'>, { below, size, isRunning }: { below?: string; size: number; isRunning?: boolean }, now: Date): Promise<SupportAccess[]> {
    const standing = isRunning === undefined ? {} : isRunning ? running(now) : { NOT: running(now) };
    return (await tx.supportAccess.findMany({ where: { tenantId, ...standing, ...(below === undefined ? {} : { id: { lt: below } }) }, orderBy: { id: 'desc' }, take: size })) as SupportAccess[];
  }

  /** Those of one person that run, with whose data they open. Whose time ends first comes first. */
  async own(tx: Tx, personId: Id<'per'>, now: Date): Promise<(SupportAccess & { tenant: { name: string } })[]> {
    return (await tx.supportAccess.findMany({ where: { personId, ...running(now) }, include: { tenant: { select: { name: true } } }, orderBy: { endsAt: 'asc' } })) as (SupportAccess & { tenant: { name: string } })[];
  }

  async find(tx: Tx, id: Id<'sup'>, whose: { tenantId: Id<'ten'> } | { personId: Id<'per'> }): Promise<SupportAccess | undefined> {
    return ((await tx.supportAccess.findFirst({ where: { id, ...whose } })) as SupportAccess | null) ?? undefined;
  }

  /** The one of a person's to a tenant that has most of its time left, if any runs. */
  async longest(tx: Tx, { tenantId, personId }: { tenantId: Id<'ten'>; personId: Id<'per'> }, now: Date): Promise<SupportAccess | undefined> {
    return ((await tx.supportAccess.findFirst({ where: { tenantId, personId, ...running(now) }, orderBy: { endsAt: 'desc' } })) as SupportAccess | null) ?? undefined;
  }

  /** False when it had ended already. */
  async end(tx: Tx, { id, tenantId }: SupportAccess, at: Date, by: string): Promise<boolean> {
    return (await tx.supportAccess.updateMany({ where: { id, tenantId, endedAt: null, endsAt: { gt: at } }, data: { endedAt: at, endedBy: by } })).count > 0;
  }

  /** Whether the store itself still counts it as running, by its own clock. */
  async isRunning(tx: Tx, { tenantId }: SupportAccess): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ tenant: string | null }[]>`SELECT app_support_tenant() AS tenant`;
    return row?.tenant === tenantId;
  }

  /** Names of staff for a tenant to read; it sees no other thing of those people. */
  async names(tx: Tx, accesses: readonly SupportAccess[]): Promise<Map<string, string>> {
    const rows = await tx.person.findMany({ where: { id: { in: accesses.map(({ personId }) => personId) } }, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
