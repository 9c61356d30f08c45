import { openTicketStates, type TicketPriority, type TicketState } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, tellIn, type Tx } from '@inkproof/platform';
import { DESK_NEWS, isForTenant, newsOfTenant } from '../model/ticket-news.js';
import type { FileRow } from '../actions/keep-files.js';
import type { Standing } from '../model/standing.js';
import { ticketsSaying, whichSay } from './ticket-words.js';

const whole = { tenant: { select: { name: true } }, events: { orderBy: { place: 'asc' }, include: { files: { orderBy: { place: 'asc' } } } } } as const satisfies Prisma.TicketInclude;
const listed = { tenant: { select: { name: true } } } as const satisfies Prisma.TicketInclude;

export type ListedTicket = Omit<Prisma.TicketGetPayload<{ include: typeof listed }>, 'standing'> & { standing: Standing };
export type StoredTicket = Omit<Prisma.TicketGetPayload<{ include: typeof whole }>, 'standing'> & { standing: Standing };
export type StoredNote = Prisma.TicketNoteGetPayload<{ include: { files: true } }>;
export type KeptFile = Pick<Prisma.TicketFileGetPayload<object>, 'tenantId' | 'objectId' | 'name' | 'mediaType'>;

/** What a list is narrowed to. */
export interface TicketSearch {
  tenantId?: Id<'ten'> | undefined;
  state?: TicketState | 'unsolved' | undefined;
  /** Null for those that nobody has taken. */
  assigneeId?: string | null | undefined;
  priority?: TicketPriority | undefined;
  /** Words that stand in its subject, or in one of its messages; an id finds its ticket. */
  search?: string | undefined;
  /** Only those of which a clock is over at this moment. */
  lateAt?: Date | undefined;
  openedFrom?: Date | undefined;
  openedBefore?: Date | undefined;
  beyond?: string | undefined;
  size: number;
}

/** Mail programs need the last few to put a mail into its conversation. */
const MAILS_NAMED = 20;

const unsolved = { in: [...openTicketStates] };
const isId = (search: string | undefined): boolean => search?.startsWith('tkt_') ?? false;
// The standing is written by the fold alone, so it has its shape.
const read = <Row extends { standing: unknown }>(row: Row) => row as Row & { standing: Standing };

const where = ({ tenantId, state, assigneeId, priority, search, lateAt, openedFrom, openedBefore }: Omit<TicketSearch, 'size'>): Prisma.TicketWhereInput => ({
  ...(tenantId && { tenantId }),
  ...(state && { state: state === 'unsolved' ? unsolved : state }),
  ...(assigneeId !== undefined && { assigneeId }),
  ...(priority && { priority }),
  ...(isId(search) && { id: search }),
  ...(lateAt && { dueAt: { lte: lateAt } }),
  ...((openedFrom || openedBefore) && { openedAt: { ...(openedFrom && { gte: openedFrom }), ...(openedBefore && { lt: openedBefore }) } }),
});

type Order = (narrowed: Prisma.TicketWhereInput, beyond: string | undefined, size: number) => Promise<ListedTicket[]>;

/** So many tickets are looked through at once for words that stand nearly everywhere. */
const STRIDE = 200;
/** A page that would be full after so many of these is gone through. */
const FEW_STRIDES = 8;

/** Tickets, in a transaction of their tenant's or of the provider's, which says whose may be seen. */
export class TicketStore {
  constructor(private readonly stride = STRIDE) {}

  async add(tx: Tx, ticket: Prisma.TicketCreateManyInput): Promise<void> {
    await tx.ticket.createMany({ data: [ticket] });
  }

  async find(tx: Tx, id: string, tenantId?: Id<'ten'>): Promise<StoredTicket | undefined> {
    const row = await tx.ticket.findFirst({ where: { id, ...(tenantId && { tenantId }) }, include: whole });
    return row ? read(row) : undefined;
  }

  /** Whose it is. */
  async tenantOf(tx: Tx, id: string): Promise<Id<'ten'> | undefined> {
    return (await tx.ticket.findUnique({ where: { id }, select: { tenantId: true } }))?.tenantId as Id<'ten'> | undefined;
  }

  /** Holds it until the transaction ends, so that two who write on it come one after the other. */
  async hold(tx: Tx, id: string, tenantId?: Id<'ten'>): Promise<StoredTicket | undefined> {
    const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM ticket WHERE id = ${id} AND (${tenantId ?? null}::text IS NULL OR tenant_id = ${tenantId ?? null}) FOR UPDATE`;
    return held.length ? this.find(tx, id, tenantId) : undefined;
  }

  /** Newest first. */
  list(tx: Tx, asked: TicketSearch): Promise<ListedTicket[]> {
    return this.#find(tx, asked, async (narrowed, beyond, take) => (await tx.ticket.findMany({ where: { AND: [narrowed, beyond ? { id: { lt: beyond } } : {}] }, include: listed, orderBy: { id: 'desc' }, take })).map(read));
  }

  /** What is due next stands first; what has no clock running comes last. */
  queue(tx: Tx, asked: TicketSearch): Promise<ListedTicket[]> {
    return this.#find(tx, asked, async (narrowed, beyond, take) => {
      const last = beyond === undefined ? null : await tx.ticket.findUnique({ where: { id: beyond }, select: { dueAt: true } });
      const behind: Prisma.TicketWhereInput = !last ? {} : last.dueAt === null ? { dueAt: null, id: { gt: beyond! } } : { OR: [{ dueAt: { gt: last.dueAt } }, { dueAt: last.dueAt, id: { gt: beyond! } }, { dueAt: null }] };
      return (await tx.ticket.findMany({ where: { AND: [narrowed, behind] }, include: listed, orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take })).map(read);
    });
  }

  /** How many of the unsolved there are, are this person's, and are late: one walk through them. */
  async count(tx: Tx, me: string, now: Date): Promise<{ unsolved: number; mine: number; overdue: number }> {
    const [counts] = await tx.$queryRaw<{ unsolved: number; mine: number; overdue: number }[]>`
      SELECT count(*)::int AS unsolved, (count(*) FILTER (WHERE assignee_id = ${me}))::int AS mine, (count(*) FILTER (WHERE due_at <= ${now}))::int AS overdue
      FROM ticket WHERE state = ANY(${[...openTicketStates]}::"TicketState"[])`;
    return counts!;
  }

  /** How many a list would hold, up to `most`; null where its words stand nearly everywhere, which is not counted. */
  async countOf(tx: Tx, asked: Omit<TicketSearch, 'size'>, most: number): Promise<number | null> {
    const { search, tenantId } = asked;
    if (search === undefined || isId(search)) return tx.ticket.count({ where: where(asked), take: most });
    const ids = await ticketsSaying(tx, search, tenantId);
    return ids ? tx.ticket.count({ where: { AND: [where(asked), { id: { in: ids } }] }, take: most }) : null;
  }

  async write(tx: Tx, event: Prisma.TicketEventCreateManyInput): Promise<void> {
    await tx.ticketEvent.createMany({ data: [event] });
    await tellIn(tx, DESK_NEWS);
    if (isForTenant(event.kind)) await tellIn(tx, newsOfTenant(event.tenantId));
  }

  /** Answers them as they would be read. */
  async addFiles(tx: Tx, event: { tenantId: string; ticketId: string; eventId: string }, files: readonly FileRow[]): Promise<StoredTicket['events'][number]['files']> {
    const rows = files.map((file) => ({ ...file, ...event, sha256: Uint8Array.from(file.sha256) }));
    await tx.ticketFile.createMany({ data: rows });
    return rows;
  }

  async addNoteFiles(tx: Tx, note: { tenantId: string; ticketId: string; noteId: string }, files: readonly FileRow[]): Promise<void> {
    await tx.ticketNoteFile.createMany({ data: files.map((file) => ({ ...file, ...note, sha256: Uint8Array.from(file.sha256) })) });
  }

  file(tx: Tx, ticketId: string, id: string, tenantId?: Id<'ten'>): Promise<KeptFile | null> {
    return tx.ticketFile.findFirst({ where: { id, ticketId, ...(tenantId && { tenantId }) } });
  }

  noteFile(tx: Tx, ticketId: string, id: string): Promise<KeptFile | null> {
    return tx.ticketNoteFile.findFirst({ where: { id, ticketId } });
  }

  async change(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, data: Prisma.TicketUncheckedUpdateManyInput): Promise<void> {
    await tx.ticket.updateMany({ where: { tenantId, id }, data });
  }

  async addMail(tx: Tx, mail: Prisma.TicketMailCreateManyInput): Promise<void> {
    await tx.ticketMail.createMany({ data: [mail] });
  }

  mail(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, mailId: string): Promise<{ eventId: string | null } | null> {
    return tx.ticketMail.findFirst({ where: { id: mailId, tenantId, ticketId: id }, select: { eventId: true } });
  }

  /** What became of the mails that carried answers; they are known for a month. */
  letters(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<{ event: string; state: string }[]> {
    return tx.$queryRaw`SELECT t.event_id AS event, m.state::text AS state FROM ticket_mail t JOIN mail m ON m.id = t.id WHERE t.tenant_id = ${tenantId} AND t.ticket_id = ${id} AND t.way = 'out' AND t.event_id IS NOT NULL ORDER BY t.id`;
  }

  /** The last mails between a person and the desk on a ticket, oldest first, as mail programs know them. */
  async mailsWith(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, personId: string): Promise<string[]> {
    const rows = await tx.ticketMail.findMany({ where: { tenantId, ticketId: id, personId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: MAILS_NAMED });
    return rows.reverse().flatMap(({ id: mailId, way, messageId }) => (way === 'out' ? mailId : (messageId ?? [])));
  }

  async knowsMail(tx: Tx, { tenantId }: { tenantId: string }, messageId: string): Promise<boolean> {
    return (await tx.ticketMail.count({ where: { tenantId, messageId } })) > 0;
  }

  /** Whether one of several tenants has it in a ticket. */
  async anyKnowsMail(tx: Tx, tenantIds: readonly string[], messageId: string): Promise<boolean> {
    return (await tx.ticketMail.count({ where: { tenantId: { in: [...tenantIds] }, messageId } })) > 0;
  }

  /** What came by mail since then. */
  countMails(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, since: Date): Promise<number> {
    return tx.ticketMail.count({ where: { tenantId, ticketId: id, way: 'in', at: { gt: since } } });
  }

  countOpened(tx: Tx, tenantId: string, personId: string, since: Date): Promise<number> {
    return tx.ticket.count({ where: { tenantId, openedBy: personId, openedAt: { gt: since } } });
  }

  async addNote(tx: Tx, note: Prisma.TicketNoteCreateManyInput): Promise<void> {
    await tx.ticketNote.createMany({ data: [note] });
    await tellIn(tx, DESK_NEWS);
  }

  notes(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<StoredNote[]> {
    return tx.ticketNote.findMany({ where: { tenantId, ticketId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { files: { orderBy: { place: 'asc' } } } });
  }

  /** Where each unsolved ticket stands. */
  async standings(tx: Tx): Promise<Standing[]> {
    return (await tx.ticket.findMany({ where: { state: unsolved }, select: { standing: true } })).map((row) => read(row).standing);
  }

  /** Those of which there may be something to tell. */
  due(tx: Tx, now: Date, size: number): Promise<{ id: string; tenantId: string }[]> {
    return tx.ticket.findMany({ where: { nextLookAt: { lte: now } }, select: { id: true, tenantId: true }, orderBy: { nextLookAt: 'asc' }, take: size });
  }

  /**
   * A page in some order. Words that stand nearly everywhere are met by going through the order until the page is full; others
   * are found by their index. The first stretch of the order tells which they are, for less than the index of common words costs.
   */
  async #find(tx: Tx, asked: TicketSearch, order: Order): Promise<ListedTicket[]> {
    const { search, tenantId, size } = asked;
    if (search === undefined || isId(search)) return order(where(asked), asked.beyond, size);
    const found: ListedTicket[] = [];
    for (let beyond = asked.beyond, isFirst = true; found.length < size; isFirst = false) {
      const rows = await order(where(asked), beyond, this.stride);
      const saying = await whichSay(tx, search, rows.map(({ id }) => id), tenantId);
      found.push(...rows.filter(({ id }) => saying.has(id)));
      if (rows.length < this.stride) break;
      beyond = rows.at(-1)!.id;
      const ids = isFirst && found.length * FEW_STRIDES < size ? await ticketsSaying(tx, search, tenantId) : undefined;
      if (ids) return order({ AND: [where(asked), { id: { in: ids } }] }, asked.beyond, size);
    }
    return found.slice(0, size);
  }
}
