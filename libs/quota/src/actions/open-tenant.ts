import type { Actor, Trail } from '@inkproof/audit';
import type { Tenant, TenantRequest } from '@inkproof/contract';
import type { FoundTenant, NewPerson } from '@inkproof/identity';
import type { Database, Tx } from '@inkproof/platform';
import type { QuotaStore } from '../store/quota-store.js';
import type { TenantStore } from '../store/tenant-store.js';
import type { OpenQuotaTerm } from './open-quota-term.js';

type NewTenant = Omit<TenantRequest, 'owner'> & { owner: NewPerson };

/** Opens a tenant with its quota and its owner, all or nothing. */
export class OpenTenant {
  constructor(
    private readonly database: Database,
    private readonly found: FoundTenant,
    private readonly quotas: QuotaStore,
    private readonly openTerm: OpenQuotaTerm,
    private readonly tenants: TenantStore,
    private readonly trail: Trail,
  ) {}

  for(asked: NewTenant, by: Actor): Promise<{ tenant: Tenant; initialPassword: string }> {
    return this.database.asProvider((tx) => this.in(tx, asked, by));
  }

  /** The same inside somebody's larger act. */
  async in(tx: Tx, { name, requests_per_second, source, plan, owner }: NewTenant, by: Actor): Promise<{ tenant: Tenant; initialPassword: string }> {
    const { tenantId, initialPassword } = await this.found.in(tx, { name, owner });
    await this.quotas.open(tx, tenantId, requests_per_second);
    if (plan !== undefined) await this.tenants.putOnPlan(tx, tenantId, plan);
    await this.trail.append(tx, tenantId, { action: 'tenant.opened', by, targets: [tenantId], details: { requests_per_second, plan: plan ?? 'standard' } });
    await this.openTerm.in(tx, tenantId, { basis: 'contracted', requests_per_second, burst: 'at_once', source }, by);
    return { tenant: (await this.tenants.find(tx, tenantId))!, initialPassword };
  }
}
