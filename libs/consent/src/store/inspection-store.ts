import type { InspectionState } from '@inkproof/contract';
import type { Prisma, Run, Tx } from '@inkproof/platform';

const whole = { tenant: { select: { id: true, name: true } }, items: { orderBy: { place: 'asc' }, include: { files: { orderBy: { id: 'asc' } } } } } as const satisfies Prisma.InspectionInclude;
const full = { ...whole, events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } as const satisfies Prisma.InspectionInclude;

export type StoredInspection = Prisma.InspectionGetPayload<{ include: typeof full }>;
export type ListedInspection = Prisma.InspectionGetPayload<{ include: typeof whole }>;
export type StoredItem = StoredInspection['items'][number];
export type StoredFile = StoredItem['files'][number];

export interface InspectionSearch {
  tenantId?: string;
  state?: InspectionState | 'late';
  below?: string;
  size: number;
}

/** What the draw was made from, and what it drew. */
export interface DrawnSample {
  population: number;
  population_sha256: Buffer;
  drawn: string[];
}

/** Inspections, in a transaction of the provider's or of the tenant that is inspected. */
export class InspectionStore {
  async add(tx: Tx, inspection: Prisma.InspectionUncheckedCreateInput): Promise<void> {
    await tx.inspection.createMany({ data: [inspection as Prisma.InspectionCreateManyInput] });
  }

  /** Of one tenant, or of any for the provider. */
  async find(tx: Tx, id: string, tenantId?: string): Promise<StoredInspection | undefined> {
    return (await tx.inspection.findFirst({ where: { id, ...(tenantId !== undefined && { tenantId }) }, include: full })) ?? undefined;
  }

  /** Holds it until the transaction ends, so that two who change it come one after the other. */
  async hold(tx: Tx, id: string, tenantId?: string): Promise<StoredInspection | undefined> {
    await tx.$queryRaw`SELECT id FROM inspection WHERE id = ${id} FOR UPDATE`;
    return this.find(tx, id, tenantId);
  }

  async list(tx: Tx, { tenantId, state, below, size }: InspectionSearch, now: Date): Promise<ListedInspection[]> {
    const narrowed = state === undefined ? {} : state === 'late' ? { state: { in: ['drawn', 'answered'] as InspectionState[] }, dueAt: { lte: now }, OR: [{ answeredAt: null }, { escalatedAt: { not: null } }] } : { state };
    return tx.inspection.findMany({ where: { ...narrowed, ...(tenantId !== undefined && { tenantId }), ...(below !== undefined && { id: { lt: below } }) }, include: whole, orderBy: { id: 'desc' }, take: size });
  }

  async change(tx: Tx, { id, tenantId }: { id: string; tenantId: string }, data: Prisma.InspectionUncheckedUpdateManyInput): Promise<void> {
    await tx.inspection.updateMany({ where: { id, tenantId }, data });
  }

  async changeItem(tx: Tx, { id, tenantId }: { id: string; tenantId: string }, data: Prisma.InspectionItemUncheckedUpdateManyInput): Promise<void> {
    await tx.inspectionItem.updateMany({ where: { id, tenantId }, data });
  }

  async addFile(tx: Tx, file: Prisma.InspectionFileCreateManyInput): Promise<void> {
    await tx.inspectionFile.createMany({ data: [file] });
  }

  async removeFile(tx: Tx, { id, tenantId }: { id: string; tenantId: string }): Promise<void> {
    await tx.inspectionFile.deleteMany({ where: { id, tenantId } });
  }

  async tell(tx: Tx, event: Prisma.InspectionEventCreateManyInput): Promise<void> {
    await tx.inspectionEvent.createMany({ data: [event] });
  }

  /** The store draws; `ids` are for the items, by their place. */
  async draw(run: Run, id: string, seed: Uint8Array, ids: readonly string[]): Promise<DrawnSample> {
    const [drawn] = await run<DrawnSample & Record<string, unknown>>({ name: 'inspection_draw', text: 'SELECT * FROM inspection_draw($1, $2, $3)', values: [id, seed, ids] });
    return drawn!;
  }
}
