import { Module } from '@nestjs/common';
import { AuditModule, Seals, SigningKey, Trail } from '@inkproof/audit';
import { Approvals, FoundTenant } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, wire } from '@inkproof/platform';
import { CancelQuotaTerm } from './actions/cancel-quota-term.js';
import { ChangeTenant } from './actions/change-tenant.js';
import { IssueStatement } from './actions/issue-statement.js';
import { OpenQuotaTerm } from './actions/open-quota-term.js';
import { OpenTenant } from './actions/open-tenant.js';
import { ReadCalls } from './actions/read-calls.js';
import { SetQuota } from './actions/set-quota.js';
import { SumUsage } from './actions/sum-usage.js';
import { TellQuotaTerms } from './actions/tell-quota-terms.js';
import { QuotaTermController } from './http/quota-term.controller.js';
import { LedgerController } from './http/ledger.controller.js';
import { TenantController } from './http/tenant.controller.js';
import { UsageController } from './http/usage.controller.js';
import { CallStore } from './store/call-store.js';
import { PlanStore } from './store/plan-store.js';
import { QuotaStore } from './store/quota-store.js';
import { TenantStore } from './store/tenant-store.js';
import { TermStore } from './store/term-store.js';
import { UsageStore } from './store/usage-store.js';

@Module({
  imports: [AuditModule],
  controllers: [UsageController, TenantController, QuotaTermController, LedgerController],
  providers: [
    wire(QuotaStore),
    wire(PlanStore, Database, Config),
    wire(TenantStore),
    wire(TermStore),
    wire(OpenQuotaTerm, TermStore, Trail, Ids),
    wire(SetQuota, Database, TermStore, OpenQuotaTerm, Approvals),
    wire(CancelQuotaTerm, Database, TermStore, Trail),
    wire(TellQuotaTerms, TermStore),
    wire(OpenTenant, Database, FoundTenant, QuotaStore, OpenQuotaTerm, TenantStore, Trail),
    wire(ChangeTenant, Database, TenantStore, Trail, Clock),
    wire(UsageStore, Database),
    wire(CallStore),
    wire(SumUsage, UsageStore, Clock),
    wire(ReadCalls, CallStore, TermStore, TellQuotaTerms, Clock),
    wire(IssueStatement, Database, UsageStore, TermStore, Seals, SigningKey, Clock),
  ],
  exports: [QuotaStore, PlanStore, OpenTenant],
})
export class QuotaModule {}
