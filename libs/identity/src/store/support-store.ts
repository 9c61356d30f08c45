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

/** Accesses of staff to tenants' data, in a transaction of the tenant's or of the provider's. */
export class SupportStore {
  async add(tx: Tx, access: SupportAccess): Promise<void> {
    await tx.supportAccess.create({ data: access });
  }

  async list(tx: Tx, tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<SupportAccess[]> {
    return (await tx.supportAccess.findMany({ where: { tenantId, ...(below === undefined ? {} : { id: { lt: below } }) }, orderBy: { id: 'desc' }, take: size })) as SupportAccess[];
  }

  async find(tx: Tx, id: Id<'sup'>, whose: { tenantId: Id<'ten'> } | { personId: Id<'per'> }): Promise<SupportAccess | undefined> {
    return ((await tx.supportAccess.findFirst({ where: { id, ...whose } })) as SupportAccess | null) ?? undefined;
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
