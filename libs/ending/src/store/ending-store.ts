import { dateOfDay, dayOfDate, type Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { ServiceEnding } from '../model/service-end.js';

export type NewEnding = Pick<ServiceEnding, 'id' | 'tenantId' | 'side' | 'reason' | 'announcedAt' | 'announcedBy' | 'approvedBy' | 'lastDay' | 'endsAt' | 'readableUntil'> & { approvalId: string | null; nextLookAt: Date };

type Progress = { offeredAt: Date[] } | { endedAt: Date; deletionId: Id<'del'> } | Record<never, never>;

const read = ({ lastDay, ...row }: Omit<ServiceEnding, 'lastDay'> & { lastDay: Date }): ServiceEnding => ({ ...row, lastDay: dayOfDate(lastDay) });

/** Ends of services: one that stands for a tenant, and those that were taken back. */
export class EndingStore {
  /** False, and nothing added, where one stands already. */
  async add(tx: Tx, { lastDay, ...ending }: NewEnding): Promise<boolean> {
    const { count } = await tx.serviceEnd.createMany({ data: [{ ...ending, lastDay: dateOfDay(lastDay), offeredAt: [ending.announcedAt] }], skipDuplicates: true });
    return count > 0;
  }

  async standing(tx: Tx, tenantId: string): Promise<ServiceEnding | undefined> {
    const row = await tx.serviceEnd.findFirst({ where: { tenantId, takenBackAt: null } });
    return row ? read(row as Parameters<typeof read>[0]) : undefined;
  }

  /** The same, held until the transaction ends. */
  async hold(tx: Tx, tenantId: string): Promise<ServiceEnding | undefined> {
    await tx.$queryRaw`SELECT id FROM service_end WHERE tenant_id = ${tenantId} AND taken_back_at IS NULL FOR UPDATE`;
    return this.standing(tx, tenantId);
  }

  /** False where it has come, or was taken back. */
  async takeBack(tx: Tx, { tenantId, id }: Pick<ServiceEnding, 'tenantId' | 'id'>, by: string, at: Date): Promise<boolean> {
    return (await tx.serviceEnd.updateMany({ where: { tenantId, id, takenBackAt: null, endedAt: null, endsAt: { gt: at } }, data: { takenBackAt: at, takenBackBy: by, nextLookAt: null } })).count > 0;
  }

  async advance(tx: Tx, { tenantId, id }: Pick<ServiceEnding, 'tenantId' | 'id'>, progress: Progress, nextLookAt: Date | null): Promise<void> {
    await tx.serviceEnd.updateMany({ where: { tenantId, id }, data: { ...progress, nextLookAt } });
  }

  /** Tenants of which there is something to do, the longest due first. */
  async due(tx: Tx, at: Date, size: number): Promise<Id<'ten'>[]> {
    return (await tx.serviceEnd.findMany({ where: { nextLookAt: { lte: at } }, select: { tenantId: true }, orderBy: { nextLookAt: 'asc' }, take: size })).map(({ tenantId }) => tenantId as Id<'ten'>);
  }

  async isDue(tx: Tx, { tenantId, id }: Pick<ServiceEnding, 'tenantId' | 'id'>, at: Date): Promise<boolean> {
    return (await tx.serviceEnd.count({ where: { tenantId, id, nextLookAt: { lte: at } } })) > 0;
  }

  /** A request to end the service that waits for a second person. */
  async waiting(tx: Tx, tenantId: string, now: Date): Promise<Id<'apr'> | null> {
    const row = await tx.approval.findFirst({ where: { kind: 'service.end', state: 'waiting', tenantId, expiresAt: { gt: now } }, select: { id: true } });
    return (row?.id as Id<'apr'> | undefined) ?? null;
  }
}
