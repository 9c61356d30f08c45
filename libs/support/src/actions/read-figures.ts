import type { FigureGroup, TicketPriority } from '@inkproof/contract';
import { addDays, dayStart, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { figuresOf, recordAfter, type Figures, type TicketRecord } from '../model/figures.js';
import { figureSpan } from '../model/figure-span.js';
import type { FigureStore, FiguredTicket } from '../store/figure-store.js';

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

/** So many tickets are folded at once. */
const STRIDE = 500;

const groupOf = (by: FigureGroup, { tenantId, tenant, assigneeId, assigneeName, priority }: FiguredTicket): { id: string | null; name: string | null } =>
  by === 'tenant' ? { id: tenantId, name: tenant.name } : by === 'agent' ? { id: assigneeId, name: assigneeName } : { id: priority, name: null };

/** How well the desk answers, added up from the events. */
export class ReadFigures {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureStore,
    private readonly clock: Clock,
  ) {}

  async read({ by, tenant, agent, priority, ...asked }: AskedFigures): Promise<GroupedFigures> {
    const now = this.clock.now();
    const { from, to } = figureSpan(asked, now);
    const span = { openedFrom: dayStart(from), openedBefore: dayStart(addDays(to, 1)), tenantId: tenant, assigneeId: agent, priority };
    const records: TicketRecord[] = [];
    const groups = new Map<string | null, { id: string | null; name: string | null; records: TicketRecord[] }>();
    for (let beyond: string | undefined, more = true; more; ) {
      const tickets = await this.database.asProvider((tx) => this.figures.page(tx, span, beyond, STRIDE));
      for (const ticket of tickets) {
        const record = ticket.events.reduce<TicketRecord | null>((known, event) => recordAfter(known, event), null);
        if (!record) continue;
        const group = groupOf(by, ticket);
        const known = groups.get(group.id) ?? { ...group, records: [] };
        known.records.push(record);
        records.push(record);
        groups.set(group.id, known);
      }
      more = tickets.length === STRIDE;
      beyond = tickets.at(-1)?.id;
    }
    const sum = (some: readonly TicketRecord[]): Figures => figuresOf(some, span.openedFrom.getTime(), now.getTime());
    const told = [...groups.values()].map(({ id, name, records: some }) => ({ id, name, figures: sum(some) }));
    return { from, to, by, total: sum(records), groups: told.toSorted((one, other) => other.figures.opened - one.figures.opened || (one.id ?? '').localeCompare(other.id ?? '')) };
  }
}
