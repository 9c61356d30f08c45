import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Load, type OpenedTenant, type Plan as ShownPlan, type Tenant, type TenantName, type TenantRequest } from '@inkproof/contract';
import { ActingBy, canonicalEmail } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { ChangeTenant } from '../actions/change-tenant.js';
import { OpenTenant } from '../actions/open-tenant.js';
import { LedgerStore } from '../store/ledger-store.js';
import type { Plan } from '../model/plan.js';
import { PlanStore } from '../store/plan-store.js';
import { TenantStore } from '../store/tenant-store.js';

const showPlan = (plan: Plan): ShownPlan => ({
  name: plan.name,
  upload_max_bytes: plan.uploadMaxBytes,
  page_max_pixels: plan.pageMaxPixels,
  call_max_pages: plan.callMaxPages,
  job_max_pages: plan.jobMaxPages,
  job_max_documents: plan.jobMaxDocuments,
  readings_at_once: plan.readingsAtOnce,
  deadline_ms: plan.deadlineMs,
  in_flight_max: plan.inFlightMax,
  month_max_pages: plan.monthMaxPages,
  overage: plan.overage,
  test_requests_per_second: plan.testRequestsPerSecond,
  test_in_flight_max: plan.testInFlightMax,
});

/** As many as a choice shows. */
const NAMES = 10;

/** Tenants, their plans and their load, for the provider's staff. */
@Controller()
export class TenantController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TenantStore) private readonly tenants: TenantStore,
    @Inject(OpenTenant) private readonly openTenant: OpenTenant,
    @Inject(ChangeTenant) private readonly changeTenant: ChangeTenant,
    @Inject(PlanStore) private readonly plans: PlanStore,
    @Inject(LedgerStore) private readonly ledger: LedgerStore,
  ) {}

  @Answers(api.admin.listTenants)
  async list(@Given.query(api.admin.listTenants.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Tenant[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asProvider((tx) => this.tenants.list(tx, { below: cursor, size: limit + 1 })), limit);
    return { items, next_cursor: nextCursor };
  }

  @Answers(api.admin.tenantNames)
  async names(@Given.query(api.admin.tenantNames.query) { containing }: { containing: string }): Promise<{ items: TenantName[] }> {
    return { items: await this.database.asProvider((tx) => this.tenants.named(tx, containing, NAMES)) };
  }

  @Answers(api.admin.openTenant)
  async open(@Given.body(api.admin.openTenant.body) asked: TenantRequest, @ActingBy() by: Actor): Promise<OpenedTenant> {
    const { tenant, initialPassword } = await this.openTenant.for(asked, by);
    return { tenant, owner: { email: canonicalEmail(asked.owner.email), initial_password: initialPassword } };
  }

  @Answers(api.admin.findTenant)
  async find(@Given.params(api.admin.findTenant.params) { id }: { id: Id<'ten'> }): Promise<Tenant> {
    const tenant = await this.database.asProvider((tx) => this.tenants.find(tx, id));
    if (!tenant) throw new Refusal('tenant.not_found');
    return tenant;
  }

  @Answers(api.admin.changeTenant)
  change(@Given.params(api.admin.changeTenant.params) { id }: { id: Id<'ten'> }, @Given.body(api.admin.changeTenant.body) asked: { name?: string; plan?: string }, @ActingBy() by: Actor): Promise<Tenant> {
    return this.changeTenant.for(id, asked, by);
  }

  @Answers(api.admin.plans)
  async listPlans(): Promise<{ items: ShownPlan[] }> {
    return { items: (await this.plans.list()).map(showPlan) };
  }

  @Answers(api.admin.load)
  load(@Given.query(api.admin.load.query) { minutes }: { minutes: number }): Promise<Load> {
    return this.ledger.load(minutes);
  }
}
