/** x and y in pixels of the upright page. */
export type Point = [x: number, y: number];
/** Four corners, clockwise from the top left of the text. */
export type Polygon = [Point, Point, Point, Point];

/** Whether a word was taken from the file as its author wrote it, or recognised in the picture. */
export type WordSource = 'ocr' | 'embedded';

export interface Word {
  text: string;
  polygon: Polygon;
  /** 0 to 1, as the reader reports it; 1 for embedded text. Not a probability: it is honest for English and too modest for Chinese. */
  confidence: number;
  source: WordSource;
  /** Begin and end in the text of the page, counted in Unicode code points, end excluded. */
  span: [begin: number, end: number];
}

export interface Line {
  text: string;
  polygon: Polygon;
  words: Word[];
}

/** One cell of a table, in the order of reading. Rows and columns count from 0. */
export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  polygon: Polygon;
}

export type BlockType = 'text' | 'heading' | 'list' | 'table';

export interface Block {
  type: BlockType;
  polygon: Polygon;
  lines: Line[];
  /** 1 to 3, of a heading. */
  level?: number;
  /** Of a table; its lines are still all in `lines`. */
  table?: { rows: number; columns: number; cells: TableCell[] };
}

export type Rotation = 0 | 90 | 180 | 270;

export type QualityWarning = 'blur' | 'glare' | 'too_small' | 'low_contrast' | 'cut_edge' | 'uneven_light' | 'low_confidence';

/** What can be said of a picture before anybody reads it. Numbers are null where there is nothing to measure, as on a blank page. */
export interface Quality {
  /** 0 to 1; below about 0.4 edges are soft. */
  sharpness: number | null;
  /** 0 to 1: how far ink stands from paper. */
  contrast: number | null;
  /** Median height of the letters (Latin x-height or Han height) in pixels of the upright page. */
  textHeightPx: number | null;
  warnings: QualityWarning[];
}

export interface PageReading {
  number: number;
  /** Of the upright page. */
  width: number;
  height: number;
  /** As the file says; null when it does not, or says what no paper can have. */
  dpi: number | null;
  /** Clockwise degrees by which the stored picture was turned to stand upright, whether a tag said so or the text did. */
  rotation: Rotation;
  mirrored: boolean;
  /** Clockwise degrees by which the text slants on the upright page; polygons slant with it. */
  skew: number;
  quality: Quality;
  text: string;
  /** Mean over the words by their length; null without words, because a reader is always sure of an empty page. */
  confidence: number | null;
  blocks: Block[];
  recipe: PageRecipe;
}

export type ReaderName = 'tesseract' | 'ppocr' | 'native';

/** One thing that was done to a page, with everything needed to do it again. */
export interface RecipeStep {
  name: string;
  settings: Record<string, number | string | boolean>;
}

/** How one page came about. */
export interface PageRecipe {
  /** Null when nothing had to be recognised: a blank page, or one whose text was embedded. */
  reader: ReaderName | null;
  /** Why this reader, in one short sentence for people. */
  why: string;
  /** Engine codes, as the reader was told. */
  languages: string[];
  steps: RecipeStep[];
}

/** How the reading came about, complete enough to repeat it byte for byte. */
export interface Recipe {
  version: 1;
  /** Every engine that read, with its parts and their versions. */
  engines: { reader: ReaderName; version: string }[];
  /** Language data and models, by name and digest. */
  data: { name: string; sha256: string }[];
  inputSha256: string;
}

/** What the file is. */
export interface DocumentFacts {
  mediaType: string;
  /** In the whole file, whatever was asked for. */
  pages: number;
  /** More than 1 for an animation; its frames count as pages, and the first alone is read unless pages are asked for. */
  frames: number;
}

/** A page that could not be read although the others could. */
export interface FailedPage {
  number: number;
  reason: 'corrupt' | 'too_many_pixels' | 'deadline' | 'reader_lost';
  detail: string;
}

export interface Reading {
  document: DocumentFacts;
  pages: PageReading[];
  failedPages: FailedPage[];
  recipe: Recipe;
}

/** What is asked of one document. */
export interface ReadOptions {
  /** Engine codes in the order of their weight, or found from the page. */
  languages: readonly string[] | 'auto';
  reader: 'auto' | ReaderName;
  /** Page numbers from 1, ascending; null for all (of an animation: the first). */
  pages: readonly number[] | null;
  password?: string;
  /** Read exactly so: the page recipes of an earlier reading, by page number. Nothing is decided anew. */
  replay?: Readonly<Record<number, PageRecipe>>;
}
