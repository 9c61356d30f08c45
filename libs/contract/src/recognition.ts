import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';

const anyMember = ['owner', 'developer', 'privacy', 'viewer'] as const;

/** Media types whose content we decode. The bytes decide, not the label. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif', 'image/avif'] as const;

/** Formats and query lists: `?languages=en,zh-Hans` and `languages=en` twice mean the same as a JSON array. */
const listOrText = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given),
  z.array(z.string().min(1).max(20)).min(1).max(4),
);

/** The same names in every form: multipart field, JSON member, query. */
export const RecognitionOptions = z
  .strictObject({
    languages: listOrText.optional().describe('BCP 47 tags such as `en` and `zh-Hans`, several allowed; `eng` and `chi_sim` are accepted too. All installed languages when absent'),
    tag: wordsUpTo(64).optional().describe("Your own reference, returned as it is. Never a person's name or number"),
    personal_information: z.literal('none').default('none').describe('What you declare the picture holds of personal information'),
  })
  .meta({ id: 'RecognitionOptions' });
export type RecognitionOptions = z.infer<typeof RecognitionOptions>;

export const RecognitionByJson = RecognitionOptions.extend({
  image: z.strictObject({ base64: z.base64().min(1).describe('The file, base64, without a data: prefix') }),
}).meta({ id: 'RecognitionByJson' });

const Point = z.tuple([z.number(), z.number()]).describe('x and y in pixels from the top left of the upright page');
export const Polygon = z.tuple([Point, Point, Point, Point]).describe('Four corners, clockwise from the top left of the text');
export type Polygon = z.infer<typeof Polygon>;

const Confidence = z.number().min(0).max(1).describe('0 to 1, as the reader reports it. Advisory');

export const Word = z
  .object({
    text: z.string(),
    polygon: Polygon,
    confidence: Confidence,
    source: z.literal('ocr').describe('Where the word comes from'),
    span: z.tuple([z.int(), z.int()]).describe("Begin and end in the page's text, in Unicode code points, end excluded"),
  })
  .meta({ id: 'Word' });
export const Line = z.object({ text: z.string(), polygon: Polygon, words: z.array(Word) }).meta({ id: 'Line' });
export const Block = z.object({ type: z.literal('text'), polygon: Polygon, lines: z.array(Line) }).meta({ id: 'Block' });
export const PageReading = z
  .object({
    number: z.int().min(1),
    width: z.int().describe('Of the upright page, in pixels'),
    height: z.int(),
    unit: z.literal('px'),
    dpi: z.int().nullable().describe('As the file says; null when it does not'),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).describe('Clockwise degrees by which the stored picture was turned to stand upright'),
    mirrored: z.boolean().describe('Whether the stored picture was also flipped, as its EXIF tag asks'),
    text: z.string(),
    confidence: Confidence.nullable().describe('Mean over the words, by their length; null when the page has none'),
    blocks: z.array(Block),
  })
  .meta({ id: 'Page' });
export type PageReading = z.infer<typeof PageReading>;

const Billing = z.object({ page: z.int(), billed: z.boolean(), reason: z.enum(['read', 'no_text', 'test_key']) });

export const Recipe = z
  .object({
    engine: z.string().describe('Reader, core and their versions'),
    languages: z.array(z.object({ code: z.string(), sha256: z.string().describe('Digest of the language data') })),
    psm: z.int().describe("Tesseract's page segmentation mode"),
    steps: z.array(z.string()).describe('What was done to the picture, in order'),
    input_sha256: z.string(),
  })
  .meta({ id: 'Recipe' });

export const Recognition = z
  .object({
    id: idOf('rec'),
    status: z.literal('succeeded'),
    request_id: z.string(),
    created_at: Moment,
    tag: z.string().nullable(),
    channel: z.enum(['api', 'console']),
    languages: z.array(z.string()).describe('BCP 47, as read with'),
    text: z.string().describe('All pages, a form feed between two'),
    confidence: Confidence.nullable(),
    pages: z.array(PageReading),
    usage: z.object({ pages: z.int(), billed_pages: z.int(), billing: z.array(Billing) }),
    recipe: Recipe,
    duration_ms: z.int().describe('From admission to the last word, waiting for a reader included'),
    advisory: z.literal(true).describe('A result is for reference. Check what matters'),
  })
  .meta({ id: 'Recognition' });
export type Recognition = z.infer<typeof Recognition>;

export const RecognitionSummary = Recognition.pick({ id: true, created_at: true, tag: true, channel: true, languages: true, confidence: true, duration_ms: true })
  .extend({
    pages: z.int(),
    words: z.int(),
    key: z.object({ id: idOf('key'), label: z.string() }).nullable().describe('The key that called; null from the console'),
  })
  .meta({ id: 'RecognitionSummary' });
export type RecognitionSummary = z.infer<typeof RecognitionSummary>;

const RecognitionId = z.object({ id: idOf('rec') });

export const recognitionApi = {
  create: endpoint({
    method: 'POST',
    path: '/v1/recognitions',
    summary: 'Recognise a picture',
    description:
      'Send the file as multipart `file`, as the raw body, or as base64 in JSON. The call is admitted only after the header of the picture (format, size, pages) has been checked. A refused call never counts against the QPS quota.',
    access: { key: true, member: ['owner', 'developer', 'privacy'] },
    body: RecognitionByJson,
    upload: { mediaTypes: imageTypes, options: RecognitionOptions },
    query: RecognitionOptions.partial(),
    status: 200,
    reply: Recognition,
    problems: [
      'request.invalid',
      'request.interrupted',
      'request.too_large',
      'request.unsupported_type',
      'image.missing',
      'image.empty',
      'image.unsupported',
      'image.corrupt',
      'image.too_many_pixels',
      'image.too_many_pages',
      'language.unsupported',
      'rate.exceeded',
      'capacity.busy',
      'capacity.limiter_unavailable',
      'recognition.deadline_exceeded',
      'recognition.reader_lost',
    ],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/recognitions',
    summary: 'List recognitions',
    description: 'Newest first, without their text.',
    access: { key: true, member: anyMember },
    query: ListQuery,
    status: 200,
    reply: listOf(RecognitionSummary).meta({ id: 'RecognitionList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/v1/recognitions/{id}',
    summary: 'Read one recognition',
    description: 'As JSON, or as plain text with `?format=text` or `Accept: text/plain`.',
    access: { key: true, member: anyMember },
    params: RecognitionId,
    query: z.object({ format: z.enum(['json', 'text']).optional() }),
    status: 200,
    reply: Recognition,
    formats: { text: 'text/plain' },
    problems: ['request.invalid', 'recognition.not_found'],
  }),
};
