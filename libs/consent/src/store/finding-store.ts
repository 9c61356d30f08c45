import type { Finding, PersonalCategory, UndeclaredPolicy } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import { Prisma, type Statement, type Tx } from '@inkproof/platform';

/** What stood in a result and had not been declared, of one category. It says how much and where, never what. */
export interface NewFinding {
  category: PersonalCategory;
  kinds: string[];
  pages: number[];
  count: number;
}

/** Which recognition it is about. */
export interface FoundIn {
  recognitionId: Id<'rec'>;
  versionId: Id<'flv'> | null;
  at: string | Date;
  result: UndeclaredPolicy;
}

const shown = { id: true, tenantId: true, at: true, recognitionId: true, category: true, kinds: true, pages: true, count: true, result: true, state: true, settledAt: true, settledBy: true, reason: true, reference: true, filingVersionId: true, tenant: { select: { name: true } } } as const;
type Row = Prisma.PersonalFindingGetPayload<{ select: typeof shown }>;

const findingOf = ({ id, tenantId, tenant, recognitionId, filingVersionId, at, settledAt, settledBy, ...row }: Row): Finding => ({
  ...row,
  id: id as Id<'fnd'>,
  tenant: { id: tenantId as Id<'ten'>, name: tenant.name },
  recognition: recognitionId as Id<'rec'>,
  version_id: filingVersionId as Id<'flv'> | null,
  at: at.toISOString(),
  settled: settledAt && settledBy !== null ? { at: settledAt.toISOString(), by: settledBy } : null,
});

export interface WhichFindings {
  tenantId?: Id<'ten'> | undefined;
  state?: Finding['state'] | undefined;
  below?: string | undefined;
  size: number;
}

/** Rows for the transaction that records the call. */
export const findingStatements = (ids: Ids, tenantId: Id<'ten'>, { recognitionId, versionId, at, result }: FoundIn, findings: readonly NewFinding[]): Statement[] =>
  findings.map(({ category, kinds, pages, count }) => ({
    name: 'write_finding',
    text: 'INSERT INTO personal_finding (id, tenant_id, at, recognition_id, filing_version_id, category, kinds, pages, count, result) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [ids.next('fnd'), tenantId, at, recognitionId, versionId, category, kinds, pages, count, result],
  }));

/** What was found undeclared. Whose may be seen the transaction says. */
export class FindingStore {
  async list(tx: Tx, { tenantId, state, below, size }: WhichFindings): Promise<Finding[]> {
    const where = { ...(tenantId && { tenantId }), ...(state && { state }), ...(below && { id: { lt: below } }) };
    return (await tx.personalFinding.findMany({ where, select: shown, orderBy: { id: 'desc' }, take: size })).map(findingOf);
  }

  async find(tx: Tx, id: string, tenantId?: Id<'ten'>): Promise<Finding | undefined> {
    const row = await tx.personalFinding.findFirst({ where: { id, ...(tenantId && { tenantId }) }, select: shown });
    return row ? findingOf(row) : undefined;
  }

  /** False when somebody was before. */
  async settle(tx: Tx, id: string, settled: { state: 'dismissed' | 'linked'; reason: string; reference: string | null; settledAt: Date; settledBy: string }): Promise<boolean> {
    return (await tx.personalFinding.updateMany({ where: { id, state: 'open' }, data: settled })).count > 0;
  }
}
