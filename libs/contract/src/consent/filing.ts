import { z } from 'zod';
import { Day, idOf, Moment, Somebody, wordsUpTo } from '../fields.js';
import { collectionMedia, filingClauses, filingElements, filingEventKinds, filingFaults, filingFileKinds, filingStates, filingTextSources, PersonalCategories, personalCategories } from './vocabulary.js';

/** Characters of a filed text, in UTF-16 units. Keeps a draft of Chinese inside one JSON body. */
export const FILING_TEXT_MAX = 16_000;
export const FILING_FILES_MAX = 20;
export const FILING_FILE_MAX_BYTES = 10_000_000;
/** A file in base64 inside its JSON: a third more bytes, and some for the rest. */
export const FILING_FILE_JSON_MAX_BYTES = Math.ceil(FILING_FILE_MAX_BYTES / 3) * 4 + 4_096;
const SPANS_MAX = 60;
const TEN_YEARS_DAYS = 3_650;

export const FilingSpan = z
  .strictObject({
    clause: z.enum(filingClauses).describe('`a`: names the categories; `b`: agrees that they are passed to the provider for recognition; `c`: agrees that the result is returned'),
    begins: z.int().min(0).describe('In Unicode code points of the stored text'),
    ends: z.int().min(1).describe('End excluded'),
  })
  .refine(({ begins, ends }) => ends > begins, { path: ['ends'], message: 'must lie behind begins' })
  .meta({ id: 'FilingSpan' });
export type FilingSpan = z.infer<typeof FilingSpan>;

const content = {
  text: z.string().max(FILING_TEXT_MAX).refine((text) => !text.includes('\0'), 'must not hold the character NUL').describe('The text people see. Stored as Unicode NFC with lines ended by LF'),
  text_source: z.enum(filingTextSources).describe('Where the text came from'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as zh-CN').max(35).nullable().describe('BCP 47'),
  effective_on: Day.nullable(),
  ends_on: Day.nullable().describe('The last day on which the text is used; null when it has none'),
  media: z.array(z.enum(collectionMedia)).max(collectionMedia.length).refine((media) => new Set(media).size === media.length, 'must name each medium once').describe('By what people agree. At least one in writing; video and audio only support it'),
  identity_binding: wordsUpTo(500).nullable().describe('How you know that it was this person'),
  categories: PersonalCategories,
  concerns_minors: z.boolean().describe('Whether people under fourteen are asked too'),
  purpose: wordsUpTo(1_000).nullable(),
  method: wordsUpTo(1_000).nullable().describe('How the information is processed'),
  retention_days: z.int().min(0).max(TEN_YEARS_DAYS).nullable().describe('Days you keep what was recognised; 0 when you keep nothing. Results that rely on the text are kept here no longer either'),
  controller_name: wordsUpTo(200).nullable(),
  controller_contact: wordsUpTo(300).nullable(),
  rights: wordsUpTo(1_000).nullable().describe('How people withdraw, access, correct and delete'),
  spans: z.array(FilingSpan).max(SPANS_MAX),
};

export const FilingName = wordsUpTo(120).describe('Your own name for it');
export const FilingContent = z.strictObject(content);
/** What a draft says. Nothing is required until it is handed in. */
export const FilingDraft = FilingContent.partial();
export const FilingRequest = FilingDraft.extend({ name: FilingName }).meta({ id: 'FilingRequest' });
export type FilingRequest = z.infer<typeof FilingRequest>;
export const FilingChange = FilingDraft.extend({ name: FilingName.optional().describe('Stands from the first acceptance on') }).meta({ id: 'FilingChange' });
export type FilingChange = z.infer<typeof FilingChange>;

export const FilingRevision = z.strictObject({ from: idOf('flv').optional().describe('The version to begin with; the newest unless said otherwise') }).meta({ id: 'FilingRevision' });
export type FilingRevision = z.infer<typeof FilingRevision>;

export const FilingFileRequest = z
  .strictObject({
    kind: z.enum(filingFileKinds),
    name: wordsUpTo(200).describe('With its ending'),
    base64: z.base64().min(4).max(Math.ceil(FILING_FILE_MAX_BYTES / 3) * 4).describe(`A PNG, JPEG, WebP, PDF or DOCX, of ${FILING_FILE_MAX_BYTES} bytes at most`),
  })
  .meta({ id: 'FilingFileRequest' });
export type FilingFileRequest = z.infer<typeof FilingFileRequest>;

export const FilingFile = z.object({ id: idOf('fil'), kind: z.enum(filingFileKinds), name: z.string(), media_type: z.string(), bytes: z.int(), sha256: z.string(), added_at: Moment }).meta({ id: 'FilingFile' });
export type FilingFile = z.infer<typeof FilingFile>;

export const FilingCheck = z
  .object({
    element: z.enum(filingElements),
    state: z.enum(['met', 'unmet', 'not_needed']),
    fault: z.enum(filingFaults).nullable(),
    categories: z.array(z.enum(personalCategories)).describe('Those that clause (a) does not name, for `category_unnamed`'),
    words: z.string().nullable().describe('What was found in the text, for `other_recipient`'),
  })
  .meta({ id: 'FilingCheck' });
export type FilingCheck = z.infer<typeof FilingCheck>;

export const FilingEvent = z.object({ id: idOf('fev'), at: Moment, kind: z.enum(filingEventKinds), by: Somebody, by_provider: z.boolean(), words: z.string().nullable() }).meta({ id: 'FilingEvent' });
export type FilingEvent = z.infer<typeof FilingEvent>;

export const FilingVersionSummary = z
  .object({
    id: idOf('flv'),
    number: z.int().min(1),
    state: z.enum(filingStates).describe('None of them says that a text is lawful; `accepted` says that the elements are present'),
    text_sha256: z.string(),
    effective_on: Day.nullable(),
    ends_on: Day.nullable(),
    categories: z.array(z.enum(personalCategories)),
    created_at: Moment,
    submitted_at: Moment.nullable(),
    review_due_at: Moment.nullable().describe('Within two working days of being handed in: what the provider aims at, while it waits'),
    reviewed_at: Moment.nullable(),
    accepted_at: Moment.nullable(),
    ended_at: Moment.nullable().describe('When it was superseded or withdrawn'),
  })
  .meta({ id: 'FilingVersionSummary' });
export type FilingVersionSummary = z.infer<typeof FilingVersionSummary>;

export const Filing = z
  .object({
    id: idOf('flg'),
    name: z.string(),
    created_at: Moment,
    in_force: FilingVersionSummary.nullable().describe('The newest accepted version whose day has begun, if there is one'),
    next: FilingVersionSummary.nullable().describe('The accepted version that waits for its day (`effective_on`, in Asia/Shanghai), if there is one: it supersedes the one in force when that begins'),
    coming: FilingVersionSummary.nullable().describe('The version that is being written or waits for the provider'),
    versions: z.array(FilingVersionSummary).describe('Newest first'),
  })
  .meta({ id: 'Filing' });
export type Filing = z.infer<typeof Filing>;

export const FilingVersion = FilingVersionSummary.extend({
  filing: z.object({ id: idOf('flg'), name: z.string() }),
  ...content,
  spans: z.array(FilingSpan),
  submitted_by: Somebody.nullable(),
  reviewed_by: Somebody.nullable(),
  files: z.array(FilingFile),
  checks: z.array(FilingCheck).describe('What is asked of it, one by one'),
  suggestions: z.array(FilingSpan).describe('Spans found in the text that seem to state (a), (b) or (c) and are not marked yet'),
  reconsent_needed: z.boolean().describe('Whether purpose, method or categories differ from the version accepted before (PIPL art. 14): people who agreed to that one have to agree anew'),
  events: z.array(FilingEvent).describe('Oldest first'),
}).meta({ id: 'FilingVersion' });
export type FilingVersion = z.infer<typeof FilingVersion>;

export const FilingTextRequest = z.strictObject({ base64: FilingFileRequest.shape.base64, languages: z.array(z.string().min(1).max(20)).min(1).max(4).default(['auto']).describe('What a picture is read in, as for a recognition') }).meta({ id: 'FilingTextRequest' });
export type FilingTextRequest = z.infer<typeof FilingTextRequest>;
export const ReadFilingText = z.object({ text: z.string().describe('Unicode NFC, lines ended by LF'), source: z.enum(filingTextSources), advisory: z.boolean().describe('Whether a reader read it from pixels, so that it wants proofreading') }).meta({ id: 'ReadFilingText' });
export type ReadFilingText = z.infer<typeof ReadFilingText>;

/** A part of a text beside the same place in another. */
export const FilingDifference = z
  .object({
    against: z.object({ id: idOf('flv'), number: z.int() }).nullable().describe('The version accepted before; null when there is none'),
    text: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), words: z.string() })).describe('In order; joined without `removed` they are the text of this version'),
    changed: z.array(z.string()).describe('Other fields that differ'),
    reconsent_needed: z.boolean(),
  })
  .meta({ id: 'FilingDifference' });
export type FilingDifference = z.infer<typeof FilingDifference>;

export const FilingWords = z.strictObject({ words: wordsUpTo(2_000) }).meta({ id: 'FilingWords' });
export type FilingWords = z.infer<typeof FilingWords>;
export const FilingReason = z.strictObject({ reason: wordsUpTo(500) }).meta({ id: 'FilingReason' });
export type FilingReason = z.infer<typeof FilingReason>;
const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits').describe('Of the text you have read');
export const FilingVerdict = z.strictObject({ text_sha256: Digest, words: wordsUpTo(2_000).describe('What the tenant reads') }).meta({ id: 'FilingVerdict' });
export type FilingVerdict = z.infer<typeof FilingVerdict>;
export const FilingAcceptance = z.strictObject({ text_sha256: Digest, words: wordsUpTo(2_000).optional() }).meta({ id: 'FilingAcceptance' });
export type FilingAcceptance = z.infer<typeof FilingAcceptance>;

/** A version as the provider's staff see it. */
export const ReviewedFiling = FilingVersion.extend({ tenant: z.object({ id: idOf('ten'), name: z.string() }) }).meta({ id: 'ReviewedFiling' });
export type ReviewedFiling = z.infer<typeof ReviewedFiling>;
export const QueuedFiling = FilingVersionSummary.extend({ filing: z.object({ id: idOf('flg'), name: z.string() }), tenant: z.object({ id: idOf('ten'), name: z.string() }) }).meta({ id: 'QueuedFiling' });
export type QueuedFiling = z.infer<typeof QueuedFiling>;

/** What is signed: that this text was taken on file, and where that stands in the audit log. */
export const FilingReceipt = z
  .object({
    receipt: z.object({
      v: z.literal(1),
      kind: z.literal('filing'),
      issued_at: Moment,
      provider: z.string(),
      tenant: z.object({ id: idOf('ten'), name: z.string() }),
      filing: z.object({ id: idOf('flg'), name: z.string() }),
      version: z.object({ id: idOf('flv'), number: z.int(), text_sha256: z.string(), language: z.string(), effective_on: Day, ends_on: Day.nullable(), categories: z.array(z.enum(personalCategories)), submitted_at: Moment, accepted_at: Moment }),
      entry: z.object({ chain: idOf('ten'), seq: z.int(), hash: z.string() }).describe('The acceptance in your audit log'),
      checkpoint: z.object({ v: z.literal(1), chain: z.string(), seq: z.int(), head: z.string(), at: z.string(), key: z.string(), signature: z.string() }).describe('A signed head of that log that covers it'),
      duty: z.string().describe('What acceptance does not change'),
      key: z.string().describe('Id of the key that signed, as `/v1/audit-keys` lists it'),
    }),
    signature: z.string().describe('Ed25519 over the line `inkproof:receipt:1`, a line feed, and `receipt` as canonical JSON (RFC 8785); hex'),
  })
  .meta({ id: 'FilingReceipt' });
export type FilingReceipt = z.infer<typeof FilingReceipt>;
