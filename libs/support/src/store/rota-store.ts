import { tellIn, type Prisma, type Tx } from '@inkproof/platform';
import type { Rota } from '../model/rota.js';
import { DESK_NEWS } from '../model/ticket-news.js';

export type StoredCall = Prisma.TicketCallGetPayload<object>;

const nothing: Rota = { shifts: [], covers: [], chain: [] };

/** Who is on call, and who was called to what. In transactions of the provider's. */
export class RotaStore {
  /** As it was said last. */
  async current(tx: Tx): Promise<Rota> {
    const newest = await tx.rotaVersion.findFirst({ orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], select: { plan: true } });
    // Written from this type alone, so it has its shape.
    return newest ? (newest.plan as unknown as Rota) : nothing;
  }

  async add(tx: Tx, version: { id: string; madeAt: Date; madeBy: string }, rota: Rota): Promise<void> {
    await tx.rotaVersion.createMany({ data: [{ ...version, plan: rota as object }] });
  }

  async staff(tx: Tx): Promise<{ id: string; name: string }[]> {
    const rows = await tx.staff.findMany({ select: { person: { select: { id: true, name: true } } }, orderBy: { person: { name: 'asc' } } });
    return rows.map(({ person }) => person);
  }

  /** Null for whoever is no longer of the staff. */
  async nameOf(tx: Tx, personId: string): Promise<string | null> {
    return (await tx.staff.findFirst({ where: { personId }, select: { person: { select: { name: true } } } }))?.person.name ?? null;
  }

  /** Oldest first. */
  calls(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<StoredCall[]> {
    return tx.ticketCall.findMany({ where: { tenantId, ticketId: id }, orderBy: [{ at: 'asc' }, { level: 'asc' }] });
  }

  async addCall(tx: Tx, call: Prisma.TicketCallCreateManyInput): Promise<void> {
    await tx.ticketCall.createMany({ data: [call] });
    await tellIn(tx, DESK_NEWS);
  }

  /** Nobody follows upon this one. */
  async endCall(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<void> {
    await tx.ticketCall.updateMany({ where: { tenantId, id }, data: { nextAt: null } });
  }

  async takeCalls(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, taken: { takenAt: Date; takenBy: string; takenByName: string | null }): Promise<void> {
    await tx.ticketCall.updateMany({ where: { tenantId, ticketId: id, takenAt: null }, data: { ...taken, nextAt: null } });
    await tellIn(tx, DESK_NEWS);
  }

  due(tx: Tx, now: Date, size: number): Promise<{ id: string; tenantId: string; ticketId: string }[]> {
    return tx.ticketCall.findMany({ where: { nextAt: { lte: now } }, select: { id: true, tenantId: true, ticketId: true }, orderBy: { nextAt: 'asc' }, take: size });
  }

  /** Asked under the lock of its ticket: null when another was faster. */
  waiting(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, now: Date): Promise<StoredCall | null> {
    return tx.ticketCall.findFirst({ where: { tenantId, id, takenAt: null, nextAt: { lte: now } } });
  }
}
