import { createHash } from 'node:crypto';
import { canonical, type Act, type Actor, type Trail } from '@inkproof/audit';
import { problems, Refusal, type ApprovalKindName, type ProblemCode } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { z } from 'zod';
import { APPROVAL_LASTS_MS, partOf, standing, whyNotDecide, whyNotEdit, whyNotWithdraw, type Approval, type ApprovalSide, type Verdict } from '../model/approval.js';
import type { ApprovalStore, Deciding, WhichApprovals } from '../store/approval-store.js';

/** One kind of act that needs two people, as the domain that carries it out describes it. */
export interface ApprovalKind<Payload> {
  name: ApprovalKindName;
  /** What will be done. The approval holds for its canonical JSON and for nothing else. */
  payload: z.ZodType<Payload>;
  /** Whose people decide. */
  side: ApprovalSide;
  /** People beside the maker who must approve; one unless said otherwise. */
  needed?: number;
  /** Who of the side may decide; whoever may change anything, unless said otherwise. That authors may not is not up to a kind. */
  mayDecide?: (by: Actor, payload: Payload) => boolean;
  /** Holds what it is about until the transaction ends, where anybody else acts on that. It is the same in every revision. */
  hold?: (tx: Tx, payload: Payload, tenantId: Id<'ten'> | null) => Promise<unknown>;
  /** Runs in the transaction of the last decision. What it throws undoes the decision too. It writes its own audit entries. */
  carryOut: (tx: Tx, payload: Payload, approval: { id: Id<'apr'>; tenantId: Id<'ten'> | null }, by: Actor) => Promise<void>;
}

/** What is asked for, by whom and why. `before` is what stands there now, under the same names, so that others see the difference. */
interface Asked<Payload> {
  payload: Payload;
  before?: Partial<Payload>;
  by: Actor;
  reason: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const refuse = (code: ProblemCode | undefined): void => {
  if (code) throw new Refusal(code, details[code] ?? problems[code].title);
};
const details: Partial<Record<ProblemCode, string>> = {
  'approval.own': 'You made or edited this request. Another person decides it, whatever your role.',
  'approval.changed': 'The request was edited since you read it. Read it again; what you approve must be what will be done.',
  'approval.expired': 'The request waited longer than its time. Ask for it anew.',
};

/**
 * Acts that need two people: asked for, then approved or refused by somebody who neither made nor edited them. The store
 * holds the same law by itself (`approval_law`). Everything happens in the caller's transaction, the act included. `whose` is
 * whose people decide: a tenant's own are found by naming it.
 */
export class Approvals {
  readonly #kinds = new Map<string, ApprovalKind<unknown>>();

  constructor(
    private readonly store: ApprovalStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  register<Payload>(kind: ApprovalKind<Payload>): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two domains carry out ${kind.name}`);
    this.#kinds.set(kind.name, kind as ApprovalKind<unknown>);
  }

  async request<Payload extends object>(tx: Tx, { kind, tenantId, lastsMs = APPROVAL_LASTS_MS, ...asked }: Asked<Payload> & { kind: ApprovalKindName; tenantId: Id<'ten'> | null; lastsMs?: number }): Promise<Approval> {
    const { side, needed = 1 } = this.#kind(kind);
    const id = this.ids.next('apr');
    const revision = this.#revision(kind, asked);
    await this.store.add(tx, { id, side, tenantId, kind, needed, ...revision, expiresAt: new Date(revision.editedAt.getTime() + lastsMs) });
    return this.#tell(tx, { side, tenantId, id }, 'approval.requested', asked.by, asked.reason);
  }

  /** Voids the approvals it had, and makes whoever edits one of its authors. */
  async edit<Payload extends object>(tx: Tx, id: string, asked: Asked<Payload>, whose: Deciding = 'provider'): Promise<Approval> {
    const approval = await this.#held(tx, whose, id);
    refuse(whyNotEdit(approval, asked.by, this.mayDecide(approval, asked.by)));
    await this.store.revise(tx, approval, this.#revision(approval.kind, asked));
    return this.#tell(tx, approval, 'approval.edited', asked.by, asked.reason);
  }

  /** `payloadSha256` is of what the person has read: what was edited meanwhile is not what they approve. */
  async decide(tx: Tx, id: string, { verdict, payloadSha256, by, reason }: { verdict: Verdict; payloadSha256: string; by: Actor; reason?: string }, whose: Deciding = 'provider'): Promise<Approval> {
    const approval = await this.#held(tx, whose, id);
    refuse(whyNotDecide(approval, by, this.mayDecide(approval, by)));
    if (payloadSha256 !== approval.payloadSha256) refuse('approval.changed');
    const at = this.clock.now();
    await this.store.decide(tx, approval, { decidedBy: by.id, verdict, reason: reason ?? null, at });
    if (verdict === 'refuse') {
      await this.store.end(tx, approval, 'refused', at);
      return this.#tell(tx, approval, 'approval.refused', by, reason);
    }
    const isLast = standing(approval).length + 1 >= approval.needed;
    if (isLast) await this.store.end(tx, approval, 'approved', at);
    const decided = await this.#tell(tx, approval, 'approval.approved', by, reason);
    if (isLast) await this.#kind(approval.kind).carryOut(tx, this.#kind(approval.kind).payload.parse(approval.payload), approval, by);
    return decided;
  }

  async withdraw(tx: Tx, id: string, by: Actor, whose: Deciding = 'provider'): Promise<Approval> {
    const approval = await this.#held(tx, whose, id);
    refuse(whyNotWithdraw(approval, by));
    await this.store.end(tx, approval, 'withdrawn', this.clock.now());
    return this.#tell(tx, approval, 'approval.withdrawn', by);
  }

  /** Ends a request whose act is about what is over by now, whoever made it. One that has ended already stays as it is. */
  async overtake(tx: Tx, id: string, by: Actor, reason: string, whose: Deciding = 'provider'): Promise<void> {
    const approval = await this.#held(tx, whose, id);
    if (approval.state !== 'waiting') return;
    await this.store.end(tx, approval, 'withdrawn', this.clock.now());
    await this.#tell(tx, approval, 'approval.withdrawn', by, reason);
  }

  async find(tx: Tx, id: string, whose: Deciding = 'provider'): Promise<Approval> {
    const approval = await this.store.find(tx, whose, id, this.clock.now());
    if (!approval) throw new Refusal('approval.not_found');
    return approval;
  }

  list(tx: Tx, whose: Deciding, which: WhichApprovals): Promise<Approval[]> {
    return this.store.list(tx, whose, which, this.clock.now());
  }

  /** A kind that no domain carries out any more is decided by nobody. */
  mayDecide({ kind, payload }: Approval, by: Actor): boolean {
    const known = this.#read({ kind, payload });
    return known !== undefined && (known.kind.mayDecide?.(by, known.payload) ?? true);
  }

  partOf(approval: Approval, by: Actor): ReturnType<typeof partOf> {
    return partOf(approval, by, this.mayDecide(approval, by));
  }

  #kind(name: ApprovalKindName): ApprovalKind<unknown> {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`No domain carries out ${name}`);
    return kind;
  }

  /** Undefined where no domain carries it out any more, or not as it was asked. */
  #read({ kind, payload }: Pick<Approval, 'kind' | 'payload'>): { kind: ApprovalKind<unknown>; payload: unknown } | undefined {
    const known = this.#kinds.get(kind);
    const read = known?.payload.safeParse(payload);
    return known && read?.success ? { kind: known, payload: read.data } : undefined;
  }

  /** What it is about before the request, and both before any chain: whoever acts on that holds them in this order, and two orders would wait for each other. */
  async #held(tx: Tx, whose: Deciding, id: string): Promise<Approval> {
    const seen = await this.store.find(tx, whose, id, this.clock.now());
    const known = seen && this.#read(seen);
    await known?.kind.hold?.(tx, known.payload, seen!.tenantId);
    const approval = await this.store.hold(tx, whose, id, this.clock.now());
    // Another side's request and none answer alike, or the answer would tell which ids exist.
    if (!approval) throw new Refusal('approval.not_found');
    return approval;
  }

  #revision(kind: ApprovalKindName, { payload, before, by, reason }: Asked<object>) {
    const text = canonical(this.#kind(kind).payload.parse(payload));
    return { payload: text, payloadSha256: sha256(text), before: before === undefined ? null : canonical(before), reason, editedBy: by.id, editedAt: this.clock.now() };
  }

  /** The provider's chain before the tenant's, always: two chains taken in two orders would wait for each other. */
  async #tell(tx: Tx, { side, tenantId, id }: Pick<Approval, 'side' | 'tenantId' | 'id'>, action: 'approval.requested' | 'approval.edited' | 'approval.approved' | 'approval.refused' | 'approval.withdrawn', by: Actor, reason?: string): Promise<Approval> {
    const approval = await this.find(tx, id, side === 'provider' ? side : tenantId!);
    const { kind, payloadSha256: payload_sha256, revision, state } = approval;
    const details = { kind, payload_sha256, revision, carried_out: state === 'approved' };
    const act = { action, by, targets: tenantId ? [id, tenantId] : [id], details, reason } as Act;
    if (side === 'provider') await this.trail.append(tx, 'provider', act);
    if (tenantId) await this.trail.append(tx, tenantId, act);
    return approval;
  }
}
