export { OpenTenant } from './actions/open-tenant.js';
export { overQuota } from './model/over-quota.js';
export { type LedgerEntry } from './model/ledger-entry.js';
export { uploadLimits, type Plan } from './model/plan.js';
export { rateLimitFields, type Verdict } from './model/verdict.js';
export { QuotaModule } from './quota.module.js';
export { LedgerStore } from './store/ledger-store.js';
export { PlanStore } from './store/plan-store.js';
export { QuotaStore } from './store/quota-store.js';
