import type { TicketClock } from '@inkproof/contract';
import type { Prisma, Tx } from '@inkproof/platform';
import type { FigureEvent } from '../model/figures.js';

const asked = {
  id: true,
  tenantId: true,
  assigneeId: true,
  assigneeName: true,
  priority: true,
  events: { orderBy: { place: 'asc' }, select: { at: true, kind: true, side: true, state: true, priority: true, clock: true, percent: true, rating: true } },
} as const satisfies Prisma.TicketSelect;

export type FiguredTicket = Omit<Prisma.TicketGetPayload<{ select: typeof asked }>, 'events'> & { events: FigureEvent[] };

/** What figures are added up from. In transactions of the provider's. */
export class FigureStore {
  /** Tickets that were written on since then, or all of them, with what happened on them and nothing of what was said. */
  async changed(tx: Tx, since: Date | undefined, beyond: string | undefined, size: number): Promise<FiguredTicket[]> {
    const rows = await tx.ticket.findMany({ where: { ...(since && { changedAt: { gte: since } }), ...(beyond && { id: { gt: beyond } }) }, select: asked, orderBy: { id: 'asc' }, take: size });
    return rows.map((row) => ({ ...row, events: row.events.map((event) => ({ ...event, at: event.at.getTime(), clock: event.clock as TicketClock | null })) }));
  }

  count(tx: Tx): Promise<number> {
    return tx.ticket.count();
  }

  async ids(tx: Tx): Promise<string[]> {
    return (await tx.ticket.findMany({ select: { id: true } })).map(({ id }) => id);
  }

  /** How tenants are called now. */
  async names(tx: Tx, tenantIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await tx.tenant.findMany({ where: { id: { in: [...tenantIds] } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  }
}
