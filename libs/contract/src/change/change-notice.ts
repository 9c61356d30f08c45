import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { Day, idOf, ListQuery, listOf, Moment, wordsUpTo } from '../fields.js';
import { KeyChange } from '../key.js';
import { permitted } from '../permission.js';
import { WebhookRequest } from '../webhook.js';
import { declaredSettings, noticeSettings } from './setting.js';

export const changeUrgencies = ['planned', 'urgent'] as const;
export type ChangeUrgency = (typeof changeUrgencies)[number];

/** Planned: filed → accepted → due → applied. Urgent: filed → acknowledged → applied → confirmed. The others end one. */
export const changeStates = ['filed', 'accepted', 'refused', 'acknowledged', 'due', 'applied', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed'] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeEventKinds = ['filed', 'accepted', 'refused', 'acknowledged', 'came_due', 'applied', 'failed', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed', 'nearly_over', 'overdue'] as const;
export type ChangeEventKind = (typeof changeEventKinds)[number];

export const changeSides = ['tenant', 'provider', 'system'] as const;
export type ChangeSide = (typeof changeSides)[number];

/** An urgent change is done within so long of its filing (三.1(3)), on calendar hours. */
export const URGENT_HOURS = 24;
/** Both sides are warned once so much of it has passed. */
export const URGENT_WARNED_AT = 0.8;
/** A planned change that is not carried out by the platform may be made for so long from its instant on. */
export const DOOR_DAYS = 7;

const { retention, purpose, allowed_addresses, requests_per_second } = KeyChange.shape;
const something = { message: 'must change something' };
const isSomething = (values: object): boolean => Object.keys(values).length > 0;

/** What is to be changed into what. */
export const PlannedChange = z
  .union([
    z.strictObject({ of: z.literal('key'), id: idOf('key'), values: z.strictObject({ retention, purpose, allowed_addresses, requests_per_second }).refine(isSomething, something) }),
    z.strictObject({ of: z.literal('webhook'), id: idOf('whk'), values: z.strictObject({ url: WebhookRequest.shape.url }) }),
    z.strictObject({ of: z.literal('plan'), setting: z.enum(declaredSettings), words: wordsUpTo(2_000).describe('What is planned, such as the calls a second that will be needed, or the reader') }),
  ])
  .describe('A key or a webhook with the values it will have, as its own PATCH takes them; or a plan of which nothing stands here yet')
  .meta({ id: 'PlannedChange' });
export type PlannedChange = z.output<typeof PlannedChange>;

export const ChangeRequest = z
  .strictObject({
    urgency: z.enum(changeUrgencies).default('planned'),
    change: PlannedChange,
    reason: wordsUpTo(2_000),
    contact: wordsUpTo(200).describe('Whom the provider may ask, and where'),
    effective_at: Moment.optional().describe('When a planned change takes effect: not before five working days have passed, unless a waiver is asked for'),
    waiver: wordsUpTo(1_000).optional().describe('Why a planned change cannot wait for its five working days. The provider grants it or refuses'),
  })
  .refine(({ urgency, effective_at }) => (urgency === 'planned') === (effective_at !== undefined), { path: ['effective_at'], message: 'is said for a planned change and for no urgent one' })
  .refine(({ urgency, waiver }) => urgency === 'planned' || waiver === undefined, { path: ['waiver'], message: 'is for planned changes' })
  .meta({ id: 'ChangeRequest' });
export type ChangeRequest = z.output<typeof ChangeRequest>;

const Somebody = z.object({ id: z.string(), name: z.string().nullable() });

export const ChangeEvent = z
  .object({ id: idOf('chv'), at: Moment, kind: z.enum(changeEventKinds), side: z.enum(changeSides), by: Somebody.nullable(), words: z.string().nullable() })
  .meta({ id: 'ChangeEvent' });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

export const ChangeNoticeSummary = z
  .object({
    id: idOf('chg'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    urgency: z.enum(changeUrgencies),
    state: z.enum(changeStates),
    settings: z.array(z.enum(noticeSettings)),
    change: PlannedChange,
    reason: z.string(),
    contact: z.string(),
    filed_at: Moment,
    filed_by: Somebody,
    earliest_at: Moment.nullable().describe('When five working days have passed. Null for an urgent one, and where a waiver was asked for a year that is not known'),
    effective_at: Moment.nullable().describe('When it takes effect. Null for an urgent one'),
    waiver: z.string().nullable().describe('Why it cannot wait, in the words of the tenant'),
    automatic: z.boolean().describe('Whether the platform carries it out'),
    due_by: Moment.nullable().describe('The end of its clock: the 24 hours of an urgent one, or of the days in which a planned one may be made. Null while none runs'),
    overdue: z.boolean().describe('An urgent one was not over when its 24 hours were. Stays so'),
    ticket: idOf('tkt').nullable().describe('Opened when it was overdue, or failed'),
  })
  .meta({ id: 'ChangeNoticeSummary' });
export type ChangeNoticeSummary = z.infer<typeof ChangeNoticeSummary>;

export const ChangeNotice = ChangeNoticeSummary.extend({ events: z.array(ChangeEvent).describe('Oldest first') }).meta({ id: 'ChangeNotice' });
export type ChangeNotice = z.infer<typeof ChangeNotice>;

export const dayKinds = ['working', 'weekend', 'holiday', 'make_up', 'unknown'] as const;

export const EarliestChange = z
  .object({
    notice_day: Day,
    earliest_day: Day.nullable().describe('Null where its five working days reach into a year that is not known'),
    earliest_at: Moment.nullable().describe('The first instant of that day in Asia/Shanghai'),
    unknown_year: z.int().nullable().describe('The year that would have to be known'),
    days: z.array(z.object({ day: Day, kind: z.enum(dayKinds), name: z.string().nullable(), counted: z.int().nullable().describe('1 to 5: which of the five working days it is') })).describe('From the first of the month of the notice to the end of the month of the change'),
  })
  .meta({ id: 'EarliestChange' });
export type EarliestChange = z.infer<typeof EarliestChange>;

export const ChangeWords = z.strictObject({ words: wordsUpTo(2_000) }).meta({ id: 'ChangeWords' });

export const changeVerdicts = ['accept', 'refuse', 'acknowledge'] as const;
export const ChangeDecision = z
  .strictObject({ verdict: z.enum(changeVerdicts).describe('`accept` or `refuse` a planned one, `acknowledge` or `refuse` an urgent one'), reason: wordsUpTo(2_000).optional().describe('Needed to refuse, and to grant a waiver: the days protect the provider, and who gives them up says why') })
  .refine(({ verdict, reason }) => verdict !== 'refuse' || reason !== undefined, { path: ['reason'], message: 'must say why' })
  .meta({ id: 'ChangeDecision' });
export type ChangeDecision = z.output<typeof ChangeDecision>;

const ChangeId = z.object({ id: idOf('chg') });
const path = '/v1/change-notices';
const admin = '/v1/admin/change-notices';
const ChangeList = listOf(ChangeNoticeSummary).meta({ id: 'ChangeNoticeList' });
const state = z.enum([...changeStates, 'open']).optional().describe('`open`: those that are not over');
const found = ['request.invalid', 'change.not_found'] as const;
const act = { access: permitted('change.keep'), scope: 'changes', params: ChangeId, status: 200, reply: ChangeNotice, problems: [...found, 'change.not_now'] } as const;

export const changeApi = {
  earliest: endpoint({ method: 'GET', path: `${path}/earliest`, summary: 'When a change may take effect', description: 'Of which notice is given now: five working days of mainland China lie between, the day of the notice not counted. Says of each day what it is and why.', access: permitted('change.read'), scope: 'changes', status: 200, reply: EarliestChange, problems: [] }),
  create: endpoint({
    method: 'POST',
    path,
    summary: 'Give notice of a change',
    description: 'Planned, at least five working days ahead (三.1(3)), or urgent, to be done within 24 hours. What it names takes effect at its instant by itself where the platform can do that.',
    access: permitted('change.keep'),
    scope: 'changes',
    audit: 'change.filed',
    body: ChangeRequest,
    status: 201,
    reply: ChangeNotice,
    problems: ['request.invalid', 'change.too_early', 'change.calendar_unknown', 'change.nothing_to_change', 'key.not_found', 'webhook.not_found'],
  }),
  list: endpoint({ method: 'GET', path, summary: 'List change notices', access: permitted('change.read'), scope: 'changes', query: ListQuery.extend({ state }), status: 200, reply: ChangeList, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read a change notice', access: permitted('change.read'), scope: 'changes', params: ChangeId, status: 200, reply: ChangeNotice, problems: found }),
  withdraw: endpoint({ ...act, method: 'POST', path: `${path}/{id}/withdrawal`, summary: 'Take back a notice that was not carried out', audit: 'change.withdrawn' }),
  apply: endpoint({ ...act, method: 'POST', path: `${path}/{id}/application`, summary: 'Say that a change was made', description: 'Of one that the platform does not carry out: a planned one that is due, or an urgent one that was acknowledged.', audit: 'change.applied' }),
  confirm: endpoint({ ...act, method: 'POST', path: `${path}/{id}/confirmation`, summary: 'Confirm an urgent change', description: 'It was made and works. Its clock ends.', audit: 'change.confirmed' }),
  rollBack: endpoint({ ...act, method: 'POST', path: `${path}/{id}/rollback`, summary: 'Roll an urgent change back', description: 'What stood before stands again. Its clock ends.', audit: 'change.rolled_back' }),
};

export const adminChangeApi = {
  list: endpoint({ method: 'GET', path: admin, summary: 'Change notices of all tenants', description: 'What has to be decided stands first, urgent before planned, then by what takes effect next.', access: permitted('change.see'), query: ListQuery.extend({ state, tenant: idOf('ten').optional() }), status: 200, reply: z.object({ items: z.array(ChangeNoticeSummary), next_cursor: z.string().nullable(), waiting: z.int().describe('Those that wait for the provider'), overdue: z.int().describe('Urgent ones whose 24 hours are over and that are not') }).meta({ id: 'ChangeQueue' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${admin}/{id}`, summary: 'Read a change notice of a tenant', access: permitted('change.see'), params: ChangeId, status: 200, reply: ChangeNotice, problems: found }),
  decide: endpoint({
    method: 'POST',
    path: `${admin}/{id}/decision`,
    summary: 'Decide on a change notice',
    description: 'A planned one that was filed in time stands at its instant even if nobody decided, because the agreement asks for notice and for no permission; one that asked for a waiver does not.',
    access: permitted('change.decide'),
    audit: ['change.accepted', 'change.refused', 'change.acknowledged'],
    params: ChangeId,
    body: ChangeDecision,
    status: 200,
    reply: ChangeNotice,
    problems: [...found, 'change.not_now', 'change.reason_missing'],
  }),
};
