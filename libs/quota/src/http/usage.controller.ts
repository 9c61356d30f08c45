import { Controller, Inject } from '@nestjs/common';
import { api, documentTypes, type Limits, type Usage, type UsageNow } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Answers, Given } from '@inkproof/platform';
import { Admit } from '../actions/admit.js';
import { SumUsage } from '../actions/sum-usage.js';
import type { UsageDimension } from '../store/usage-store.js';
import { uploadLimits } from '../model/plan.js';
import { showAllowance, showRate } from '../model/show-standing.js';
import { LedgerStore } from '../store/ledger-store.js';
import { PlanStore } from '../store/plan-store.js';

@Controller()
export class UsageController {
  constructor(
    @Inject(SumUsage) private readonly sumUsage: SumUsage,
    @Inject(Admit) private readonly admit: Admit,
    @Inject(LedgerStore) private readonly ledger: LedgerStore,
    @Inject(PlanStore) private readonly plans: PlanStore,
  ) {}

  @Answers(api.usage.usage)
  usage(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.usage.usage.query) asked: { from?: string; to?: string; by?: UsageDimension }): Promise<Usage> {
    return this.sumUsage.for(tenantId, asked);
  }

  @Answers(api.usage.now)
  async now(@CalledByTenant() caller: TenantCaller): Promise<UsageNow> {
    const { at, requestsPerSecond, remaining, key, inFlight, allowance } = await this.admit.look(caller);
    return {
      at,
      requests_per_second: requestsPerSecond,
      accepted_last_second: requestsPerSecond - remaining,
      in_flight: { limit: inFlight.max, current: inFlight.now },
      allowance: showAllowance(allowance),
      key: key && showRate(key),
      seconds: await this.ledger.bySecond(caller.tenantId, at),
    };
  }

  @Answers(api.usage.limits)
  async limits(@CalledByTenant() caller: TenantCaller): Promise<Limits> {
    const [standing, plan] = await Promise.all([this.admit.look(caller), this.plans.of(caller.tenantId)]);
    const { key, inFlight, allowance } = standing;
    return {
      plan: plan.name,
      requests_per_second: showRate(standing),
      key: key && showRate(key),
      test: { requests_per_second: plan.testRequestsPerSecond, in_flight: plan.testInFlightMax },
      in_flight: { limit: inFlight.max, current: inFlight.now },
      allowance: showAllowance(allowance),
      upload: { ...uploadLimits(plan), media_types: [...documentTypes] },
      readings_at_once: plan.readingsAtOnce,
      deadline_ms: plan.deadlineMs,
    };
  }
}
