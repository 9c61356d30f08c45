import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type Tenant } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { QuotaStore } from '../store/quota-store.js';
import type { TenantStore } from '../store/tenant-store.js';

/** Renames a tenant, or gives it another quota or plan, which holds from the next call on every node. */
export class ChangeTenant {
  constructor(
    private readonly database: Database,
    private readonly quotas: QuotaStore,
    private readonly tenants: TenantStore,
    private readonly trail: Trail,
  ) {}

  for(id: Id<'ten'>, asked: { name?: string; requests_per_second?: number; plan?: string }, by: Actor): Promise<Tenant> {
    const { name, requests_per_second, plan } = asked;
    return this.database.asProvider(async (tx) => {
      const before = await this.tenants.agreed(tx, id);
      if (!before) throw new Refusal('tenant.not_found');
      if (name !== undefined) await this.tenants.rename(tx, id, name);
      if (requests_per_second !== undefined) await this.quotas.change(tx, id, requests_per_second);
      if (plan !== undefined) await this.tenants.putOnPlan(tx, id, plan);
      await this.trail.append(tx, id, { action: 'tenant.changed', by, targets: [id], details: { changed: Object.keys(asked).sort() }, before, after: { ...before, ...asked } });
      return (await this.tenants.find(tx, id))!;
    });
  }
}
