import { openTicketStates, type TicketClock, type TicketPriority } from '@inkproof/contract';
import type { Prisma, Tx } from '@inkproof/platform';
import type { FigureEvent } from '../model/figures.js';

const asked = {
  id: true,
  tenantId: true,
  tenant: { select: { name: true } },
  assigneeId: true,
  assigneeName: true,
  priority: true,
  events: { orderBy: { place: 'asc' }, select: { at: true, kind: true, side: true, state: true, priority: true, clock: true, percent: true, rating: true } },
} as const satisfies Prisma.TicketSelect;

export type FiguredTicket = Omit<Prisma.TicketGetPayload<{ select: typeof asked }>, 'events'> & { events: FigureEvent[] };

export interface FigureSearch {
  openedFrom: Date;
  openedBefore: Date;
  tenantId?: string | undefined;
  assigneeId?: string | undefined;
  priority?: TicketPriority | undefined;
}

/** What figures are added up from. In transactions of the provider's. */
export class FigureStore {
  /** Tickets opened in a span, and older ones that still wait, with what happened on them and nothing of what was said. */
  async page(tx: Tx, { openedFrom, openedBefore, tenantId, assigneeId, priority }: FigureSearch, beyond: string | undefined, size: number): Promise<FiguredTicket[]> {
    const rows = await tx.ticket.findMany({
      where: {
        openedAt: { lt: openedBefore },
        OR: [{ openedAt: { gte: openedFrom } }, { state: { in: [...openTicketStates] } }],
        ...(tenantId && { tenantId }),
        ...(assigneeId && { assigneeId }),
        ...(priority && { priority }),
        ...(beyond && { id: { gt: beyond } }),
      },
      select: asked,
      orderBy: { id: 'asc' },
      take: size,
    });
    return rows.map((row) => ({ ...row, events: row.events.map((event) => ({ ...event, at: event.at.getTime(), clock: event.clock as TicketClock | null })) }));
  }
}
