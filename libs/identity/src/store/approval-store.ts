import type { ApprovalKindName } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import { idsIn } from '../model/ids-in.js';
import { namesOf } from './names-of.js';
import { stateAt, type Approval, type ApprovalSide, type Verdict } from '../model/approval.js';

const whole = { authors: { orderBy: { revision: 'asc' } }, decisions: { orderBy: { at: 'asc' } } } as const satisfies Prisma.ApprovalInclude;
type Row = Prisma.ApprovalGetPayload<{ include: typeof whole }>;

const parsed = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown));

const read = ({ payload, before, state, authors, decisions, ...row }: Row, now: Date): Approval => ({
  ...row,
  id: row.id as Id<'apr'>,
  tenantId: row.tenantId as Id<'ten'> | null,
  kind: row.kind as ApprovalKindName,
  payload: parsed(payload),
  before: parsed(before),
  state: stateAt(state, row.expiresAt, now),
  authors: authors.map(({ author, revision, at }) => ({ by: author, revision, at })),
  decisions: decisions.map(({ decidedBy, verdict, reason, revision, at }) => ({ by: decidedBy, verdict, reason, revision, at })),
});

/** What a request says now, and who wrote it. */
export interface Revision {
  payload: string;
  payloadSha256: string;
  before: string | null;
  reason: string;
  editedBy: string;
  editedAt: Date;
}

export interface NewApproval extends Revision {
  id: Id<'apr'>;
  side: ApprovalSide;
  tenantId: Id<'ten'> | null;
  kind: ApprovalKindName;
  needed: number;
  expiresAt: Date;
}

export interface WhichApprovals {
  state?: Approval['state'];
  kind?: ApprovalKindName;
  tenantId?: Id<'ten'>;
  below?: string;
  size: number;
}

/** Whose people decide: one tenant's, or the provider's. */
export type Deciding = 'provider' | Id<'ten'>;

const decidedBy = (whose: Deciding): Prisma.ApprovalWhereInput => (whose === 'provider' ? { side: 'provider' } : { side: 'tenant', tenantId: whose });

const inState = (state: Approval['state'] | undefined, now: Date): Prisma.ApprovalWhereInput => {
  if (state === 'waiting') return { state, expiresAt: { gt: now } };
  if (state === 'expired') return { state: 'waiting', expiresAt: { lte: now } };
  return { state };
};

export class ApprovalStore {
  async add(tx: Tx, { editedBy, editedAt, ...asked }: NewApproval): Promise<void> {
    await tx.approval.create({ data: { ...asked, madeBy: editedBy, madeAt: editedAt, editedBy, editedAt } });
  }

  async find(tx: Tx, whose: Deciding, id: string, now: Date): Promise<Approval | undefined> {
    const row = await tx.approval.findFirst({ where: { id, ...decidedBy(whose) }, include: whole });
    return row ? read(row, now) : undefined;
  }

  /** Holds the request until the transaction ends, so that it is decided once and edited by one at a time. */
  async hold(tx: Tx, whose: Deciding, id: string, now: Date): Promise<Approval | undefined> {
    const tenantId = whose === 'provider' ? null : whose;
    await tx.$queryRaw`SELECT id FROM approval WHERE id = ${id} AND (${tenantId}::text IS NULL OR tenant_id = ${tenantId}) FOR UPDATE`;
    return this.find(tx, whose, id, now);
  }

  async list(tx: Tx, whose: Deciding, { state, kind, tenantId, below, size }: WhichApprovals, now: Date): Promise<Approval[]> {
    const rows = await tx.approval.findMany({ where: { kind, ...(tenantId && { tenantId }), ...decidedBy(whose), id: below === undefined ? undefined : { lt: below }, ...inState(state, now) }, include: whole, orderBy: { id: 'desc' }, take: size });
    return rows.map((row) => read(row, now));
  }

  async revise(tx: Tx, { id, tenantId, revision }: Approval, next: Revision): Promise<void> {
    await tx.approval.update({ where: { id, tenantId }, data: { ...next, revision: revision + 1 } });
  }

  async decide(tx: Tx, { id, madeBy, revision, payloadSha256 }: Approval, decision: { decidedBy: string; verdict: Verdict; reason: string | null; at: Date }): Promise<void> {
    await tx.approvalDecision.create({ data: { approvalId: id, madeBy, revision, payloadSha256, ...decision } });
  }

  async end(tx: Tx, { id, tenantId }: Approval, state: 'approved' | 'refused' | 'withdrawn', endedAt: Date): Promise<void> {
    await tx.approval.update({ where: { id, tenantId }, data: { state, endedAt } });
  }

  /** Names by id of everybody and every tenant that the approvals mention, as far as the transaction may see them: another side's people have none here. */
  async names(tx: Tx, approvals: readonly Approval[]): Promise<Map<string, string>> {
    const ids = approvals.flatMap(({ authors, decisions, tenantId, payload, before }) => [...[...authors, ...decisions].map(({ by }) => by), tenantId ?? [], idsIn(payload), idsIn(before)].flat());
    return namesOf(tx, ids);
  }
}
