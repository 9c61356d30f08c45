import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Approval as ShownApproval, type ApprovalDecision } from '@inkproof/contract';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given, type Tx } from '@inkproof/platform';
import { Approvals } from '../actions/approvals.js';
import type { Approval, ApprovalState } from '../model/approval.js';
import type { TenantCaller } from '../model/caller.js';
import { idsIn } from '../model/ids-in.js';
import { ApprovalStore } from '../store/approval-store.js';
import { ActingBy, CalledByTenant } from './called-by.js';
import { showSomebody } from './show-somebody.js';

interface Which {
  state?: ApprovalState;
  cursor?: string;
  limit: number;
}
interface ApprovalId {
  id: Id<'apr'>;
}
interface List {
  items: ShownApproval[];
  next_cursor: string | null;
}
/** As whom the store is asked. */
type Whose = 'provider' | Id<'ten'>;

/** What waits for a second person, for a tenant's people and for the provider's. */
@Controller()
export class ApprovalController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Approvals) private readonly approvals: Approvals,
    @Inject(ApprovalStore) private readonly store: ApprovalStore,
  ) {}

  @Answers(api.approvals.list)
  list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.approvals.list.query) which: Which, @ActingBy() by: Actor): Promise<List> {
    return this.#list(tenantId, which, by);
  }

  @Answers(api.approvals.find)
  find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.approvals.find.params) { id }: ApprovalId, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#one(tenantId, (tx) => this.approvals.find(tx, id, tenantId), by);
  }

  @Answers(api.approvals.decide)
  decide(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.approvals.decide.params) { id }: ApprovalId, @Given.body(api.approvals.decide.body) decision: ApprovalDecision, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#decide(tenantId, id, decision, by);
  }

  @Answers(api.approvals.withdraw)
  withdraw(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.approvals.withdraw.params) { id }: ApprovalId, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#one(tenantId, (tx) => this.approvals.withdraw(tx, id, by, tenantId), by);
  }

  @Answers(api.adminApprovals.list)
  listForStaff(@Given.query(api.adminApprovals.list.query) which: Which, @ActingBy() by: Actor): Promise<List> {
    return this.#list('provider', which, by);
  }

  @Answers(api.adminApprovals.find)
  findForStaff(@Given.params(api.adminApprovals.find.params) { id }: ApprovalId, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#one('provider', (tx) => this.approvals.find(tx, id), by);
  }

  @Answers(api.adminApprovals.decide)
  decideForStaff(@Given.params(api.adminApprovals.decide.params) { id }: ApprovalId, @Given.body(api.adminApprovals.decide.body) decision: ApprovalDecision, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#decide('provider', id, decision, by);
  }

  @Answers(api.adminApprovals.withdraw)
  withdrawForStaff(@Given.params(api.adminApprovals.withdraw.params) { id }: ApprovalId, @ActingBy() by: Actor): Promise<ShownApproval> {
    return this.#one('provider', (tx) => this.approvals.withdraw(tx, id, by), by);
  }

  #decide(whose: Whose, id: Id<'apr'>, { verdict, payload_sha256: payloadSha256, reason }: ApprovalDecision, by: Actor): Promise<ShownApproval> {
    return this.#one(whose, (tx) => this.approvals.decide(tx, id, { verdict, payloadSha256, by, reason }, whose), by);
  }

  #one(whose: Whose, work: (tx: Tx) => Promise<Approval>, by: Actor): Promise<ShownApproval> {
    return this.#as(whose, async (tx) => (await this.#show(tx, [await work(tx)], by))[0]!);
  }

  #list(whose: Whose, { state, cursor, limit }: Which, by: Actor): Promise<List> {
    return this.#as(whose, async (tx) => {
      const { items, nextCursor } = pageOf(await this.approvals.list(tx, whose, { state, below: cursor, size: limit + 1 }), limit);
      return { items: await this.#show(tx, items, by), next_cursor: nextCursor };
    });
  }

  #as<Result>(whose: Whose, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return whose === 'provider' ? this.database.asProvider(work) : this.database.asTenant(whose, work);
  }

  async #show(tx: Tx, approvals: Approval[], by: Actor): Promise<ShownApproval[]> {
    const names = await this.store.names(tx, approvals);
    return approvals.map((approval) => ({
      id: approval.id,
      kind: approval.kind,
      tenant: approval.tenantId && { id: approval.tenantId, name: names.get(approval.tenantId) ?? '' },
      state: approval.state,
      payload: approval.payload as Record<string, unknown>,
      names: Object.fromEntries([...idsIn(approval.payload), ...idsIn(approval.before)].flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
      before: approval.before as Record<string, unknown> | null,
      payload_sha256: approval.payloadSha256,
      revision: approval.revision,
      reason: approval.reason,
      made_by: showSomebody(names, approval.madeBy),
      made_at: approval.madeAt.toISOString(),
      expires_at: approval.expiresAt.toISOString(),
      ended_at: approval.endedAt?.toISOString() ?? null,
      approvals_needed: approval.needed,
      edits: approval.authors.slice(1).map(({ by: author, at, revision }) => ({ by: showSomebody(names, author), at: at.toISOString(), revision })),
      decisions: approval.decisions.map(({ by: decider, at, verdict, reason, revision }) => ({ by: showSomebody(names, decider), at: at.toISOString(), verdict, reason, revision, void: revision !== approval.revision })),
      your_part: this.approvals.partOf(approval, by),
    }));
  }
}
