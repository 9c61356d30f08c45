import type { FilingState } from '@inkproof/contract';
import { dateOfDay, dayOfDate, type Day, type Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { FilingContent, FilingEvent, FilingFile, FilingVersion } from '../model/filing.js';

const whole = { spans: { orderBy: [{ begins: 'asc' }, { clause: 'asc' }] }, files: { orderBy: { id: 'asc' } }, filing: { select: { id: true, name: true, createdAt: true } } } as const satisfies Prisma.FilingVersionInclude;
type Row = Prisma.FilingVersionGetPayload<{ include: typeof whole }>;

const coming: FilingState[] = ['draft', 'submitted', 'correction'];

const dayOf = (date: Date | null): Day | null => date && dayOfDate(date);
const dateOf = (day: Day | null): Date | null => day && dateOfDay(day);

const read = ({ spans, effectiveOn, endsOn, ...row }: Row): FilingVersion => ({ ...row, effectiveOn: dayOf(effectiveOn), endsOn: dayOf(endsOn), spans: spans.map(({ clause, begins, ends }) => ({ clause, begins, ends })) }) as FilingVersion;

const written = ({ effectiveOn, endsOn, spans: _marked, ...content }: FilingContent) => ({ ...content, effectiveOn: dateOf(effectiveOn), endsOn: dateOf(endsOn) });

/** Whose filings are asked for: one tenant's, or whatever was handed in. */
export type Asking = 'provider' | Id<'ten'>;
const shownTo = (asking: Asking): Prisma.FilingVersionWhereInput => (asking === 'provider' ? { state: { not: 'draft' } } : { tenantId: asking });

export interface FilingPage {
  below?: string;
  size: number;
  state?: FilingState;
}

/** A filing with its versions, newest first. */
export interface FilingWithVersions {
  id: Id<'flg'>;
  name: string;
  createdAt: Date;
  versions: FilingVersion[];
}

/** Filings, their versions and what belongs to them, in the caller's transaction. */
export class FilingStore {
  async begin(tx: Tx, filing: { id: Id<'flg'>; tenantId: Id<'ten'>; name: string; createdAt: Date; createdBy: string }): Promise<void> {
    await tx.filing.create({ data: filing });
  }

  async addVersion(tx: Tx, version: { id: Id<'flv'>; tenantId: Id<'ten'>; filingId: string; number: number; createdAt: Date; createdBy: string }, content: FilingContent, textSha256: string): Promise<void> {
    await tx.filingVersion.create({ data: { ...version, ...written(content), textSha256 } });
    await this.#mark(tx, version, content);
  }

  async change(tx: Tx, { id, tenantId }: FilingVersion, content: FilingContent, textSha256: string): Promise<void> {
    await tx.filingVersion.update({ where: { id, tenantId }, data: { ...written(content), textSha256 } });
    await tx.filingSpan.deleteMany({ where: { tenantId, versionId: id } });
    await this.#mark(tx, { id, tenantId }, content);
  }

  async #mark(tx: Tx, { id, tenantId }: { id: Id<'flv'>; tenantId: Id<'ten'> }, { spans }: FilingContent): Promise<void> {
    if (spans.length) await tx.filingSpan.createMany({ data: spans.map((span) => ({ ...span, versionId: id, tenantId })) });
  }

  async rename(tx: Tx, tenantId: Id<'ten'>, id: string, name: string): Promise<void> {
    await tx.filing.updateMany({ where: { tenantId, id }, data: { name } });
  }

  /** With its spans. Its files are gone before, each by its own. */
  async discard(tx: Tx, { id, tenantId, filing }: FilingVersion): Promise<void> {
    await tx.filingVersion.deleteMany({ where: { tenantId, id } });
    if ((await tx.filingVersion.count({ where: { tenantId, filingId: filing.id } })) === 0) await tx.filing.deleteMany({ where: { tenantId, id: filing.id } });
  }

  async move(tx: Tx, { id, tenantId }: FilingVersion, to: { state: FilingState } & Partial<Pick<FilingVersion, 'submittedAt' | 'submittedBy' | 'reviewedAt' | 'reviewedBy' | 'acceptedAt' | 'endedAt'>>): Promise<void> {
    await tx.filingVersion.update({ where: { id, tenantId }, data: to });
  }

  async addFile(tx: Tx, { tenantId, id: versionId }: FilingVersion, file: FilingFile & { addedBy: string }): Promise<void> {
    await tx.filingFile.create({ data: { ...file, tenantId, versionId } });
  }

  async removeFiles(tx: Tx, { tenantId }: Pick<FilingVersion, 'tenantId'>, ids: readonly string[]): Promise<void> {
    await tx.filingFile.deleteMany({ where: { tenantId, id: { in: [...ids] } } });
  }

  async tell(tx: Tx, { tenantId, id: versionId }: FilingVersion, event: FilingEvent): Promise<void> {
    await tx.filingEvent.create({ data: { ...event, tenantId, versionId } });
  }

  async find(tx: Tx, asking: Asking, id: string, filingId?: string): Promise<FilingVersion | undefined> {
    const row = await tx.filingVersion.findFirst({ where: { id, filingId, ...shownTo(asking) }, include: whole });
    return row ? read(row) : undefined;
  }

  /** Holds all versions of a filing until the transaction ends, in one order, so that one thing happens to it at a time. */
  async hold(tx: Tx, asking: Asking, id: string, filingId?: string): Promise<FilingVersion | undefined> {
    const found = await this.find(tx, asking, id, filingId);
    if (!found) return undefined;
    await this.holdFiling(tx, found.tenantId, found.filing.id);
    return this.find(tx, asking, id);
  }

  async holdFiling(tx: Tx, tenantId: Id<'ten'>, filingId: string): Promise<void> {
    await tx.$queryRaw`SELECT id FROM filing_version WHERE tenant_id = ${tenantId} AND filing_id = ${filingId} ORDER BY id FOR UPDATE`;
  }

  /** The version that is being written or waits, held. */
  async holdComing(tx: Tx, tenantId: Id<'ten'>, filingId: string): Promise<FilingVersion | undefined> {
    await this.holdFiling(tx, tenantId, filingId);
    const row = await tx.filingVersion.findFirst({ where: { tenantId, filingId, state: { in: coming } }, include: whole });
    return row ? read(row) : undefined;
  }

  async versions(tx: Tx, asking: Asking, filingId: string): Promise<FilingVersion[]> {
    const rows = await tx.filingVersion.findMany({ where: { filingId, ...shownTo(asking) }, include: whole, orderBy: { number: 'desc' } });
    return rows.map(read);
  }

  /** The last one before it that was accepted, whatever became of it. */
  async acceptedBefore(tx: Tx, { tenantId, filing, number }: FilingVersion): Promise<FilingVersion | undefined> {
    const row = await tx.filingVersion.findFirst({ where: { tenantId, filingId: filing.id, number: { lt: number }, acceptedAt: { not: null } }, include: whole, orderBy: { number: 'desc' } });
    return row ? read(row) : undefined;
  }

  async filing(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<FilingWithVersions | undefined> {
    const row = await tx.filing.findFirst({ where: { tenantId, id }, include: { versions: { include: whole, orderBy: { number: 'desc' } } } });
    return row ? ({ ...row, versions: row.versions.map(read) } as FilingWithVersions) : undefined;
  }

  async list(tx: Tx, tenantId: Id<'ten'>, { below, size, state }: FilingPage): Promise<FilingWithVersions[]> {
    const rows = await tx.filing.findMany({ where: { tenantId, ...(below !== undefined && { id: { lt: below } }), ...(state && { versions: { some: { state } } }) }, include: { versions: { include: whole, orderBy: { number: 'desc' } } }, orderBy: { id: 'desc' }, take: size });
    return rows.map((row) => ({ ...row, versions: row.versions.map(read) }) as FilingWithVersions);
  }

  /** What was handed in and is in one state: those that wait by how long they do, the others newest first. `beyond` is the last one of the page before. */
  async queue(tx: Tx, { state, beyond, size }: { state: FilingState; beyond?: string; size: number }): Promise<FilingVersion[]> {
    const isWaiting = state === 'submitted';
    const last = beyond === undefined ? null : await tx.filingVersion.findFirst({ where: { id: beyond }, select: { submittedAt: true } });
    const side = isWaiting ? 'gt' : 'lt';
    const behind = last?.submittedAt ? { OR: [{ submittedAt: { [side]: last.submittedAt } }, { submittedAt: last.submittedAt, id: { [side]: beyond } }] } : {};
    const order = isWaiting ? 'asc' : 'desc';
    const rows = await tx.filingVersion.findMany({ where: { state, ...behind }, include: whole, orderBy: [{ submittedAt: order }, { id: order }], take: size });
    return rows.map(read);
  }

  async events(tx: Tx, { tenantId, id: versionId }: FilingVersion): Promise<FilingEvent[]> {
    const rows = await tx.filingEvent.findMany({ where: { tenantId, versionId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    return rows.map(({ tenantId: _tenant, versionId: _version, ...event }) => event as FilingEvent);
  }
}
