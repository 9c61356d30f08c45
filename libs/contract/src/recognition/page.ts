import { z } from 'zod';

const Point = z.tuple([z.number(), z.number()]).describe('x and y in pixels from the top left of the upright page');
export const Polygon = z.tuple([Point, Point, Point, Point]).describe('Four corners, clockwise from the top left of the text');
export type Polygon = z.infer<typeof Polygon>;

export const Confidence = z.number().min(0).max(1).describe('0 to 1, as the reader reports it. Advisory');

export const Word = z
  .object({
    text: z.string(),
    polygon: Polygon,
    confidence: Confidence,
    source: z.enum(['ocr', 'embedded']).describe('Whether the word was recognised in the picture or taken from the file as its author wrote it'),
    span: z.tuple([z.int(), z.int()]).describe("Begin and end in the page's text, in Unicode code points, end excluded"),
  })
  .meta({ id: 'Word' });

export const Line = z.object({ text: z.string(), polygon: Polygon, words: z.array(Word) }).meta({ id: 'Line' });

const TableCell = z.object({
  row: z.int().min(0),
  column: z.int().min(0),
  row_span: z.int().min(1),
  column_span: z.int().min(1),
  text: z.string(),
  polygon: Polygon,
});

export const Block = z
  .object({
    type: z.enum(['text', 'heading', 'list', 'table']),
    polygon: Polygon,
    lines: z.array(Line),
    level: z.int().min(1).max(3).optional().describe('Of a heading'),
    table: z.object({ rows: z.int(), columns: z.int(), cells: z.array(TableCell) }).optional().describe('Of a table; its lines are all in `lines` too'),
  })
  .meta({ id: 'Block' });

export const qualityWarnings = ['blur', 'glare', 'too_small', 'low_contrast', 'cut_edge', 'uneven_light', 'low_confidence'] as const;

export const Quality = z
  .object({
    sharpness: z.number().nullable().describe('0 to 1; soft edges below about 0.4'),
    contrast: z.number().nullable().describe('0 to 1: how far ink stands from paper'),
    text_height_px: z.number().nullable().describe('Median height of the letters on the upright page'),
    warnings: z.array(z.object({ code: z.enum(qualityWarnings), advice: z.string().describe('What to do about it') })),
  })
  .meta({ id: 'Quality' });

const RecipeStep = z.object({ name: z.string().max(40), settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])) });

export const readerNames = ['tesseract', 'ppocr', 'native'] as const;

export const PageRecipe = z
  .object({
    reader: z.enum(readerNames).nullable().describe('Null when nothing had to be recognised'),
    why: z.string().describe('Why this reader'),
    languages: z.array(z.string().max(20)).max(4).describe('Codes of the language data'),
    steps: z.array(RecipeStep).max(32).describe('What was done, in order, with every setting'),
  })
  .meta({ id: 'PageRecipe' });

export const PageReading = z
  .object({
    number: z.int().min(1),
    width: z.int().describe('Of the upright page, in pixels'),
    height: z.int(),
    unit: z.literal('px'),
    dpi: z.int().nullable().describe('As the file says; null when it does not'),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).describe('Clockwise degrees by which the stored picture was turned to stand upright'),
    mirrored: z.boolean().describe('Whether the stored picture was also flipped, as its EXIF tag asks'),
    skew: z.number().describe('Clockwise degrees by which the text slants on the upright page; polygons slant with it'),
    quality: Quality,
    text: z.string(),
    confidence: Confidence.nullable().describe('Mean over the words, by their length; null when the page has none'),
    blocks: z.array(Block),
    recipe: PageRecipe,
  })
  .meta({ id: 'Page' });
export type PageReading = z.infer<typeof PageReading>;
