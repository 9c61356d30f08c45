import type { FigureGroup, TicketPriority } from '@inkproof/contract';
import { addDays, dayStart, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { counts, figuresOf, shareOf, type Figures, type Share } from '../model/figures.js';
import { figureSpan } from '../model/figure-span.js';
import type { FigureStore } from '../store/figure-store.js';
import type { KnownTicket, RecallRecords } from './recall-records.js';

export interface AskedFigures {
  from?: Day;
  to?: Day;
  by: FigureGroup;
  tenant?: Id<'ten'>;
  agent?: Id<'per'>;
  priority?: TicketPriority;
}

export interface GroupedFigures {
  from: Day;
  to: Day;
  by: FigureGroup;
  total: Figures;
  groups: { id: string | null; name: string | null; figures: Figures }[];
}

const idOf = (by: FigureGroup, { tenantId, assigneeId, priority }: KnownTicket): string | null => (by === 'tenant' ? tenantId : by === 'agent' ? assigneeId : priority);

/** How well the desk answers, added up from the events. */
export class ReadFigures {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureStore,
    private readonly records: RecallRecords,
    private readonly clock: Clock,
  ) {}

  async read({ by, tenant, agent, priority, ...asked }: AskedFigures): Promise<GroupedFigures> {
    const now = this.clock.now();
    const { from, to } = figureSpan(asked, now);
    const [openedFrom, openedBefore] = [dayStart(from).getTime(), dayStart(addDays(to, 1)).getTime()];
    const isAsked = (ticket: KnownTicket): boolean => (!tenant || ticket.tenantId === tenant) && (!agent || ticket.assigneeId === agent) && (!priority || ticket.priority === priority) && counts(ticket.record, openedFrom, openedBefore);
    const groups = new Map<string | null, { name: string | null; shares: Share[] }>();
    const all: Share[] = [];
    for (const ticket of await this.records.all()) {
      if (!isAsked(ticket)) continue;
      const share = shareOf(ticket.record, openedFrom, now.getTime());
      const id = idOf(by, ticket);
      const group = groups.get(id);
      all.push(share);
      if (group) group.shares.push(share);
      else groups.set(id, { name: by === 'agent' ? ticket.assigneeName : null, shares: [share] });
    }
    const names = by === 'tenant' ? await this.database.asProvider((tx) => this.figures.names(tx, [...groups.keys()].map(String))) : new Map<string, string>();
    const told = [...groups].map(([id, { name, shares }]) => ({ id, name: name ?? names.get(String(id)) ?? null, figures: figuresOf(shares) }));
    return { from, to, by, total: figuresOf(all), groups: told.toSorted((one, other) => other.figures.opened - one.figures.opened || (one.id ?? '').localeCompare(other.id ?? '')) };
  }
}
