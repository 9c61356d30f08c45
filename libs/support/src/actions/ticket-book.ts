import type { Actor } from '@inkproof/audit';
import type { TicketClock, TicketEventKind, TicketPriority, TicketSide, TicketState } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { dueAt } from '../model/clock.js';
import { nextLook } from '../model/look.js';
import { after, type Standing } from '../model/standing.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { KeepFiles, LaidFile } from './keep-files.js';

export interface Said {
  kind: TicketEventKind;
  side: TicketSide;
  by: Actor | null;
  words?: string | undefined;
  state?: TicketState;
  priority?: TicketPriority;
  reference?: string;
  clock?: TicketClock;
  percent?: number;
  rating?: number;
  files?: readonly LaidFile[];
  /** Of what came by mail. */
  checked?: string;
}

interface Opening {
  subject: string;
  words: string;
  priority: TicketPriority;
  files?: readonly LaidFile[];
  /** Of what came by mail. */
  checked?: string | null;
  /** Since when its clocks run, where that is before it is written. */
  at?: Date;
}

/** What else changes on a ticket with an event. */
interface With {
  assignee?: { id: string; name: string | null } | null;
  /** When it was said, where that was before it is written. */
  at?: Date | undefined;
}

type Event = StoredTicket['events'][number];

/** What an event says of nothing. */
export const nothing = { words: null, state: null, priority: null, reference: null, clock: null, percent: null, rating: null, checked: null } as const satisfies Partial<Event>;
const defined = <Fields extends object>(fields: Fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

const moment = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** The nearest end of a clock that runs. */
const nearest = ({ clocks }: Standing): Date | null => {
  const ends = Object.values(clocks).flatMap((clock) => dueAt(clock) ?? []);
  return moment(ends.length ? Math.min(...ends) : null);
};

/** What stands on a ticket of the fold of its events. */
export const folded = (standing: Standing, isAssigned: boolean) => ({ state: standing.state, priority: standing.priority, dueAt: nearest(standing), nextLookAt: moment(nextLook(standing, isAssigned)) });

/**
 * The one hand that writes on tickets: an event, and the fold of all events with it, in one transaction. The ticket is held
 * by whoever calls it, so no two events take the same place.
 */
export class TicketBook {
  constructor(
    private readonly store: TicketStore,
    private readonly files: KeepFiles,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async open(tx: Tx, tenantId: Id<'ten'>, { subject, words, priority, files = [], checked = null, at = this.clock.now() }: Opening, by: Actor): Promise<Id<'tkt'>> {
    const [id, name] = [this.ids.next('tkt'), await this.nameOf(tx, by.id)];
    const event = { kind: 'opened', side: 'tenant', words, priority } as const;
    const standing = after(null, { ...event, at: at.getTime() });
    await this.store.add(tx, { id, tenantId, subject, openedAt: at, openedBy: by.id, openedByName: name, changedAt: this.clock.now(), ...folded(standing, false), standing: standing as object });
    await this.say(tx, { ...nothing, id: this.ids.next('tev'), tenantId, ticketId: id, place: 1, at, ...event, by: by.id, byName: name, checked }, files);
    return id;
  }

  async write(tx: Tx, ticket: StoredTicket, { by, files = [], ...said }: Said, { assignee, at: saidAt }: With = {}): Promise<StoredTicket> {
    const now = this.clock.now();
    // Two nodes' clocks may differ by a little; what is written later did not happen earlier.
    const at = new Date(Math.max((saidAt ?? now).getTime(), ticket.events.at(-1)!.at.getTime()));
    const standing = after(ticket.standing, { ...said, at: at.getTime() });
    const assigned = assignee === undefined ? ticket.assigneeId : (assignee?.id ?? null);
    const event = { ...nothing, id: this.ids.next('tev'), tenantId: ticket.tenantId, ticketId: ticket.id, place: ticket.events.length + 1, at, ...defined(said), by: by?.id ?? null, byName: by ? await this.nameOf(tx, by.id) : null };
    const changed = {
      ...folded(standing, assigned !== null),
      // A warning is no word of anybody: the ticket does not move up for it.
      ...(said.side !== 'system' && { changedAt: new Date(Math.max(now.getTime(), at.getTime())) }),
      ...(said.rating !== undefined && { rating: said.rating }),
      ...(assignee !== undefined && { assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? null }),
    };
    const whole = await this.say(tx, event, files);
    await this.store.change(tx, ticket, { ...changed, standing: standing as object });
    return { ...ticket, ...changed, standing, events: [...ticket.events, whole] };
  }

  /** As they are called now. A tenant learns the names of its members from a function, because it may see nothing else of people. */
  async nameOf(tx: Tx, id: string): Promise<string | null> {
    if (!id.startsWith('per_')) return null;
    const [member] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM gate_list_members() WHERE person_id = ${id}`;
    return member?.name ?? (await tx.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
  }

  /** Writes one event with its files, and answers it as it would be read. */
  async say(tx: Tx, event: Omit<Event, 'files'>, laid: readonly LaidFile[]): Promise<Event> {
    await this.store.write(tx, event);
    const { id: eventId, tenantId, ticketId } = event;
    const files = laid.length ? await this.store.addFiles(tx, { tenantId, ticketId, eventId }, await this.files.rows(tx, 'tkf', laid)) : [];
    return { ...event, files };
  }
}
