import type { ChangeState, PlannedChange } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { ChangeStanding } from '../model/change-life.js';

const listed = { tenant: { select: { name: true } } } as const satisfies Prisma.ChangeNoticeInclude;
const whole = { ...listed, events: { orderBy: { place: 'asc' } } } as const satisfies Prisma.ChangeNoticeInclude;

type Read<Row> = Omit<Row, 'standing' | 'change' | 'before'> & { standing: ChangeStanding; change: PlannedChange; before: Record<string, unknown> | null };
export type ListedChange = Read<Prisma.ChangeNoticeGetPayload<{ include: typeof listed }>>;
export type StoredChange = Read<Prisma.ChangeNoticeGetPayload<{ include: typeof whole }>>;
export type NewChange = Omit<Prisma.ChangeNoticeCreateManyInput, 'standing' | 'change'> & { standing: ChangeStanding; change: PlannedChange };

/** What a list is narrowed to. */
export interface ChangeSearch {
  tenantId?: Id<'ten'> | undefined;
  state?: ChangeState | 'open' | undefined;
  beyond?: string | undefined;
  size: number;
}

const open: Prisma.ChangeNoticeWhereInput = { OR: [{ state: { in: ['filed', 'accepted', 'acknowledged', 'due'] } }, { urgency: 'urgent', state: 'applied' }] };
// Fold and contract wrote them, so they have their shapes.
const read = <Row extends { standing: unknown; change: unknown; before: unknown }>(row: Row) => row as unknown as Read<Row>;
const where = ({ tenantId, state }: ChangeSearch): Prisma.ChangeNoticeWhereInput => ({ ...(tenantId && { tenantId }), ...(state === 'open' ? open : state ? { state } : {}) });

/** Change notices, in a transaction of their tenant's or of the provider's, which says whose may be seen. */
export class ChangeStore {
  async add(tx: Tx, { standing, change, ...notice }: NewChange): Promise<void> {
    await tx.changeNotice.createMany({ data: [{ ...notice, standing: standing as object, change: change as object }] });
  }

  async find(tx: Tx, id: string, tenantId?: Id<'ten'>): Promise<StoredChange | undefined> {
    const row = await tx.changeNotice.findFirst({ where: { id, ...(tenantId && { tenantId }) }, include: whole });
    return row ? read(row) : undefined;
  }

  async tenantOf(tx: Tx, id: string): Promise<Id<'ten'> | undefined> {
    return (await tx.changeNotice.findUnique({ where: { id }, select: { tenantId: true } }))?.tenantId as Id<'ten'> | undefined;
  }

  /** Holds it until the transaction ends, so that two who act on it come one after the other. */
  async hold(tx: Tx, id: string, tenantId: Id<'ten'>): Promise<StoredChange | undefined> {
    const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM change_notice WHERE id = ${id} AND tenant_id = ${tenantId} FOR UPDATE`;
    return held.length ? this.find(tx, id, tenantId) : undefined;
  }

  /** As the provider decides on them: what waits for its word first, urgent before planned, then what comes next; what is over last. */
  async queue(tx: Tx, asked: ChangeSearch): Promise<ListedChange[]> {
    const { beyond, size } = asked;
    return (await tx.changeNotice.findMany({ where: { AND: [where(asked), beyond ? { queuePlace: { gt: beyond } } : {}] }, include: listed, orderBy: { queuePlace: 'asc' }, take: size })).map(read);
  }

  /** Newest first. */
  async list(tx: Tx, asked: ChangeSearch): Promise<ListedChange[]> {
    const { beyond, size } = asked;
    return (await tx.changeNotice.findMany({ where: { AND: [where(asked), beyond ? { id: { lt: beyond } } : {}] }, include: listed, orderBy: { id: 'desc' }, take: size })).map(read);
  }

  async counts(tx: Tx): Promise<{ waiting: number; overdue: number }> {
    const overdue = { AND: [open, { standing: { path: ['overdue'], equals: true } }] };
    return { waiting: await tx.changeNotice.count({ where: { state: 'filed' } }), overdue: await tx.changeNotice.count({ where: overdue }) };
  }

  /** Those by which a tenant may change this now. */
  async doors(tx: Tx, tenantId: Id<'ten'>, subject: string): Promise<StoredChange[]> {
    return (await tx.changeNotice.findMany({ where: { tenantId, subject, state: { in: ['due', 'acknowledged'] } }, include: whole, orderBy: { id: 'asc' } })).map(read);
  }

  async write(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, event: Omit<Prisma.ChangeEventCreateManyInput, 'tenantId' | 'noticeId'>): Promise<void> {
    await tx.changeEvent.createMany({ data: [{ ...event, tenantId, noticeId: id }] });
  }

  async change(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, data: Prisma.ChangeNoticeUncheckedUpdateManyInput): Promise<void> {
    await tx.changeNotice.updateMany({ where: { tenantId, id }, data });
  }

  /** Those to which something may happen by itself. */
  due(tx: Tx, now: Date, size: number): Promise<{ id: string; tenantId: string }[]> {
    return tx.changeNotice.findMany({ where: { nextLookAt: { lte: now } }, select: { id: true, tenantId: true }, orderBy: { nextLookAt: 'asc' }, take: size });
  }
}
