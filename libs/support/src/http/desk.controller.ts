import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type DeskChange, type DeskReply, type DeskTicket, type TicketSplit, type TicketSummary } from '@inkproof/contract';
import { ActingBy, AskedAgain, type RefusedNow, whileAdmitted } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given, hangUpOf, sendChanges, sendFile, type SentFile, type Tx } from '@inkproof/platform';
import type { Response } from 'express';
import { FollowTickets } from '../actions/follow-tickets.js';
import { ReadFile } from '../actions/read-file.js';
import { SplitTicket } from '../actions/split-ticket.js';
import { TakeOver } from '../actions/take-over.js';
import { WriteAtDesk } from '../actions/write-at-desk.js';
import { HeldMailStore } from '../store/held-mail-store.js';
import { RotaStore } from '../store/rota-store.js';
import { TicketStore, type StoredTicket } from '../store/ticket-store.js';
import { assigneeOf, searchOf, type AskedAssignee, type AskedOfTickets } from './asked-of-tickets.js';
import { showAtDesk, showSummary } from './show-ticket.js';

interface TicketId {
  id: Id<'tkt'>;
}

interface FileId<Prefix extends string> extends TicketId {
  file: Id<Prefix>;
}

interface Asked extends AskedOfTickets {
  tenant?: Id<'ten'>;
  assignee?: AskedAssignee;
}

interface Counts {
  unsolved: number;
  mine: number;
  overdue: number;
  held_mails: number;
}

interface Queue extends Counts {
  items: TicketSummary[];
  next_cursor: string | null;
}

const isSettled = (state: AskedOfTickets['state']): boolean => state === 'resolved' || state === 'closed';

@Controller()
export class DeskController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketStore) private readonly tickets: TicketStore,
    @Inject(WriteAtDesk) private readonly writing: WriteAtDesk,
    @Inject(SplitTicket) private readonly splitting: SplitTicket,
    @Inject(ReadFile) private readonly files: ReadFile,
    @Inject(HeldMailStore) private readonly held: HeldMailStore,
    @Inject(RotaStore) private readonly rota: RotaStore,
    @Inject(TakeOver) private readonly takingOver: TakeOver,
    @Inject(FollowTickets) private readonly following: FollowTickets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.adminTickets.list)
  async list(@Given.query(api.adminTickets.list.query) { assignee, tenant, ...narrowed }: Asked, @ActingBy() by: Actor): Promise<Queue> {
    const now = this.clock.now();
    return this.database.asProvider(async (tx) => {
      const asked = { ...searchOf(narrowed, now), tenantId: tenant, assigneeId: assigneeOf(assignee, by) };
      const { items, nextCursor } = pageOf(await (isSettled(narrowed.state) ? this.tickets.list(tx, asked) : this.tickets.queue(tx, asked)), narrowed.limit);
      return { items: items.map((ticket) => showSummary(ticket, now)), next_cursor: nextCursor, ...(await this.#counts(tx, by, now)) };
    });
  }

  @Answers(api.adminTickets.counts)
  counts(@ActingBy() by: Actor): Promise<Counts> {
    return this.database.asProvider((tx) => this.#counts(tx, by, this.clock.now()));
  }

  @Answers(api.adminTickets.events)
  async events(@Given.query(api.adminTickets.events.query) asked: { for: number }, @ActingBy() by: Actor, @AskedAgain() refusedNow: RefusedNow, @Res() response: Response): Promise<void> {
    await sendChanges(response, whileAdmitted(this.following.atDesk(by.id, asked.for, hangUpOf(response)), refusedNow));
  }

  @Answers(api.adminTickets.find)
  async find(@Given.params(api.adminTickets.find.params) { id }: TicketId): Promise<DeskTicket> {
    const ticket = await this.database.asProvider((tx) => this.tickets.find(tx, id));
    if (!ticket) throw new Refusal('ticket.not_found');
    return this.#show(ticket);
  }

  @Answers(api.adminTickets.reply)
  async reply(@Given.params(api.adminTickets.reply.params) { id }: TicketId, @Given.body(api.adminTickets.reply.body) reply: DeskReply, @Given.files() files: readonly SentFile[], @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.writing.reply(id, reply, by, files));
  }

  @Answers(api.adminTickets.note)
  async note(@Given.params(api.adminTickets.note.params) { id }: TicketId, @Given.body(api.adminTickets.note.body) { words }: { words: string }, @Given.files() files: readonly SentFile[], @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.writing.note(id, words, by, files));
  }

  @Answers(api.adminTickets.file)
  async file(@Given.params(api.adminTickets.file.params) which: FileId<'tkf'>, @Res() response: Response): Promise<void> {
    sendFile(response, await this.files.atDesk(which));
  }

  @Answers(api.adminTickets.noteFile)
  async noteFile(@Given.params(api.adminTickets.noteFile.params) which: FileId<'tnf'>, @Res() response: Response): Promise<void> {
    sendFile(response, await this.files.ofNote(which));
  }

  @Answers(api.adminTickets.change)
  async change(@Given.params(api.adminTickets.change.params) { id }: TicketId, @Given.body(api.adminTickets.change.body) change: DeskChange, @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.writing.change(id, change, by));
  }

  @Answers(api.adminTickets.takeOver)
  async takeOver(@Given.params(api.adminTickets.takeOver.params) { id }: TicketId, @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.takingOver.ticket(id, by));
  }

  @Answers(api.adminTickets.merge)
  async merge(@Given.params(api.adminTickets.merge.params) { id }: TicketId, @Given.body(api.adminTickets.merge.body) { into }: { into: Id<'tkt'> }, @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.writing.merge(id, into, by));
  }

  @Answers(api.adminTickets.split)
  async split(@Given.params(api.adminTickets.split.params) { id }: TicketId, @Given.body(api.adminTickets.split.body) asked: TicketSplit, @ActingBy() by: Actor): Promise<DeskTicket> {
    return this.#show(await this.splitting.for(id, asked, by));
  }

  async #counts(tx: Tx, by: Actor, now: Date): Promise<Counts> {
    return { ...(await this.tickets.count(tx, by.id, now)), held_mails: await this.held.total(tx) };
  }

  #show(ticket: StoredTicket): Promise<DeskTicket> {
    return this.database.asProvider(async (tx) => showAtDesk(ticket, await this.tickets.notes(tx, ticket), this.clock.now(), await this.tickets.letters(tx, ticket), await this.rota.calls(tx, ticket)));
  }
}
