import type { Tenant, TenantRequest } from '@inkproof/contract';
import type { FoundTenant, NewPerson } from '@inkproof/identity';
import type { Database, Tx } from '@inkproof/platform';
import type { QuotaStore } from '../store/quota-store.js';
import type { TenantStore } from '../store/tenant-store.js';

type NewTenant = Omit<TenantRequest, 'owner'> & { owner: NewPerson };

/** Opens a tenant with its quota and its owner, all or nothing. */
export class OpenTenant {
  constructor(
    private readonly database: Database,
    private readonly found: FoundTenant,
    private readonly quotas: QuotaStore,
    private readonly tenants: TenantStore,
  ) {}

  for(asked: NewTenant): Promise<{ tenant: Tenant; initialPassword: string }> {
    return this.database.asProvider((tx) => this.in(tx, asked));
  }

  /** The same inside somebody's larger act. */
  async in(tx: Tx, { name, requests_per_second, plan, owner }: NewTenant): Promise<{ tenant: Tenant; initialPassword: string }> {
    const { tenantId, initialPassword } = await this.found.in(tx, { name, owner });
    await this.quotas.open(tx, tenantId, requests_per_second);
    if (plan !== undefined) await this.tenants.putOnPlan(tx, tenantId, plan);
    return { tenant: (await this.tenants.find(tx, tenantId))!, initialPassword };
  }
}
