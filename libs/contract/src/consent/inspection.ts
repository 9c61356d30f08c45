import { z } from 'zod';
import { idOf, Moment, Somebody, wordsUpTo } from '../fields.js';
import { PersonalCategories } from './vocabulary.js';

/** 已公告, 待作答, 已作答, 已结束. */
export const inspectionStates = ['announced', 'drawn', 'answered', 'closed'] as const;
export type InspectionState = (typeof inspectionStates)[number];

/** What came of it. None of them says that a tenant is in order: its own duty stays, whatever was looked at (agreement 三.1(5)). */
export const inspectionVerdicts = ['nothing_found', 'questions', 'not_shown'] as const;
export type InspectionVerdict = (typeof inspectionVerdicts)[number];

/** What is shown of an authorisation: the original, the page people saw, the contract, or something else. */
export const inspectionFileKinds = ['original', 'page_screenshot', 'contract', 'other'] as const;
export const inspectionFileTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain', 'message/rfc822', 'application/octet-stream'] as const;
export const INSPECTION_FILE_MAX_BYTES = 10_000_000;

/** What our own look found. `commitment_mismatch`: the original is not what was committed to. `posted_late`: committed to days after it was given. `posted_after_use`: a recognition relied on it before. */
export const inspectionFlags = ['commitment_mismatch', 'posted_late', 'posted_after_use', 'withdrawn', 'expired'] as const;
export type InspectionFlag = (typeof inspectionFlags)[number];
export const inspectionEventKinds = ['announced', 'drawn', 'reminded', 'item_answered', 'answered', 'overdue', 'item_opened', 'file_opened', 'item_judged', 'closed'] as const;

const REASON_MAX = 1_000;
const SAMPLE_MAX = 500;
const DEADLINE_MAX_DAYS = 90;
const SALT = /^[0-9a-f]{64}$/;

export const InspectionRequest = z
  .strictObject({
    tenant: idOf('ten'),
    filing: idOf('flg').optional().describe('Authorisations under this filing only'),
    from: Moment.optional().describe('Given from then on'),
    to: Moment.optional().describe('Given before then'),
    size: z.int().min(1).max(SAMPLE_MAX).describe('Authorisations to be drawn; all of them when there are fewer'),
    answer_days: z.int().min(1).max(DEADLINE_MAX_DAYS).default(10).describe('Calendar days in Asia/Shanghai after the day of the draw'),
    reason: wordsUpTo(REASON_MAX).describe('The tenant reads it'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, { path: ['to'], message: 'must be later than from' })
  .meta({ id: 'InspectionRequest' });
export type InspectionRequest = z.infer<typeof InspectionRequest>;

export const Draw = z
  .object({
    seed_sha256: z.string().describe('Published before the draw: SHA-256 of the seed, hex'),
    seed: z.string().nullable().describe('32 bytes, hex. Null before the draw'),
    population: z.int().nullable().describe('Authorisations it was drawn from'),
    population_sha256: z.string().nullable().describe('SHA-256, hex, of their ids in ascending order, each followed by a line feed'),
  })
  .describe('The sample is reproducible: order the ids by HMAC-SHA-256(seed, id) and take the first `size`')
  .meta({ id: 'InspectionDraw' });

export const InspectionSummary = z
  .object({
    id: idOf('isp'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    filing: z.string().nullable(),
    from: Moment.nullable(),
    to: Moment.nullable(),
    size: z.int(),
    answer_days: z.int(),
    reason: z.string(),
    state: z.enum(inspectionStates),
    announced_at: Moment,
    drawn_at: Moment.nullable(),
    due_at: Moment.nullable().describe('The first instant after the last day'),
    overdue: z.boolean(),
    escalated_at: Moment.nullable().describe('When it came before compliance staff because it was late'),
    answered_at: Moment.nullable(),
    closed_at: Moment.nullable(),
    verdict: z.enum(inspectionVerdicts).nullable(),
    verdict_reason: z.string().nullable(),
    items: z.object({ drawn: z.int(), answered: z.int(), flagged: z.int(), judged: z.int() }),
    draw: Draw,
  })
  .meta({ id: 'InspectionSummary' });
export type InspectionSummary = z.infer<typeof InspectionSummary>;

export const InspectionFile = z
  .object({ id: idOf('isf'), kind: z.enum(inspectionFileKinds), name: z.string(), media_type: z.string(), bytes: z.int(), sha256: z.string(), added_at: Moment })
  .meta({ id: 'InspectionFile' });

export const InspectionFileUpload = z
  .strictObject({ kind: z.enum(inspectionFileKinds), name: wordsUpTo(200), media_type: z.enum(inspectionFileTypes), base64: z.base64() })
  .meta({ id: 'InspectionFileUpload' });
export type InspectionFileUpload = z.infer<typeof InspectionFileUpload>;
export const InspectionFileContent = z.object({ name: z.string(), media_type: z.string(), base64: z.string() }).meta({ id: 'InspectionFileContent' });
export type InspectionFileContent = z.infer<typeof InspectionFileContent>;

export const InspectionItem = z
  .object({
    id: idOf('isi'),
    place: z.int().min(1).describe('By which it was drawn'),
    authorization: z.string(),
    filing_version: z.string(),
    custody: z.enum(['commitment', 'vault']),
    commitment: z.string().nullable().describe('Hex. SHA-256 of salt and original, one behind the other'),
    categories: PersonalCategories,
    given_at: Moment,
    posted_at: Moment.describe('When it came to be known here'),
    answered_at: Moment.nullable(),
    missing: z.array(z.enum(['original', 'salt', 'evidence'])).describe('What the answer still lacks. `evidence`: a picture of the page or the contract'),
    salt: z.string().nullable(),
    computed: z.string().nullable().describe('Hex. What salt and original really give'),
    matches: z.boolean().nullable().describe('Whether that is the commitment. Null until both are there, and for what lies in the vault'),
    flags: z.array(z.enum(inspectionFlags)),
    words: z.string().nullable().describe('What the tenant says to it'),
    unable: z.string().nullable().describe('Why the tenant cannot show it'),
    files: z.array(InspectionFile),
    openings: z.array(z.object({ at: Moment, by: Somebody })).describe('When staff of the provider opened it, and who'),
    verdict: z.enum(inspectionVerdicts).nullable(),
    verdict_reason: z.string().nullable(),
  })
  .meta({ id: 'InspectionItem' });
export type InspectionItem = z.infer<typeof InspectionItem>;

export const Inspection = InspectionSummary.extend({
  sample: z.array(InspectionItem),
  events: z.array(z.object({ at: Moment, kind: z.enum(inspectionEventKinds), by_provider: z.boolean(), by: Somebody.nullable(), item: z.string().nullable() })).describe('Oldest first'),
}).meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof Inspection>;

/** For staff a sample is a list of what was drawn; what an item holds is behind its opening. */
export const InspectedItem = InspectionItem.pick({ id: true, place: true, custody: true, given_at: true, posted_at: true, answered_at: true, matches: true, flags: true, openings: true, verdict: true, verdict_reason: true }).meta({ id: 'InspectedItem' });
export const InspectionForStaff = InspectionSummary.extend({ sample: z.array(InspectedItem), events: Inspection.shape.events }).meta({ id: 'InspectionForStaff' });
export type InspectionForStaff = z.infer<typeof InspectionForStaff>;

export const ItemAnswer = z
  .strictObject({
    salt: z.string().toLowerCase().regex(SALT, 'must be 32 bytes in hexadecimal').optional(),
    words: wordsUpTo(REASON_MAX).optional(),
    unable: wordsUpTo(REASON_MAX).nullable().optional().describe('Why you cannot show it. Answers the item without an original; null takes it back'),
  })
  .meta({ id: 'InspectionItemAnswer' });
export type ItemAnswer = z.infer<typeof ItemAnswer>;

const judged = { verdict: z.enum(inspectionVerdicts), reason: wordsUpTo(REASON_MAX).optional().describe('Needed unless nothing was found. The tenant reads it') };
const saysWhy = ({ verdict, reason }: { verdict: InspectionVerdict; reason?: string }): boolean => verdict === 'nothing_found' || reason !== undefined;
const REASON_MISSING = { path: ['reason'], message: 'is needed unless nothing was found' };
export const ItemVerdict = z.strictObject(judged).refine(saysWhy, REASON_MISSING).meta({ id: 'InspectionItemVerdict' });
export const OverallVerdict = z.strictObject(judged).refine(saysWhy, REASON_MISSING).meta({ id: 'InspectionOverallVerdict' });
export type OverallVerdict = z.infer<typeof OverallVerdict>;
