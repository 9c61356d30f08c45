import { z } from 'zod';
import { idOf, Moment, Somebody, wordsUpTo } from '../fields.js';
import { personLocales } from '../invitation.js';

/** What a person may ask for (PIPL art. 44 to 48): to see, to have a copy, to take back consent, to correct, to erase, to be told how it works. */
export const requestKinds = ['access', 'copy', 'withdraw', 'correct', 'delete', 'explain'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** 已收到, 已确认, 已核身, 处理中, 已答复, 已拒绝, 已撤回. */
export const requestStates = ['received', 'confirmed', 'identified', 'in_progress', 'answered', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];
export const openRequestStates = ['received', 'confirmed', 'identified', 'in_progress'] as const satisfies readonly RequestState[];

/** Who asks: the person, kin of one who died (PIPL art. 49), the guardian of a minor (art. 31), or somebody they sent. */
export const requestRelations = ['self', 'kin', 'guardian', 'agent'] as const;
export const requestSources = ['form', 'tenant', 'forwarded'] as const;

export const requestEventKinds = ['received', 'forwarded', 'confirmed', 'identified', 'began', 'task_settled', 'extended', 'warned_50', 'warned_80', 'overdue', 'answered', 'refused', 'withdrawn', 'lapsed'] as const;
export const requestTaskKinds = ['withdraw_authorizations', 'stop_processing', 'erase_material', 'erase_results', 'erase_own_copies', 'gather', 'hand_over_copy', 'correct_records', 'explain_rules'] as const;
export type RequestTaskKind = (typeof requestTaskKinds)[number];
export const requestTaskStates = ['open', 'done', 'not_needed'] as const;
export const identityMethods = ['account_session', 'known_contact', 'document_shown', 'in_person', 'kinship_proof', 'guardian_proof', 'written_authority', 'other'] as const;

const WORDS_MAX = 4_000;
const REASON_MAX = 1_000;
const EXTENSION_MAX_DAYS = 60;
const ANSWER_MAX_DAYS = 30;
const FORM_SLUG = /^[0-9a-hjkmnp-tv-z]{20}$/;

/** Where a person writes: 100 random bits, so that nobody comes upon a form, and whoever was given the address may pass it on. */
export const FormSlug = z.string().regex(FORM_SLUG, 'is not the address of a form');

/** What a person says of themselves. Personal information: kept sealed, in no log and in no address. */
const asked = {
  kind: z.enum(requestKinds),
  relation: z.enum(requestRelations).default('self').describe('Who asks: the person, kin of a person who died, a guardian, or somebody they sent'),
  about: wordsUpTo(200).optional().describe('Whom it concerns, when it is not who asks'),
  name: wordsUpTo(200).optional(),
  words: wordsUpTo(WORDS_MAX).describe('What they ask, in their own words'),
  language: z.enum(personLocales).default('zh-CN'),
};
const knowsWhom = ({ relation, about }: { relation: string; about?: string }): boolean => relation === 'self' || about !== undefined;
const ABOUT_MISSING = { path: ['about'], message: 'is needed when somebody asks for another person' };

export const FormRequest = z
  .strictObject({ ...asked, email: z.email().max(254) })
  .refine(knowsWhom, ABOUT_MISSING)
  .meta({ id: 'FormRequest' });
export type FormRequest = z.infer<typeof FormRequest>;

export const NewSubjectRequest = z
  .strictObject({
    ...asked,
    email: z.email().max(254).optional().describe('Where the person is written to. They get a link by which they see the state'),
    subject: wordsUpTo(128).optional().describe('Your own reference for the person. Only its keyed hash is kept'),
    received_at: Moment.optional().describe('When the person asked you; the clock runs from then. Now when absent, and never later'),
  })
  .refine(knowsWhom, ABOUT_MISSING)
  .meta({ id: 'NewSubjectRequest' });
export type NewSubjectRequest = z.infer<typeof NewSubjectRequest>;

export const ForwardedRequest = z
  .strictObject({ ...asked, tenant: idOf('ten'), email: z.email().max(254), received_at: Moment.optional() })
  .refine(knowsWhom, ABOUT_MISSING)
  .meta({ id: 'ForwardedRequest' });
export type ForwardedRequest = z.infer<typeof ForwardedRequest>;

export const IdentityCheck = z
  .strictObject({
    method: z.enum(identityMethods).describe('How you know that it is this person'),
    note: wordsUpTo(REASON_MAX).optional(),
    subject: wordsUpTo(128).optional().describe('Your own reference for the person, by which their authorisations are found. Only its keyed hash is kept'),
  })
  .meta({ id: 'IdentityCheck' });
export type IdentityCheck = z.infer<typeof IdentityCheck>;

export const RequestExtension = z.strictObject({ days: z.int().min(1).max(EXTENSION_MAX_DAYS), reason: wordsUpTo(REASON_MAX).describe('The person is told') }).meta({ id: 'RequestExtension' });
export const RequestTaskSettling = z
  .strictObject({ state: z.enum(['done', 'not_needed']), note: wordsUpTo(REASON_MAX).optional().describe('Needed when it is not needed: why'), certificate: wordsUpTo(64).optional().describe('Id of the deletion certificate, of what you erased yourself. What is erased by settling brings its own') })
  .refine(({ state, note }) => state === 'done' || note !== undefined, { path: ['note'], message: 'is needed: say why the task is not needed' })
  .meta({ id: 'RequestTaskSettling' });
export type RequestTaskSettling = z.infer<typeof RequestTaskSettling>;

export const RequestAnswer = z
  .strictObject({
    outcome: z.enum(['answered', 'refused', 'withdrawn']).describe('`withdrawn`: the person told you that they take it back'),
    reason: wordsUpTo(REASON_MAX).optional().describe('Needed to refuse (PIPL art. 50). The person is told'),
    words: wordsUpTo(WORDS_MAX).optional().describe('What you answer the person'),
  })
  .refine(({ outcome, reason }) => outcome !== 'refused' || reason !== undefined, { path: ['reason'], message: 'is needed to refuse' })
  .meta({ id: 'RequestAnswer' });
export type RequestAnswer = z.infer<typeof RequestAnswer>;

export const RequestClock = z
  .object({
    received_at: Moment,
    due_at: Moment.describe('The first instant after the last day. Days are calendar days in Asia/Shanghai; the day of receipt does not count'),
    used: z.number().min(0).max(1).describe('Share of the time that has passed; 1 when it is over. Stands still once the request has ended'),
    overdue: z.boolean(),
    extended: z.boolean(),
  })
  .meta({ id: 'RequestClock' });

export const SubjectRequestSummary = z
  .object({
    id: idOf('dsr'),
    kind: z.enum(requestKinds),
    relation: z.enum(requestRelations),
    source: z.enum(requestSources),
    language: z.enum(personLocales),
    state: z.enum(requestStates),
    clock: RequestClock,
    ended_at: Moment.nullable(),
    tasks_open: z.int().min(0),
  })
  .meta({ id: 'SubjectRequestSummary' });
export type SubjectRequestSummary = z.infer<typeof SubjectRequestSummary>;

const Event = z.object({
  at: Moment,
  kind: z.enum(requestEventKinds),
  side: z.enum(['person', 'tenant', 'provider', 'system']),
  by: Somebody.nullable().describe('Null for the person who asks, and for what happens by itself'),
  words: z.string().nullable().describe('What was said with it. Null where nothing was, and to whoever does not keep requests'),
});
export const RequestTask = z
  .object({
    id: idOf('dst'),
    kind: z.enum(requestTaskKinds),
    state: z.enum(requestTaskStates),
    by_itself: z.boolean().describe('Whether it was, or will be, carried out here without anybody'),
    count: z.int().nullable().describe('Of what it changed, where that is counted'),
    certificate: z.string().nullable(),
    note: z.string().nullable(),
    settled_at: Moment.nullable(),
    settled_by: Somebody.nullable(),
  })
  .meta({ id: 'RequestTask' });
export type RequestTask = z.infer<typeof RequestTask>;

export const SubjectRequest = SubjectRequestSummary.extend({
  person: z
    .object({ name: z.string().nullable(), about: z.string().nullable(), email: z.string().nullable(), words: z.string() })
    .nullable()
    .describe('Personal information. Null to members who do not keep requests, and once it was erased'),
  identity: z.object({ method: z.enum(identityMethods), at: Moment, by: Somebody }).nullable(),
  subject_known: z.boolean().describe('Whether the person was found among your references'),
  events: z.array(Event).describe('Oldest first'),
  tasks: z.array(RequestTask),
}).meta({ id: 'SubjectRequest' });
export type SubjectRequest = z.infer<typeof SubjectRequest>;

export const RequestDesk = z
  .object({ slug: FormSlug, url: z.string().describe('Where people write: put it into your privacy notice'), open: z.boolean(), answer_days: z.int() })
  .meta({ id: 'RequestDesk' });
export type RequestDesk = z.infer<typeof RequestDesk>;
export const RequestDeskChange = z
  .strictObject({
    open: z.boolean().optional(),
    answer_days: z.int().min(1).max(ANSWER_MAX_DAYS).optional().describe('For requests from now on. You may be faster than 30 days, never slower'),
    new_address: z.literal(true).optional().describe('Draws another address. The one before stops at once'),
  })
  .meta({ id: 'RequestDeskChange' });
export type RequestDeskChange = z.infer<typeof RequestDeskChange>;

/** What a person sees of their own request. Nothing of it is personal information, because a link can be passed on. */
export const RequestStatus = z
  .object({ id: idOf('dsr'), tenant: z.string(), kind: z.enum(requestKinds), state: z.enum(requestStates), clock: RequestClock, ended_at: Moment.nullable(), confirmed: z.boolean(), steps: z.array(z.object({ at: Moment, kind: z.enum(requestEventKinds) })), answer: z.string().nullable(), reason: z.string().nullable() })
  .meta({ id: 'RequestStatus' });
export type RequestStatus = z.infer<typeof RequestStatus>;

export const PublicForm = z.object({ tenant: z.string(), answer_days: z.int(), kinds: z.array(z.enum(requestKinds)) }).meta({ id: 'PublicForm' });
export const ForwardedSummary = SubjectRequestSummary.omit({ tasks_open: true }).extend({ tenant: z.object({ id: idOf('ten'), name: z.string() }) }).meta({ id: 'ForwardedSummary' });
export type ForwardedSummary = z.infer<typeof ForwardedSummary>;
