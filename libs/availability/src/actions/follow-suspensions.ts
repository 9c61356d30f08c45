import type { ComponentName } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';

/** What a suspended tenant is refused. Everything else stays open to it. */
const closedParts = ['recognition', 'jobs'] as const satisfies readonly ComponentName[];

/** Times in which a tenant is suspended stand in its own ledger as that, from the instant of the suspension on. */
export class FollowSuspensions {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async once(): Promise<number> {
    const { suspended, running } = await this.database.asProvider(async (tx) => ({
      suspended: await tx.tenant.findMany({ where: { suspendedAt: { not: null } }, select: { id: true, suspendedAt: true } }),
      running: await this.outages.running(tx, 'suspension'),
    }));
    const isRunning = (tenantId: string) => running.some((outage) => outage.tenantId === tenantId);
    for (const { id, suspendedAt } of suspended) if (!isRunning(id)) await this.#begin(id as Id<'ten'>, suspendedAt!);
    for (const outage of running) if (!suspended.some(({ id }) => id === outage.tenantId)) await this.#end(outage);
    return 0;
  }

  /** Another node may be faster; then its outages run already and nothing of this is left. */
  #begin(tenantId: Id<'ten'>, from: Date): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`;
      if ((await this.outages.running(tx, 'suspension', tenantId)).length) return;
      const at = this.clock.now();
      for (const componentId of closedParts) {
        const id = this.ids.next('out');
        await this.outages.add(tx, { id, componentId, tenantId, from, foundBy: 'suspension', enteredAt: at });
        await this.outages.book(tx, { id, tenantId, bookings: [] }, { at, from, cause: 'suspension', origin: 'suspended', evidenceKind: 'suspension', words: 'The tenant was suspended' });
      }
    });
  }

  #end(outage: StoredOutage): Promise<void> {
    return this.database.asProviderOf(outage.tenantId!, (tx) => this.outages.end(tx, outage, this.clock.now()));
  }
}
