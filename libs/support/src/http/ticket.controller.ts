import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type NewTicket, type SupportTicket, type TicketRating, type TicketSummary } from '@inkproof/contract';
import { ActingBy, AskedAgain, CalledByTenant, type RefusedNow, type TenantCaller, whileAdmitted } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given, hangUpOf, sendChanges, sendFile, type SentFile } from '@inkproof/platform';
import type { Response } from 'express';
import { FollowTickets } from '../actions/follow-tickets.js';
import { ReadFile } from '../actions/read-file.js';
import { WriteAsTenant } from '../actions/write-as-tenant.js';
import { TicketStore, type StoredTicket } from '../store/ticket-store.js';
import { searchOf, type AskedOfTickets } from './asked-of-tickets.js';
import { showSummary, showTicket } from './show-ticket.js';

interface TicketId {
  id: Id<'tkt'>;
}

interface FileId extends TicketId {
  file: Id<'tkf'>;
}

@Controller()
export class TicketController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketStore) private readonly tickets: TicketStore,
    @Inject(WriteAsTenant) private readonly writing: WriteAsTenant,
    @Inject(ReadFile) private readonly files: ReadFile,
    @Inject(FollowTickets) private readonly following: FollowTickets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.tickets.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.tickets.create.body) asked: NewTicket, @Given.files() files: readonly SentFile[], @ActingBy() by: Actor): Promise<SupportTicket> {
    return this.#show(await this.writing.open(tenantId, asked, by, files));
  }

  @Answers(api.tickets.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.tickets.list.query) asked: AskedOfTickets): Promise<{ items: TicketSummary[]; next_cursor: string | null }> {
    const now = this.clock.now();
    const rows = await this.database.asTenant(tenantId, (tx) => this.tickets.list(tx, { ...searchOf(asked, now), tenantId }));
    const { items, nextCursor } = pageOf(rows, asked.limit);
    return { items: items.map((ticket) => showSummary(ticket, now)), next_cursor: nextCursor };
  }

  @Answers(api.tickets.events)
  async events(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.tickets.events.query) asked: { for: number }, @AskedAgain() refusedNow: RefusedNow, @Res() response: Response): Promise<void> {
    await sendChanges(response, whileAdmitted(this.following.ofTenant(tenantId, asked.for, hangUpOf(response)), refusedNow));
  }

  @Answers(api.tickets.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.tickets.find.params) { id }: TicketId): Promise<SupportTicket> {
    const ticket = await this.database.asTenant(tenantId, (tx) => this.tickets.find(tx, id, tenantId));
    if (!ticket) throw new Refusal('ticket.not_found');
    return this.#show(ticket);
  }

  @Answers(api.tickets.reply)
  async reply(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.tickets.reply.params) { id }: TicketId, @Given.body(api.tickets.reply.body) { words }: { words: string }, @Given.files() files: readonly SentFile[], @ActingBy() by: Actor): Promise<SupportTicket> {
    return this.#show(await this.writing.reply(tenantId, id, words, by, files));
  }

  @Answers(api.tickets.file)
  async file(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.tickets.file.params) which: FileId, @Res() response: Response): Promise<void> {
    sendFile(response, await this.files.asTenant(tenantId, which));
  }

  @Answers(api.tickets.resolve)
  async resolve(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.tickets.resolve.params) { id }: TicketId, @ActingBy() by: Actor): Promise<SupportTicket> {
    return this.#show(await this.writing.resolve(tenantId, id, by));
  }

  @Answers(api.tickets.rate)
  async rate(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.tickets.rate.params) { id }: TicketId, @Given.body(api.tickets.rate.body) rating: TicketRating, @ActingBy() by: Actor): Promise<SupportTicket> {
    return this.#show(await this.writing.rate(tenantId, id, rating, by));
  }

  #show(ticket: StoredTicket): SupportTicket {
    return showTicket(ticket, this.clock.now());
  }
}
