import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type TicketSplit } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { takenFrom } from '../model/split.js';
import { standingOf } from '../model/standing.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { KeepFiles, LaidFile } from './keep-files.js';
import { folded, nothing, type TicketBook } from './ticket-book.js';

type Message = StoredTicket['events'][number];

/** Takes messages into a ticket of their own. What happened stays where it happened: nothing of the old one changes but that it says so. */
export class SplitTicket {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly files: KeepFiles,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Answers the new one. */
  async for(id: Id<'tkt'>, asked: TicketSplit, by: Actor): Promise<StoredTicket> {
    const before = await this.database.asProvider((tx) => this.store.find(tx, id));
    if (!before) throw new Refusal('ticket.not_found');
    const tenantId = before.tenantId as Id<'ten'>;
    // Messages never change, so what is read here is what is copied below.
    const taken = takenFrom(before.events, asked.events);
    const copies = await this.files.copies(tenantId, taken.flatMap(({ files }) => files));
    return this.database.asProviderOf(tenantId, async (tx) => {
      const ticket = (await this.store.hold(tx, id))!;
      const into = await this.#write(tx, ticket, taken, { ...asked, copies, by });
      await this.book.write(tx, ticket, { kind: 'split', side: 'provider', by, reference: into });
      await this.trail.appendToBoth(tx, tenantId, { action: 'ticket.split', by, targets: [id, into], details: { into, messages: taken.length } });
      return (await this.store.find(tx, into))!;
    });
  }

  async #write(tx: Tx, from: StoredTicket, taken: [Message, ...Message[]], { subject, priority = from.priority, copies, by }: Pick<TicketSplit, 'subject' | 'priority'> & { copies: ReadonlyMap<string, LaidFile>; by: Actor }): Promise<Id<'tkt'>> {
    const [id, first, at] = [this.ids.next('tkt'), taken[0], this.clock.now()];
    const desk = { at, side: 'provider', by: by.id, byName: await this.book.nameOf(tx, by.id) } as const;
    const said = [
      // An answer of the provider's is one here too, and has opened the ticket.
      ...taken.map(({ at: when, side, by: author, byName, words, id: reference }, place) => ({ at: when, side, by: author, byName, words, reference, ...(place === 0 ? ({ kind: 'opened', priority } as const) : ({ kind: 'replied', state: side === 'provider' ? 'open' : null } as const)) })),
      ...(from.assigneeId === null ? [] : [{ ...desk, kind: 'assigned', reference: from.assigneeName, state: 'open' } as const]),
      { ...desk, kind: 'linked', reference: from.id } as const,
    ];
    const events = said.map((event, index) => ({ ...nothing, ...event, id: this.ids.next('tev'), tenantId: from.tenantId, ticketId: id, place: index + 1 }));
    const standing = standingOf(events.map((event) => ({ ...event, at: event.at.getTime(), clock: null })));
    await this.store.add(tx, { id, tenantId: from.tenantId, subject, openedAt: first.at, openedBy: first.by!, openedByName: first.byName, assigneeId: from.assigneeId, assigneeName: from.assigneeName, changedAt: at, ...folded(standing, from.assigneeId !== null), standing: standing as object });
    for (const [index, event] of events.entries()) await this.book.say(tx, event, (taken[index]?.files ?? []).flatMap((file) => copies.get(file.id) ?? []));
    return id;
  }
}
