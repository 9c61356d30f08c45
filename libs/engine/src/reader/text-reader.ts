import type { PageImage } from '../image/page-image.js';
import type { FoundBlock } from '../text/found.js';

export interface FoundText {
  blocks: FoundBlock[];
  /** What was done to the picture on the reader's side, for the recipe. */
  steps: string[];
}

/** Reads the words off one page. The only thing that stands between this library and an OCR engine. */
export abstract class TextReader {
  /** Reader, core and their versions, known after the first page. */
  abstract readonly engine: string;
  abstract readonly psm: number;
  abstract readonly codes: readonly string[];

  abstract read(page: PageImage): Promise<FoundText>;
  abstract stop(): Promise<void>;
}
