import type { Tx } from '@inkproof/platform';
import type { Id } from '@inkproof/kernel';

/** The QPS quotas of tenants. Whether a call fits is the limiter's to say. */
export class QuotaStore {
  async open(tx: Tx, tenantId: Id<'ten'>, requestsPerSecond: number): Promise<void> {
    await tx.quota.create({ data: { tenantId, requestsPerSecond } });
  }

  async change(tx: Tx, tenantId: Id<'ten'>, requestsPerSecond: number): Promise<void> {
    await tx.$executeRaw`SELECT quota_set(${tenantId}, ${requestsPerSecond}::int)`;
  }
}
