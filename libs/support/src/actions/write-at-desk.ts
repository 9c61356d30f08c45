import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type DeskChange, type DeskReply, type TicketPriority } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, SentFile, Tx } from '@inkproof/platform';
import { afterAssigned, refuseClosed } from '../model/ticket-life.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { KeepFiles, LaidFile } from './keep-files.js';
import type { TellOfTicket } from './tell-of-ticket.js';
import type { TicketBook } from './ticket-book.js';

/** What the staff do with tickets. Both logs hear of what changed one. */
export class WriteAtDesk {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly book: TicketBook,
    private readonly files: KeepFiles,
    private readonly trail: Trail,
    private readonly tell: TellOfTicket,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Whoever answers a ticket that nobody has, has taken it. */
  async reply(id: Id<'tkt'>, { words, state, priority }: DeskReply, by: Actor, sent: readonly SentFile[] = []): Promise<StoredTicket> {
    const files = await this.#lay(id, sent);
    return this.#on(id, async (tx, ticket) => {
      refuseClosed(ticket.state);
      await this.trail.appendToBoth(tx, ticket.tenantId as Id<'ten'>, { action: 'ticket.answered', by, targets: [id], details: { state } });
      const taken = ticket.assigneeId === null ? { assignee: { id: by.id, name: await this.book.nameOf(tx, by.id) } } : {};
      const graded = await this.#grade(tx, ticket, priority, by);
      const written = await this.book.write(tx, graded, { kind: 'replied', side: 'provider', by, words, state, files }, taken);
      await this.tell.theDeskAnswered(tx, written);
      return written;
    });
  }

  async note(id: Id<'tkt'>, words: string, by: Actor, sent: readonly SentFile[] = []): Promise<StoredTicket> {
    const files = await this.#lay(id, sent);
    return this.#on(id, async (tx, ticket) => {
      const note = { id: this.ids.next('tkn'), tenantId: ticket.tenantId, ticketId: id, at: this.clock.now(), by: by.id, byName: await this.book.nameOf(tx, by.id), words };
      await this.store.addNote(tx, note);
      if (files.length) await this.store.addNoteFiles(tx, { tenantId: ticket.tenantId, ticketId: id, noteId: note.id }, await this.files.rows(tx, 'tnf', files));
      return ticket;
    });
  }

  change(id: Id<'tkt'>, { priority, assignee, link }: DeskChange, by: Actor): Promise<StoredTicket> {
    return this.#on(id, async (tx, ticket) => {
      refuseClosed(ticket.state);
      let changed = ticket;
      if (priority !== undefined && priority !== ticket.priority) changed = await this.book.write(tx, changed, { kind: 'priority_set', side: 'provider', by, priority });
      if (assignee !== undefined) {
        const person = assignee === null ? null : { id: assignee, name: await this.#staffName(tx, assignee) };
        const state = afterAssigned(changed.state, person !== null);
        // Giving it to somebody says nothing of whose turn it is, so a state that stays is not said again.
        changed = await this.book.write(tx, changed, { kind: 'assigned', side: 'provider', by, ...(person?.name && { reference: person.name }), ...(state !== changed.state && { state }) }, { assignee: person });
      }
      if (link !== undefined) changed = await this.book.write(tx, changed, { kind: 'linked', side: 'provider', by, reference: link });
      await this.trail.appendToBoth(tx, ticket.tenantId as Id<'ten'>, { action: 'ticket.changed', by, targets: [id], details: { priority, assignee, link } });
      return changed;
    });
  }

  merge(id: Id<'tkt'>, into: Id<'tkt'>, by: Actor): Promise<StoredTicket> {
    return this.database.asProvider(async (tx) => {
      // In the order of their ids, so that two who merge one into the other do not wait for each other.
      const held = new Map<string, StoredTicket | undefined>();
      for (const one of [id, into].sort()) held.set(one, await this.store.hold(tx, one));
      const [ticket, other] = [held.get(id), held.get(into)];
      if (!ticket || !other || ticket.tenantId !== other.tenantId || id === into) throw new Refusal('ticket.not_found', 'Both must be of one tenant, and two.');
      refuseClosed(ticket.state);
      refuseClosed(other.state);
      await this.trail.appendToBoth(tx, ticket.tenantId as Id<'ten'>, { action: 'ticket.merged', by, targets: [id, into], details: { into } });
      await this.book.write(tx, other, { kind: 'linked', side: 'provider', by, reference: id });
      return this.book.write(tx, ticket, { kind: 'merged', side: 'provider', by, reference: into, state: 'closed' });
    });
  }

  /** Under the priority that goes with an answer. */
  async #grade(tx: Tx, ticket: StoredTicket, priority: TicketPriority | undefined, by: Actor): Promise<StoredTicket> {
    if (priority === undefined || priority === ticket.priority) return ticket;
    await this.trail.appendToBoth(tx, ticket.tenantId as Id<'ten'>, { action: 'ticket.changed', by, targets: [ticket.id], details: { priority } });
    return this.book.write(tx, ticket, { kind: 'priority_set', side: 'provider', by, priority });
  }

  async #staffName(tx: Tx, personId: string): Promise<string> {
    const staff = await tx.staff.findFirst({ where: { personId }, select: { person: { select: { name: true } } } });
    if (!staff) throw new Refusal('staff.not_found');
    return staff.person.name;
  }

  async #lay(id: Id<'tkt'>, sent: readonly SentFile[]): Promise<LaidFile[]> {
    return sent.length ? this.files.lay(await this.#tenantOf(id), sent) : [];
  }

  async #tenantOf(id: Id<'tkt'>): Promise<Id<'ten'>> {
    const tenantId = await this.database.asProvider((tx) => this.store.tenantOf(tx, id));
    if (!tenantId) throw new Refusal('ticket.not_found');
    return tenantId;
  }

  async #on(id: Id<'tkt'>, write: (tx: Tx, ticket: StoredTicket) => Promise<StoredTicket>): Promise<StoredTicket> {
    return this.database.asProviderOf(await this.#tenantOf(id), async (tx) => write(tx, (await this.store.hold(tx, id))!));
  }
}
