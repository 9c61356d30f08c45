import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import { readStays } from './read-stays.js';

const named = { tenant: { select: { name: true } } } as const;
const booked = { bookings: { orderBy: { place: 'asc' } } } as const;
/** Of disputes a tenant sees its own. */
const whole = (tenantId: string | null | undefined) => ({ ...named, ...booked, disputes: { include: named, orderBy: { id: 'asc' }, ...(tenantId && { where: { tenantId } }) } }) as const satisfies Prisma.OutageInclude;

export type StoredOutage = Prisma.OutageGetPayload<{ include: ReturnType<typeof whole> }>;
export type StoredBooking = StoredOutage['bookings'][number];
export type StoredDispute = StoredOutage['disputes'][number];
export type NewStoredBooking = Omit<Prisma.OutageBookingCreateManyInput, 'outageId' | 'place' | 'tenantId'>;

export interface OutageSearch {
  component?: string | undefined;
  /** Those that one tenant had. */
  tenantId?: Id<'ten'> | undefined;
  show?: 'running' | 'disputed' | 'all' | undefined;
  beyond?: string | undefined;
  size: number;
}

/** Those that a tenant had: its own, everybody's, and those of a plan while it was on it. */
const touching = async (tx: Tx, tenantId: string): Promise<Prisma.OutageWhereInput> => {
  const stays = (await readStays(tx, tenantId)).map(({ plan, from, until }): Prisma.OutageWhereInput => ({
    tenantId: null,
    plans: { has: plan },
    ...(until < Infinity && { from: { lt: new Date(until) } }),
    ...(from > -Infinity && { OR: [{ until: null }, { until: { gt: new Date(from) } }] }),
  }));
  return { OR: [{ tenantId: null, plans: { isEmpty: true } }, { tenantId }, ...stays] };
};

/** Outages with what they were put down to, in a transaction of a tenant's or of the provider's, which says whose may be seen. */
export class OutageStore {
  async add(tx: Tx, outage: Prisma.OutageCreateManyInput): Promise<void> {
    await tx.outage.createMany({ data: [outage] });
  }

  async find(tx: Tx, id: string, tenantId?: Id<'ten'>): Promise<StoredOutage | undefined> {
    return (await tx.outage.findFirst({ where: { id, ...(tenantId && (await touching(tx, tenantId))) }, include: whole(tenantId) })) ?? undefined;
  }

  /** Holds it until the transaction ends, so that two who write on it come one after the other. */
  async hold(tx: Tx, id: string): Promise<StoredOutage | undefined> {
    await tx.$queryRaw`SELECT 1 FROM outage WHERE id = ${id} FOR UPDATE`;
    return this.find(tx, id);
  }

  /** Newest first. */
  async list(tx: Tx, { component, tenantId, show, beyond, size }: OutageSearch): Promise<StoredOutage[]> {
    const where: Prisma.OutageWhereInput = {
      ...(component !== undefined && { componentId: component }),
      ...(beyond !== undefined && { id: { lt: beyond } }),
      ...(show === 'running' && { until: null }),
      ...(show === 'disputed' && { disputes: { some: { state: 'open' } } }),
      ...(tenantId && (await touching(tx, tenantId))),
    };
    return tx.outage.findMany({ where, include: whole(tenantId), orderBy: { id: 'desc' }, take: size });
  }

  /** All of a span that one tenant had; or that everybody had, or whoever was on some plans. */
  async within(tx: Tx, from: Date, until: Date, tenantId: Id<'ten'> | null): Promise<StoredOutage[]> {
    return tx.outage.findMany({ where: { from: { lt: until }, AND: [{ OR: [{ until: null }, { until: { gt: from } }] }, tenantId ? await touching(tx, tenantId) : { tenantId: null }] }, include: whole(tenantId), orderBy: { from: 'asc' } });
  }

  /** Those that run, as one finder found them; of one tenant or of all. */
  running(tx: Tx, foundBy: StoredOutage['foundBy'], tenantId?: Id<'ten'>): Promise<StoredOutage[]> {
    return tx.outage.findMany({ where: { until: null, foundBy, ...(tenantId && { tenantId }) }, include: whole(null), orderBy: { id: 'asc' } });
  }

  async end(tx: Tx, { id, tenantId }: Pick<StoredOutage, 'id' | 'tenantId'>, until: Date): Promise<void> {
    await tx.outage.updateMany({ where: { id, tenantId, until: null }, data: { until } });
  }

  async belongTo(tx: Tx, ids: readonly string[], incidentId: string): Promise<void> {
    await tx.outage.updateMany({ where: { id: { in: [...ids] } }, data: { incidentId } });
  }

  /** The outage is held by whoever calls it, so no two bookings take the same place. */
  async book(tx: Tx, { id, tenantId, bookings }: Pick<StoredOutage, 'id' | 'tenantId' | 'bookings'>, booking: NewStoredBooking): Promise<void> {
    await tx.outageBooking.createMany({ data: [{ ...booking, outageId: id, tenantId, place: bookings.length + 1 }] });
  }

  async dispute(tx: Tx, dispute: Prisma.OutageDisputeCreateManyInput): Promise<void> {
    await tx.outageDispute.createMany({ data: [dispute] });
  }

  async settle(tx: Tx, { id, tenantId }: Pick<StoredDispute, 'id' | 'tenantId'>, data: Pick<StoredDispute, 'state' | 'answer' | 'settledAt' | 'settledBy'>): Promise<void> {
    await tx.outageDispute.updateMany({ where: { id, tenantId }, data });
  }
}
