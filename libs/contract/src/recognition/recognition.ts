import { z } from 'zod';
import { pageReasonNames } from '../billing.js';
import { ReliedOn, ScreenedInformation } from '../consent/personal-information.js';
import { idOf, Moment } from '../fields.js';
import { PartProblem } from '../problem.js';
import { outputNames, retentions } from './options.js';
import { Confidence, PageReading, readerNames } from './page.js';

export const Billing = z.object({ page: z.int(), billed: z.boolean(), reason: z.enum(pageReasonNames).exclude(['page_failed']) });

export const RecognitionUsage = z.object({ pages: z.int(), billed_pages: z.int(), billing: z.array(Billing) });

export const Recipe = z
  .object({
    version: z.literal(1),
    engines: z.array(z.object({ reader: z.enum(readerNames), version: z.string().describe('Its parts and their versions') })),
    data: z.array(z.object({ name: z.string(), sha256: z.string().describe('Digest of the language data or model') })),
    input_sha256: z.string(),
    replayable: z.literal(true).describe('The same file with `recipe` set to the page recipes gives the same pages, byte for byte, on any node with these engines and data'),
  })
  .meta({ id: 'Recipe' });

export const OutputDocument = z
  .object({
    format: z.enum(outputNames),
    media_type: z.string(),
    text: z.string().optional(),
    base64: z.string().optional().describe('Of a PDF'),
    problem: PartProblem.optional().describe('Why this form could not be made; the recognition stands'),
  })
  .meta({ id: 'Output' });

export const FailedPage = z.object({ number: z.int().min(1), reason: z.enum(['corrupt', 'too_many_pixels', 'deadline', 'reader_lost']), detail: z.string() }).meta({ id: 'FailedPage' });

export const DocumentFacts = z.object({
  media_type: z.string(),
  pages: z.int().describe('In the whole file'),
  frames: z.int().describe('More than 1 for an animation, of which the first frame is read unless `pages` asks for others'),
});

export const Recognition = z
  .object({
    id: idOf('rec'),
    status: z.enum(['succeeded', 'partial']).describe('`partial` when some pages of a document could not be read'),
    request_id: z.string(),
    job: idOf('job').nullable().describe('The job it belongs to'),
    created_at: Moment,
    tag: z.string().nullable(),
    channel: z.enum(['api', 'console']),
    languages: z.array(z.string()).describe('BCP 47, as read with'),
    document: DocumentFacts,
    text: z.string().describe('All pages, a form feed between two'),
    confidence: Confidence.nullable(),
    pages: z.array(PageReading),
    failed_pages: z.array(FailedPage),
    outputs: z.array(OutputDocument).describe('As asked for in `outputs`'),
    usage: RecognitionUsage,
    recipe: Recipe,
    retention: z.object({ kept: z.enum(retentions), until: Moment.nullable() }).describe('What is kept beyond this answer, and until when'),
    personal_information: ScreenedInformation.optional().describe('Absent from results of before it was looked for'),
    duration_ms: z.int().describe('From admission to the last word, waiting for a reader included'),
    advisory: z.literal(true).describe('A result is for reference. Check what matters'),
  })
  .meta({ id: 'Recognition' });
export type Recognition = z.infer<typeof Recognition>;

export const RecognitionSummary = Recognition.pick({ id: true, created_at: true, tag: true, channel: true, languages: true, confidence: true, duration_ms: true, job: true, retention: true })
  .extend({
    pages: z.int(),
    words: z.int(),
    relied_on: ReliedOn.nullable().describe('Null where no personal information was declared'),
    key: z.object({ id: idOf('key'), label: z.string() }).nullable().describe('The key that called; null from the console'),
  })
  .meta({ id: 'RecognitionSummary' });
export type RecognitionSummary = z.infer<typeof RecognitionSummary>;
