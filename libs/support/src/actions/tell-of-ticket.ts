import type { TicketClock } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Announce } from '@inkproof/notice';
import { mailLocaleOf, type MailOutbox, type Tx } from '@inkproof/platform';
import { dueAt } from '../model/clock.js';
import type { Mark } from '../model/look.js';
import type { StoredTicket, TicketStore } from '../store/ticket-store.js';
import type { MailTokens } from './mail-tokens.js';

const MAIL_LASTS_MS = 7 * 86_400_000;

interface Reader {
  email: string;
  locale: string;
}

/** Word of tickets: to the tenant that the desk has answered, to the staff that a clock runs out. What was said stays in the ticket. */
export class TellOfTicket {
  constructor(
    private readonly announce: Announce,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
    private readonly store: TicketStore,
    /** Null where mail cannot be answered. */
    private readonly tokens: MailTokens | null,
  ) {}

  /** In a transaction of the provider's that speaks for the tenant. The answer is the last event. */
  async theDeskAnswered(tx: Tx, ticket: StoredTicket): Promise<void> {
    const { id, tenantId, tenant, subject, state, openedBy } = ticket;
    await this.announce.tell(tx, tenantId as Id<'ten'>, 'ticket.answered', id, { ticket_id: id, state });
    for (const { personId, email, locale } of await this.#askers(tx, tenantId, openedBy)) {
      const [words, thread] = this.tokens ? [ticket.events.at(-1)!.words, { replyTo: this.tokens.addressFor(id, email), references: await this.store.mailsWith(tx, ticket, personId) }] : [null, undefined];
      const mail = await this.outbox.put(tx, { tenantId: tenantId as Id<'ten'>, to: email, template: 'ticket_answered', locale: mailLocaleOf(locale), values: { tenant: tenant.name, subject, state, words, link: `${this.consoleUrl}/tickets/${id}` }, expiresAt: this.#until(), ...(thread && { thread }) });
      if (thread) await this.store.addMail(tx, { id: mail, tenantId, ticketId: id, way: 'out', at: this.clock.now(), personId, eventId: ticket.events.at(-1)!.id });
    }
  }

  /** To whoever has it, else to whoever is on call, else to the whole desk. */
  async aClockRunsOut(tx: Tx, ticket: StoredTicket, { clock, percent }: Mark, onCall: string | null): Promise<void> {
    const due = dueAt(ticket.standing.clocks[clock]);
    await this.#warn(tx, ticket, await this.#staffOrDesk(tx, ticket.assigneeId ?? onCall), { clock, percent, due: new Date(due ?? this.clock.now().getTime()).toISOString() });
  }

  /** Because a clock is over, or because nobody has taken it. Null is the whole desk. */
  async somebodyIsCalled(tx: Tx, ticket: StoredTicket, called: Id<'per'> | null, clock: TicketClock | null): Promise<void> {
    const due = dueAt(ticket.standing.clocks[clock ?? 'first']) ?? ticket.openedAt.getTime();
    await this.#warn(tx, ticket, await this.#staffOrDesk(tx, called), { clock: clock ?? 'unassigned', percent: clock ? 100 : 0, due: new Date(due).toISOString() });
  }

  /** To whoever is on call, else to the whole desk: nothing proves any more that tickets are taken. */
  async intakeBrokeOff(tx: Tx, called: string | null, broken: { since: string; met: string | null }): Promise<void> {
    for (const { email, locale } of await this.#staffOrDesk(tx, called))
      await this.outbox.put(tx, { tenantId: null, to: email, template: 'intake_broke_off', locale: mailLocaleOf(locale), values: { ...broken, link: `${this.consoleUrl}/admin/tickets/coverage` }, expiresAt: this.#until() });
  }

  async #warn(tx: Tx, { id, tenant, subject, priority }: StoredTicket, readers: readonly Reader[], about: { clock: Mark['clock'] | 'unassigned'; percent: number; due: string }): Promise<void> {
    for (const { email, locale } of readers)
      await this.outbox.put(tx, { tenantId: null, to: email, template: 'ticket_warned', locale: mailLocaleOf(locale), values: { tenant: tenant.name, subject, priority, ...about, link: `${this.consoleUrl}/admin/tickets/${id}` }, expiresAt: this.#until() });
  }

  /** The member who opened it; the owners, where a program did or the member has left. */
  async #askers(tx: Tx, tenantId: string, openedBy: string): Promise<(Reader & { personId: string })[]> {
    const select = { personId: true, role: true, person: { select: { email: true, locale: true } } } as const;
    const members = await tx.member.findMany({ where: { tenantId }, select });
    const opener = members.filter(({ personId }) => personId === openedBy);
    return (opener.length ? opener : members.filter(({ role }) => role === 'owner')).map(({ personId, person }) => ({ personId, ...person }));
  }

  async #staffOrDesk(tx: Tx, personId: string | null): Promise<Reader[]> {
    const assigned = personId === null ? [] : await tx.staff.findMany({ where: { personId }, select: { person: { select: { email: true, locale: true } } } });
    return assigned.length ? assigned.map(({ person }) => person) : this.#desk(tx);
  }

  async #desk(tx: Tx): Promise<Reader[]> {
    const staff = await tx.staff.findMany({ where: { role: { in: ['support', 'operator', 'admin'] } }, select: { role: true, person: { select: { email: true, locale: true } } } });
    const desk = staff.filter(({ role }) => role === 'support');
    return (desk.length ? desk : staff).map(({ person }) => person);
  }

  #until(): Date {
    return new Date(this.clock.now().getTime() + MAIL_LASTS_MS);
  }
}
