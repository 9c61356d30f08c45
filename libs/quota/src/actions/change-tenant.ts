import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type Tenant } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { TenantStore } from '../store/tenant-store.js';

/** Renames a tenant, or puts it on another plan, which holds from the next call on every node. Until when it was on the one before is kept. */
export class ChangeTenant {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(id: Id<'ten'>, { name, plan }: { name?: string; plan?: string }, by: Actor): Promise<Tenant> {
    return this.database.asProvider(async (tx) => {
      await this.tenants.hold(tx, id);
      const before = await this.tenants.agreed(tx, id);
      if (!before) throw new Refusal('tenant.not_found');
      if (name !== undefined) await this.tenants.rename(tx, id, name);
      if (plan !== undefined) await this.tenants.putOnPlan(tx, id, plan);
      const after = (await this.tenants.agreed(tx, id))!;
      const changed = (['name', 'plan'] as const).filter((field) => before[field] !== after[field]);
      if (before.plan !== after.plan) await this.tenants.keepPast(tx, id, before.plan, this.clock.now());
      if (changed.length) await this.trail.append(tx, id, { action: 'tenant.changed', by, targets: [id], details: { changed }, before, after });
      return (await this.tenants.find(tx, id))!;
    });
  }
}
