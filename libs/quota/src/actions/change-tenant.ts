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
  ) {}

  for(id: Id<'ten'>, { name, requests_per_second, plan }: { name?: string; requests_per_second?: number; plan?: string }): Promise<Tenant> {
    return this.database.asProvider(async (tx) => {
      if (name !== undefined) await this.tenants.rename(tx, id, name);
      if (requests_per_second !== undefined) await this.quotas.change(tx, id, requests_per_second);
      if (plan !== undefined) await this.tenants.putOnPlan(tx, id, plan);
      // Where there is no such tenant they changed nothing; the row with its day of calls is costly and read once.
      const tenant = await this.tenants.find(tx, id);
      if (!tenant) throw new Refusal('tenant.not_found');
      return tenant;
    });
  }
}
