import { openRequestStates, type RequestKind, type RequestState } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Prisma, Tx } from '@inkproof/platform';

export type StoredRequest = Prisma.SubjectRequestGetPayload<{ include: { events: true; tasks: true } }>;
export type ListedRequest = Prisma.SubjectRequestGetPayload<{ include: { tasks: { select: { state: true } } } }>;
export type Desk = Prisma.RequestDeskGetPayload<object>;

/** What a list is narrowed to. */
export interface RequestSearch {
  state?: RequestState | 'open' | 'overdue';
  kind?: RequestKind;
  below?: string;
  size: number;
}

const open = { in: [...openRequestStates] };
const narrowed = ({ state, now }: { state?: RequestSearch['state']; now: Date }): Prisma.SubjectRequestWhereInput =>
  state === undefined ? {} : state === 'open' ? { state: open } : state === 'overdue' ? { state: open, dueAt: { lte: now } } : { state };

/** Requests of people, in a transaction of their tenant's or of the provider's. */
export class RequestStore {
  async add(tx: Tx, request: Prisma.SubjectRequestUncheckedCreateInput): Promise<void> {
    // Without reading it back: the provider adds what it may not read in every case.
    await tx.subjectRequest.createMany({ data: [request as Prisma.SubjectRequestCreateManyInput] });
  }

  async find(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<StoredRequest | undefined> {
    return (await tx.subjectRequest.findFirst({ where: { tenantId, id }, include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, tasks: { orderBy: { id: 'asc' } } } })) ?? undefined;
  }

  /** Holds it until the transaction ends, so that two who change it come one after the other. */
  async hold(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<StoredRequest | undefined> {
    await tx.$queryRaw`SELECT id FROM subject_request WHERE tenant_id = ${tenantId} AND id = ${id} FOR UPDATE`;
    return this.find(tx, tenantId, id);
  }

  async list(tx: Tx, tenantId: Id<'ten'>, { state, kind, below, size }: RequestSearch, now: Date): Promise<ListedRequest[]> {
    const where = { tenantId, ...narrowed({ state, now }), ...(kind && { kind }), ...(below !== undefined && { id: { lt: below } }) };
    return tx.subjectRequest.findMany({ where, include: { tasks: { select: { state: true } } }, orderBy: { id: 'desc' }, take: size });
  }

  async change(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, data: Prisma.SubjectRequestUncheckedUpdateManyInput): Promise<void> {
    await tx.subjectRequest.updateMany({ where: { tenantId, id }, data });
  }

  async tell(tx: Tx, event: Prisma.RequestEventUncheckedCreateInput): Promise<void> {
    await tx.requestEvent.createMany({ data: [event as Prisma.RequestEventCreateManyInput] });
  }

  async addTasks(tx: Tx, tasks: Prisma.RequestTaskCreateManyInput[]): Promise<void> {
    await tx.requestTask.createMany({ data: tasks });
  }

  async settle(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, data: Prisma.RequestTaskUncheckedUpdateManyInput): Promise<void> {
    await tx.requestTask.updateMany({ where: { tenantId, id }, data });
  }

  async desk(tx: Tx, tenantId: Id<'ten'>): Promise<Desk | undefined> {
    return (await tx.requestDesk.findUnique({ where: { tenantId } })) ?? undefined;
  }

  /** Made by whoever looks first. */
  async makeDesk(tx: Tx, desk: Desk): Promise<Desk> {
    await tx.requestDesk.createMany({ data: [desk], skipDuplicates: true });
    return tx.requestDesk.findUniqueOrThrow({ where: { tenantId: desk.tenantId } });
  }

  async changeDesk(tx: Tx, tenantId: Id<'ten'>, data: Partial<Omit<Desk, 'tenantId'>>): Promise<void> {
    await tx.requestDesk.updateMany({ where: { tenantId }, data });
  }

  async openDesk(tx: Tx, slug: string): Promise<(Desk & { tenant: { name: string } }) | undefined> {
    return (await tx.requestDesk.findFirst({ where: { slug, open: true }, include: { tenant: { select: { name: true } } } })) ?? undefined;
  }
}
