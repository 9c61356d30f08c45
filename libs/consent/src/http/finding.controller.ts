import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Finding, type FindingSettling, type UndeclaredPolicy } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { SetPolicy } from '../actions/set-policy.js';
import { SettleFinding } from '../actions/settle-finding.js';
import { FindingStore } from '../store/finding-store.js';
import { PolicyStore } from '../store/policy-store.js';

interface FindingId {
  id: Id<'fnd'>;
}

interface Asked {
  cursor?: string;
  limit: number;
  state?: Finding['state'];
}

interface Found {
  items: Finding[];
  next_cursor: string | null;
}

const cut = (rows: Finding[], size: number): Found => {
  const { items, nextCursor } = pageOf(rows, size);
  return { items, next_cursor: nextCursor };
};

const present = (finding: Finding | undefined): Finding => {
  if (!finding) throw new Refusal('finding.not_found');
  return finding;
};

@Controller()
export class FindingController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FindingStore) private readonly findings: FindingStore,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
    @Inject(SetPolicy) private readonly setting: SetPolicy,
    @Inject(SettleFinding) private readonly settling: SettleFinding,
  ) {}

  @Answers(api.findings.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.findings.list.query) { cursor, limit, state }: Asked): Promise<Found> {
    return cut(await this.database.asTenant(tenantId, (tx) => this.findings.list(tx, { tenantId, state, below: cursor, size: limit + 1 })), limit);
  }

  @Answers(api.findings.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.findings.find.params) { id }: FindingId): Promise<Finding> {
    return present(await this.database.asTenant(tenantId, (tx) => this.findings.find(tx, id, tenantId)));
  }

  @Answers(api.findings.policy)
  async policy(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ undeclared: UndeclaredPolicy }> {
    return { undeclared: await this.policies.of(tenantId) };
  }

  @Answers(api.findings.setPolicy)
  async setPolicy(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.findings.setPolicy.body) { undeclared }: { undeclared: UndeclaredPolicy }, @ActingBy() by: Actor): Promise<{ undeclared: UndeclaredPolicy }> {
    await this.setting.for(tenantId, undeclared, by);
    return { undeclared };
  }

  @Answers(api.adminFindings.list)
  async queue(@Given.query(api.adminFindings.list.query) { cursor, limit, state, tenant }: Asked & { tenant?: Id<'ten'> }): Promise<Found> {
    return cut(await this.database.asProvider((tx) => this.findings.list(tx, { tenantId: tenant, state, below: cursor, size: limit + 1 })), limit);
  }

  @Answers(api.adminFindings.find)
  async look(@Given.params(api.adminFindings.find.params) { id }: FindingId): Promise<Finding> {
    return present(await this.database.asProvider((tx) => this.findings.find(tx, id)));
  }

  @Answers(api.adminFindings.settle)
  settle(@Given.params(api.adminFindings.settle.params) { id }: FindingId, @Given.body(api.adminFindings.settle.body) settling: FindingSettling, @ActingBy() by: Actor): Promise<Finding> {
    return this.settling.for(id, settling, by);
  }
}
