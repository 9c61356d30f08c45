/** x and y in pixels of the upright page. */
export type Point = [x: number, y: number];
/** Four corners, clockwise from the top left of the text. */
export type Polygon = [Point, Point, Point, Point];

export interface Word {
  text: string;
  polygon: Polygon;
  /** 0 to 1, as the reader reports it. Not a probability: it is honest for English and too modest for Chinese. */
  confidence: number;
  /** Begin and end in the text of the page, counted in Unicode code points, end excluded. */
  span: [begin: number, end: number];
}

export interface Line {
  text: string;
  polygon: Polygon;
  words: Word[];
}

export interface Block {
  polygon: Polygon;
  lines: Line[];
}

export type Rotation = 0 | 90 | 180 | 270;

export interface PageReading {
  number: number;
  width: number;
  height: number;
  /** As the file says; null when it does not, or says what no paper can have. */
  dpi: number | null;
  rotation: Rotation;
  mirrored: boolean;
  text: string;
  /** Mean over the words by their length; null without words, because a reader is always sure of an empty page. */
  confidence: number | null;
  blocks: Block[];
}

/** How the reading came about, complete enough to repeat it. */
export interface Recipe {
  engine: string;
  languages: { code: string; sha256: string }[];
  psm: number;
  /** What was done to the picture, in order. */
  steps: string[];
  inputSha256: string;
}

export interface Reading {
  pages: PageReading[];
  recipe: Recipe;
}
