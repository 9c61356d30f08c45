import { memberRoles, staffRoles, type ApprovalKindName, type ProblemCode } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Actor } from '@inkproof/audit';

export type ApprovalSide = 'provider' | 'tenant';
export type ApprovalState = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'expired';
export type Verdict = 'approve' | 'refuse';

/** One person's word on one revision. */
export interface Decision {
  by: string;
  verdict: Verdict;
  reason: string | null;
  revision: number;
  at: Date;
}

/** An act that needs two people, as it stands. */
export interface Approval {
  id: Id<'apr'>;
  side: ApprovalSide;
  tenantId: Id<'ten'> | null;
  kind: ApprovalKindName;
  payload: unknown;
  payloadSha256: string;
  before: unknown;
  revision: number;
  needed: number;
  state: ApprovalState;
  reason: string;
  madeBy: string;
  madeAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  /** Oldest first; the first of them made it. */
  authors: readonly { by: string; revision: number; at: Date }[];
  decisions: readonly Decision[];
}

export const APPROVAL_LASTS_MS = 7 * 24 * 3_600_000;

/** What waits past its time has expired, whether or not anybody noted it. */
export const stateAt = (state: Exclude<ApprovalState, 'expired'>, expiresAt: Date, now: Date): ApprovalState => (state === 'waiting' && expiresAt <= now ? 'expired' : state);

/** Everybody of the side who may change anything at all; a kind may name fewer. */
const roles: Record<ApprovalSide, { kind: Actor['kind']; names: readonly string[] }> = {
  provider: { kind: 'staff', names: staffRoles.filter((role) => role !== 'auditor') },
  tenant: { kind: 'member', names: memberRoles.filter((role) => role !== 'viewer') },
};

/** Whether somebody is of the side that decides, in a role that decides. Programs and the install itself never are. */
export const isOfSide = (side: ApprovalSide, { kind, role }: Actor): boolean => kind === roles[side].kind && role !== undefined && roles[side].names.includes(role);

export const isAuthor = ({ authors }: Pick<Approval, 'authors'>, { id }: Actor): boolean => authors.some(({ by }) => by === id);

/** Approvals of what it says now. Those before the last edit are void. */
export const standing = ({ decisions, revision }: Pick<Approval, 'decisions' | 'revision'>): readonly Decision[] => decisions.filter((one) => one.verdict === 'approve' && one.revision === revision);

const hasDecided = (approval: Approval, { id }: Actor): boolean => standing(approval).some(({ by }) => by === id);

const ended = ({ state }: Approval): ProblemCode | undefined => (state === 'expired' ? 'approval.expired' : state === 'waiting' ? undefined : 'approval.ended');

/** Why somebody may not decide; undefined when they may. No role is excepted from the last sentence. */
export const whyNotDecide = (approval: Approval, by: Actor, mayDecide: boolean): ProblemCode | undefined => {
  if (!isOfSide(approval.side, by) || !mayDecide) return 'access.denied';
  return ended(approval) ?? (isAuthor(approval, by) ? 'approval.own' : hasDecided(approval, by) ? 'approval.ended' : undefined);
};

/** What was asked for is taken back by those who asked. Others refuse it. */
export const whyNotWithdraw = (approval: Approval, by: Actor): ProblemCode | undefined => (isOfSide(approval.side, by) && isAuthor(approval, by) ? ended(approval) : 'access.denied');

/** Whoever might decide may edit instead, and then decides no more. */
export const whyNotEdit = (approval: Approval, by: Actor, mayDecide: boolean): ProblemCode | undefined => (isOfSide(approval.side, by) && (mayDecide || isAuthor(approval, by)) ? ended(approval) : 'access.denied');

export const partOf = (approval: Approval, by: Actor, mayDecide: boolean): 'decider' | 'author' | 'decided' | 'onlooker' => {
  if (isAuthor(approval, by)) return 'author';
  if (hasDecided(approval, by)) return 'decided';
  return whyNotDecide(approval, by, mayDecide) ? 'onlooker' : 'decider';
};
