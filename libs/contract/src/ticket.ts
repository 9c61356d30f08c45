import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { FileBytes, fileForms, TicketFile, ticketFiles, TicketNoteFile } from './ticket-file.js';

/** From the gravest. What each means stands in `docs/tickets.md`. */
export const ticketPriorities = ['p1', 'p2', 'p3', 'p4'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

export const ticketStates = ['new', 'open', 'waiting_tenant', 'waiting_provider', 'on_hold', 'resolved', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** Those in which the provider owes something, or waits for the tenant's word. */
export const openTicketStates = ['new', 'open', 'waiting_tenant', 'waiting_provider', 'on_hold'] as const satisfies readonly TicketState[];

export const ticketSides = ['tenant', 'provider', 'system'] as const;
export type TicketSide = (typeof ticketSides)[number];

/** What runs on a ticket, around the clock on every day: until the first answer, until the next word, until it is resolved. */
export const ticketClocks = ['first', 'next', 'resolution'] as const;
export type TicketClock = (typeof ticketClocks)[number];

export const ticketEventKinds = ['opened', 'replied', 'state_set', 'priority_set', 'assigned', 'linked', 'merged', 'split', 'rated', 'warned', 'unassigned'] as const;
export type TicketEventKind = (typeof ticketEventKinds)[number];

/** A solved ticket may be taken up again for so long. */
export const REOPEN_DAYS = 14;

const Somebody = z.object({ id: z.string(), name: z.string().nullable() });
const words = wordsUpTo(20_000).describe('Markdown, given back as written. The console shows it with its line breaks, HTML in it as text, and pictures as links');

export const ClockStanding = z
  .object({
    clock: z.enum(ticketClocks),
    target_seconds: z.int(),
    spent_seconds: z.int().describe('Until now, or until it ended'),
    state: z.enum(['running', 'paused', 'met', 'idle']).describe('`paused` while the tenant is waited for; `idle` where nothing is owed'),
    due_at: Moment.nullable().describe('Null unless it runs'),
    missed: z.boolean().describe('Whether its target was passed, now or before. A late answer stays a miss'),
  })
  .meta({ id: 'TicketClockStanding' });
export type ClockStanding = z.infer<typeof ClockStanding>;

export const TicketEvent = z
  .object({
    id: idOf('tev'),
    at: Moment,
    kind: z.enum(ticketEventKinds),
    side: z.enum(ticketSides),
    by: Somebody.nullable(),
    words: z.string().nullable(),
    state: z.enum(ticketStates).nullable().describe('The state it led to, where it changed that'),
    priority: z.enum(ticketPriorities).nullable(),
    reference: z.string().nullable().describe('What it was linked to, merged into or split off into; who was assigned; or of a message that came with a split, the one it was taken from'),
    clock: z.enum(ticketClocks).nullable().describe('Whose time a warning is about'),
    percent: z.int().nullable(),
    rating: z.int().nullable(),
    checked: z.string().nullable().describe('Of what came by mail: what DKIM, SPF and DMARC said of its sender. Null for everything else'),
    files: z.array(TicketFile),
  })
  .meta({ id: 'TicketEvent' });
export type TicketEvent = z.infer<typeof TicketEvent>;

export const TicketSummary = z
  .object({
    id: idOf('tkt'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    subject: z.string(),
    priority: z.enum(ticketPriorities),
    state: z.enum(ticketStates),
    opened_at: Moment,
    opened_by: Somebody,
    assignee: Somebody.nullable(),
    changed_at: Moment.describe('Of the last thing that was said or done'),
    clocks: z.array(ClockStanding),
    rating: z.int().nullable().describe('1 to 5, once the tenant has said'),
  })
  .meta({ id: 'TicketSummary' });
export type TicketSummary = z.infer<typeof TicketSummary>;

export const SupportTicket = TicketSummary.extend({ events: z.array(TicketEvent).describe('Oldest first') }).meta({ id: 'SupportTicket' });
export type SupportTicket = z.infer<typeof SupportTicket>;

export const NewTicket = z
  .strictObject({ subject: wordsUpTo(200), words, priority: z.enum(ticketPriorities).default('p3').describe('`p1` where nothing works, `p2` where something important does not, `p3` for anything else that is wrong, `p4` for questions and wishes') })
  .meta({ id: 'NewTicket' });
export type NewTicket = z.output<typeof NewTicket>;

export const TicketReply = z.strictObject({ words }).meta({ id: 'TicketReply' });
export const TicketRating = z.strictObject({ rating: z.int().min(1).max(5), words: wordsUpTo(2_000).optional() }).meta({ id: 'TicketRating' });
export type TicketRating = z.output<typeof TicketRating>;

/** What an answer of the provider may lead to. Only with words: nobody's clock is stopped in silence. */
export const stateAfterReply = ['open', 'waiting_tenant', 'waiting_provider', 'on_hold', 'resolved'] as const satisfies readonly TicketState[];

export const DeskReply = z.strictObject({ words, state: z.enum(stateAfterReply).default('open').describe('What the ticket is afterwards'), priority: z.enum(ticketPriorities).optional().describe('Set just before the answer, in one step with it; as it is where absent') }).meta({ id: 'DeskReply' });
export type DeskReply = z.output<typeof DeskReply>;

export const DeskChange = z
  .strictObject({
    priority: z.enum(ticketPriorities).optional(),
    assignee: idOf('per').nullable().optional().describe('A person of the staff; null gives it back to the queue'),
    link: z.string().trim().regex(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/, 'must be an id').optional().describe('The id of whatever it is about: an incident, a maintenance window, a change notice, a filing, a case, an inspection, a job, a recognition, another ticket'),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'must change something' })
  .meta({ id: 'DeskChange' });
export type DeskChange = z.output<typeof DeskChange>;

export const TicketMerge = z.strictObject({ into: idOf('tkt').describe('Of the same tenant, and not closed') }).meta({ id: 'TicketMerge' });

export const TicketSplit = z
  .strictObject({
    events: z.array(idOf('tev')).min(1).max(200).describe('Messages of this ticket. The earliest must be the tenant’s own: the clocks of the new ticket begin with it'),
    subject: wordsUpTo(200),
    priority: z.enum(ticketPriorities).optional().describe('That of this ticket where it is not said'),
  })
  .meta({ id: 'TicketSplit' });
export type TicketSplit = z.output<typeof TicketSplit>;

export const ticketNoteKinds = ['note', 'held_mail', 'bounce'] as const;

export const TicketNote = z.object({ id: idOf('tkn'), at: Moment, by: Somebody, kind: z.enum(ticketNoteKinds).describe('`held_mail`: from somebody who is not known to be whom the ticket was written to. `bounce`: mail that came back, with its status'), words: z.string(), about: idOf('tev').nullable().describe('The message whose mail came back'), checked: z.string().nullable(), files: z.array(TicketNoteFile) }).meta({ id: 'TicketNote' });
export type TicketNote = z.infer<typeof TicketNote>;

export const TicketCall = z
  .object({
    at: Moment,
    clock: z.enum(ticketClocks).nullable().describe('Whose time was over; null where nobody had taken the ticket'),
    level: z.int().describe('0 for whoever was on call, then up the chain'),
    called: Somebody.nullable().describe('Null for the whole desk, because nobody was on call'),
    next_at: Moment.nullable().describe('When the next is called'),
    taken_at: Moment.nullable(),
    taken_by: Somebody.nullable(),
  })
  .meta({ id: 'TicketCall' });
export type TicketCall = z.infer<typeof TicketCall>;

/** What became of a mail that carried an answer. */
export const ticketLetterStates = ['waiting', 'sent', 'failed', 'bounced'] as const;

export const DeskTicket = SupportTicket.extend({
  calls: z.array(TicketCall).describe('Who was called to it. Oldest first'),
  letters: z.array(z.object({ event: idOf('tev'), state: z.enum(ticketLetterStates) })).describe('What became of the mails that carried answers, for a month. One that comes back later is a note'),
  notes: z.array(TicketNote).describe('Seen by the provider alone. Oldest first') }).meta({ id: 'DeskTicket' });
export type DeskTicket = z.infer<typeof DeskTicket>;

const TicketId = z.object({ id: idOf('tkt') });
const FileId = TicketId.extend({ file: idOf('tkf') });
const NoteFileId = TicketId.extend({ file: idOf('tnf') });
const states = z.enum([...ticketStates, 'unsolved']).optional().describe(`\`unsolved\`: ${openTicketStates.join(', ')}`);
const narrowed = {
  state: states,
  search: wordsUpTo(200).optional().describe('Words that all stand in the subject or in one message, in any order and in any language; an id finds its ticket'),
  priority: z.enum(ticketPriorities).optional(),
  late: z.stringbool().optional().describe('Only those of which a clock is over'),
  from: Day.optional().describe('Opened on this day or later'),
  to: Day.optional().describe('Opened on this day or earlier'),
};
const path = '/v1/tickets';
const follow = 'Server-sent events: `changed` at first, and then whenever anything was written. They say nothing of what it was. The stream ends after `for` seconds, and whoever comes back is asked again who they are.';
const FollowQuery = z.object({ for: z.coerce.number().int().min(0).max(60).default(0).describe('Seconds') });
const TicketList = listOf(TicketSummary).meta({ id: 'TicketList' });
const found = ['request.invalid', 'ticket.not_found'] as const;
const attaching = ['request.too_large', 'ticket.file_refused', 'ticket.file_unchecked'] as const;
const withFiles = `At most ${ticketFiles.maxFiles} files may go with it, in a form.`;

export const ticketApi = {
  create: endpoint({
    method: 'POST',
    path,
    summary: 'Open a ticket',
    description: `At any hour, during maintenance and while suspended too. Its clocks run from here, day and night. ${withFiles}`,
    access: permitted('ticket.keep'),
    scope: 'tickets',
    audit: 'ticket.opened',
    body: NewTicket,
    attaches: ticketFiles,
    status: 201,
    reply: SupportTicket,
    problems: ['request.invalid', ...attaching],
  }),
  list: endpoint({ method: 'GET', path, summary: 'List tickets', access: permitted('ticket.read'), scope: 'tickets', query: ListQuery.extend(narrowed), status: 200, reply: TicketList, problems: ['request.invalid'] }),
  events: endpoint({ method: 'GET', path: '/v1/ticket-events', summary: 'Follow tickets', description: follow, access: permitted('ticket.read'), scope: 'tickets', query: FollowQuery, status: 200, reply: z.object({}), formats: { events: 'text/event-stream' }, problems: ['request.invalid', 'capacity.too_many_streams'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read a ticket', access: permitted('ticket.read'), scope: 'tickets', params: TicketId, status: 200, reply: SupportTicket, problems: found }),
  reply: endpoint({
    method: 'POST',
    path: `${path}/{id}/replies`,
    summary: 'Write on a ticket',
    description: `One that was resolved is taken up again by it, for ${REOPEN_DAYS} days. ${withFiles}`,
    access: permitted('ticket.keep'),
    scope: 'tickets',
    audit: { none: 'What was said stands in the ticket, which nobody can change' },
    params: TicketId,
    body: TicketReply,
    attaches: ticketFiles,
    status: 201,
    reply: SupportTicket,
    problems: [...found, 'ticket.closed', ...attaching],
  }),
  file: endpoint({ method: 'GET', path: `${path}/{id}/files/{file}`, summary: 'Fetch a file of a ticket', access: permitted('ticket.read'), scope: 'tickets', params: FileId, status: 200, reply: FileBytes, formats: fileForms, problems: found }),
  resolve: endpoint({
    method: 'POST',
    path: `${path}/{id}/resolution`,
    summary: 'Say that a ticket is resolved',
    access: permitted('ticket.keep'),
    scope: 'tickets',
    audit: 'ticket.resolved',
    params: TicketId,
    status: 200,
    reply: SupportTicket,
    problems: [...found, 'ticket.closed'],
  }),
  rate: endpoint({
    method: 'PUT',
    path: `${path}/{id}/rating`,
    summary: 'Say how a ticket was dealt with',
    description: 'Once it is resolved or closed. A later rating takes the place of the one before.',
    access: permitted('ticket.keep'),
    scope: 'tickets',
    settings: 'none',
    audit: { none: 'A rating stands in the ticket, which nobody can change' },
    params: TicketId,
    body: TicketRating,
    status: 200,
    reply: SupportTicket,
    problems: [...found, 'ticket.not_resolved'],
  }),
};

const desk = '/v1/admin/tickets';
const DeskCounts = z.object({ unsolved: z.int().describe('Of all tenants'), mine: z.int(), overdue: z.int().describe('Of which a clock is over'), held_mails: z.int().describe('Mails that wait until somebody says whose they are') }).meta({ id: 'DeskCounts' });

export const adminTicketApi = {
  list: endpoint({
    method: 'GET',
    path: desk,
    summary: 'The queue of the desk',
    description: 'Of all tenants. Unsolved ones stand by what is due next, solved ones by age. Words are looked for in notes too.',
    access: permitted('desk.see'),
    query: ListQuery.extend({ ...narrowed, tenant: idOf('ten').optional(), assignee: z.union([idOf('per'), z.literal('me'), z.literal('nobody')]).optional() }),
    status: 200,
    reply: z.object({ items: z.array(TicketSummary), next_cursor: z.string().nullable(), ...DeskCounts.shape }).meta({ id: 'DeskQueue' }),
    problems: ['request.invalid'],
  }),
  counts: endpoint({ method: 'GET', path: '/v1/admin/desk', summary: 'How much waits at the desk', access: permitted('desk.see'), status: 200, reply: DeskCounts, problems: [] }),
  events: endpoint({ method: 'GET', path: '/v1/admin/desk/events', summary: 'Follow the desk', description: follow, access: permitted('desk.see'), query: FollowQuery, status: 200, reply: z.object({}), formats: { events: 'text/event-stream' }, problems: ['request.invalid', 'capacity.too_many_streams'] }),
  find: endpoint({ method: 'GET', path: `${desk}/{id}`, summary: 'Read a ticket at the desk', access: permitted('desk.see'), params: TicketId, status: 200, reply: DeskTicket, problems: found }),
  reply: endpoint({
    method: 'POST',
    path: `${desk}/{id}/replies`,
    summary: 'Answer a tenant',
    description: 'The answer and what the ticket is afterwards are one step: an answer that asks back is an answer.',
    access: permitted('desk.keep'),
    audit: 'ticket.answered',
    params: TicketId,
    body: DeskReply,
    attaches: ticketFiles,
    status: 201,
    reply: DeskTicket,
    problems: [...found, 'ticket.closed', ...attaching],
  }),
  note: endpoint({
    method: 'POST',
    path: `${desk}/{id}/notes`,
    summary: 'Leave a note for the staff',
    description: 'Lies in a table of its own that no tenant can read.',
    access: permitted('desk.keep'),
    audit: { none: 'A note stands beside the ticket, where nobody can change it' },
    params: TicketId,
    body: TicketReply,
    attaches: ticketFiles,
    status: 201,
    reply: DeskTicket,
    problems: [...found, ...attaching],
  }),
  file: endpoint({ method: 'GET', path: `${desk}/{id}/files/{file}`, summary: 'Fetch a file of a ticket at the desk', access: permitted('desk.see'), params: FileId, status: 200, reply: FileBytes, formats: fileForms, problems: found }),
  noteFile: endpoint({ method: 'GET', path: `${desk}/{id}/note-files/{file}`, summary: 'Fetch a file of a note', access: permitted('desk.see'), params: NoteFileId, status: 200, reply: FileBytes, formats: fileForms, problems: found }),
  takeOver: endpoint({
    method: 'POST',
    path: `${desk}/{id}/acknowledgement`,
    summary: 'Take over a call to a ticket',
    description: 'Nobody further up the chain is called for what it was called for.',
    access: permitted('desk.keep'),
    audit: 'ticket.taken_over',
    params: TicketId,
    status: 200,
    reply: DeskTicket,
    problems: found,
  }),
  change: endpoint({
    method: 'PATCH',
    path: `${desk}/{id}`,
    summary: 'Assign a ticket, set its priority, or link it',
    description: 'A new priority counts from the opening; what was late under the one before stays a miss.',
    access: permitted('desk.keep'),
    audit: 'ticket.changed',
    params: TicketId,
    body: DeskChange,
    status: 200,
    reply: DeskTicket,
    problems: [...found, 'ticket.closed', 'staff.not_found'],
  }),
  merge: endpoint({
    method: 'POST',
    path: `${desk}/{id}/merge`,
    summary: 'Merge a ticket into another of its tenant',
    description: 'It is closed and points to the other, which goes on with its own clocks.',
    access: permitted('desk.keep'),
    audit: 'ticket.merged',
    params: TicketId,
    body: TicketMerge,
    status: 200,
    reply: DeskTicket,
    problems: [...found, 'ticket.closed'],
  }),
  split: endpoint({
    method: 'POST',
    path: `${desk}/{id}/split`,
    summary: 'Take messages into a new ticket',
    description: 'This one keeps them, and all that happened on it. The new one has them with their times and files, and clocks of its own from the earliest question on.',
    access: permitted('desk.keep'),
    audit: 'ticket.split',
    params: TicketId,
    body: TicketSplit,
    status: 201,
    reply: DeskTicket.describe('The new one'),
    problems: [...found, 'ticket.not_to_split'],
  }),
};
