import { Controller, Inject } from '@nestjs/common';
import { api, documentTypes, type Limits, type Usage, type UsageNow } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Answers, Given } from '@inkproof/platform';
import { SumUsage } from '../actions/sum-usage.js';
import type { UsageDimension } from '../store/usage-store.js';
import { uploadLimits } from '../model/plan.js';
import { LedgerStore } from '../store/ledger-store.js';
import { PlanStore } from '../store/plan-store.js';
import { QuotaStore } from '../store/quota-store.js';

@Controller()
export class UsageController {
  constructor(
    @Inject(SumUsage) private readonly sumUsage: SumUsage,
    @Inject(QuotaStore) private readonly quotas: QuotaStore,
    @Inject(LedgerStore) private readonly ledger: LedgerStore,
    @Inject(PlanStore) private readonly plans: PlanStore,
  ) {}

  @Answers(api.usage.usage)
  usage(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.usage.usage.query) asked: { from?: string; to?: string; by?: UsageDimension }): Promise<Usage> {
    return this.sumUsage.for(tenantId, asked);
  }

  @Answers(api.usage.now)
  async now(@CalledByTenant() { tenantId }: TenantCaller): Promise<UsageNow> {
    const { at, requestsPerSecond, remaining } = await this.quotas.look(tenantId);
    return { at, requests_per_second: requestsPerSecond, accepted_last_second: requestsPerSecond - remaining, seconds: await this.ledger.bySecond(tenantId, at) };
  }

  @Answers(api.usage.limits)
  async limits(@CalledByTenant() { tenantId }: TenantCaller): Promise<Limits> {
    const [{ requestsPerSecond, remaining }, plan] = await Promise.all([this.quotas.look(tenantId), this.plans.of(tenantId)]);
    return {
      plan: plan.name,
      requests_per_second: { limit: requestsPerSecond, remaining, window_ms: 1000 },
      upload: { ...uploadLimits(plan), media_types: [...documentTypes] },
      readings_at_once: plan.readingsAtOnce,
      deadline_ms: plan.deadlineMs,
    };
  }
}
