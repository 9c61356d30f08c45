import { z } from 'zod';
import { DeclaredInformation } from '../consent/personal-information.js';
import { wordsUpTo } from '../fields.js';
import { wrongInBase64 } from './base64.js';
import { PageRecipe, readerNames } from './page.js';

/** Media types whose content we decode. The bytes decide, not the label. */
export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif', 'image/bmp', 'image/avif', 'image/heic', 'application/pdf'] as const;

/** Forms a result can take, with their media types. */
export const outputFormats = {
  json: 'application/json',
  text: 'text/plain',
  markdown: 'text/markdown',
  hocr: 'text/vnd.hocr+html',
  alto: 'application/alto+xml',
  tsv: 'text/tab-separated-values',
  pdf: 'application/pdf',
} as const;
export type OutputFormat = keyof typeof outputFormats;
export const outputNames = Object.keys(outputFormats) as [OutputFormat, ...OutputFormat[]];

/** Multipart fields and query lists: `languages=en,zh-Hans` and `languages=en` twice mean the same as a JSON array. */
const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given), z.array(item).min(1).max(most));

/** A form cannot hold an object, so there it is written as JSON. */
const orJson = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => {
    if (typeof given !== 'string') return given;
    try {
      return JSON.parse(given) as unknown;
    } catch {
      return given;
    }
  }, shape);

export const readers = ['auto', ...readerNames] as const;
export const retentions = ['none', 'result', 'all'] as const;

/** `1-3,5,9-`: what people type into a print dialog. */
export const PageRanges = z.string().trim().max(200).regex(/^\d{1,6}(-\d{0,6})?(\s*,\s*\d{1,6}(-\d{0,6})?)*$/, 'must be page numbers and ranges such as 1-3,5,9-');

/** The same names in every form: multipart field, JSON member, query. */
export const RecognitionOptions = z
  .strictObject({
    languages: listOf(z.string().min(1).max(20), 4).optional().describe('BCP 47 tags such as `en` and `zh-Hans`, several allowed, or `auto` to have the script found; `eng` and `chi_sim` are accepted too. `auto` when absent'),
    reader: z.enum(readers).default('auto').describe('`tesseract` for clean print, `ppocr` for Chinese and for photographs, `native` where the operator installed it. `auto` chooses page by page and says why in the recipe'),
    pages: PageRanges.optional().describe('Which pages of a document or frames of an animation to read, such as `1-3,5,9-`. All pages, or the first frame, when absent'),
    password: z.string().min(1).max(256).optional().describe('Opens an encrypted PDF. Kept nowhere by a call that is answered at once; sealed with a job, which opens the file later, and gone with its results'),
    outputs: listOf(z.enum(outputNames), outputNames.length).optional().describe('Further forms of the result to put into the answer. One that cannot be made says why in its place, and the rest of the answer stands'),
    retention: z.enum(retentions).optional().describe('What is kept beyond the answer: `none`, the `result`, or `all` (the result and your file). As the key says when absent; `none` unless you chose otherwise there. Never longer than the filed text says that it relies on'),
    recipe: orJson(z.record(z.string().regex(/^\d{1,6}$/), PageRecipe)).optional().describe('Read exactly so: the page recipes of an earlier answer, by page number. Nothing is decided anew'),
    tag: wordsUpTo(64).optional().describe("Your own reference, returned as it is. Never a person's name or number"),
    personal_information: orJson(DeclaredInformation).default('none').describe('What you declare the picture holds of personal information: `none`, or the filing that permits it. In a form or a query as JSON'),
  })
  .meta({ id: 'RecognitionOptions' });
export type RecognitionOptions = z.infer<typeof RecognitionOptions>;

const Base64File = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const message = wrongInBase64(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .meta({ format: 'base64', contentEncoding: 'base64', description: 'The file, base64 with `+` and `/`, without a data: prefix. Lines may be broken' });

/** Where a file comes from when it is not the body itself. */
export const ImageSource = z
  .union([
    z.strictObject({ base64: Base64File }),
    z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_048).describe('Where to fetch the file. Only where the operator allows it; never from a private address') }),
  ])
  .meta({ id: 'ImageSource' });
export type ImageSource = z.infer<typeof ImageSource>;

export const RecognitionByJson = RecognitionOptions.extend({ image: ImageSource }).meta({ id: 'RecognitionByJson' });
