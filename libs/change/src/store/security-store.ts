import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { Traffic } from '../model/surge.js';

const whole = { tenant: { select: { name: true } } } as const satisfies Prisma.SecurityNoticeInclude;
export type StoredSecurity = Prisma.SecurityNoticeGetPayload<{ include: typeof whole }>;

export type NewSecurity = Prisma.SecurityNoticeCreateManyInput;

/** Security notices, in a transaction of their tenant's or of the provider's, which says whose may be seen. */
export class SecurityStore {
  async add(tx: Tx, notice: NewSecurity): Promise<StoredSecurity> {
    await tx.securityNotice.createMany({ data: [notice] });
    return tx.securityNotice.findFirstOrThrow({ where: { id: notice.id }, include: whole });
  }

  /** Newest first. */
  list(tx: Tx, { tenantId, beyond, size }: { tenantId?: Id<'ten'>; beyond?: string | undefined; size: number }): Promise<StoredSecurity[]> {
    return tx.securityNotice.findMany({ where: { ...(tenantId && { tenantId }), ...(beyond && { id: { lt: beyond } }) }, include: whole, orderBy: { id: 'desc' }, take: size });
  }

  /** Tenants that called at least so often in the minute before now, by the store's clock, and what is usual for each. */
  async busy(tx: Tx, least: number): Promise<(Traffic & { tenantId: Id<'ten'> })[]> {
    const rows = await tx.$queryRaw<{ tenant_id: Id<'ten'>; calls: bigint; usual: number | null }[]>`SELECT * FROM gate_sum_surges(${least}::int)`;
    return rows.map(({ tenant_id: tenantId, calls, usual }) => ({ tenantId, callsPerMinute: Number(calls), usualPerMinute: usual }));
  }

  /** Whether a surge of this tenant runs already. It was seen again then. The lock lets one node at a time ask. */
  async seenAgain(tx: Tx, tenantId: Id<'ten'>, now: Date): Promise<boolean> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('surge:' || ${tenantId}, 0))`;
    return (await tx.securityNotice.updateMany({ where: { tenantId, origin: 'detected', endedAt: null }, data: { seenAt: now } })).count > 0;
  }

  /** Surges that were not seen since then are over. */
  async end(tx: Tx, seenBefore: Date, now: Date): Promise<void> {
    await tx.securityNotice.updateMany({ where: { origin: 'detected', endedAt: null, seenAt: { lt: seenBefore } }, data: { endedAt: now } });
  }
}
