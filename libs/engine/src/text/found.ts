import type { Polygon, WordSource } from '../reading.js';

export interface FoundWord {
  text: string;
  /** In pixels of the image the reader was given; slanted where the text is. */
  polygon: Polygon;
  /** 0 to 1. */
  confidence: number;
  /** Whether the reader saw a space between this word and the one before it on its line. */
  isSpaced: boolean;
}

export interface FoundLine {
  polygon: Polygon;
  words: FoundWord[];
}

export interface FoundBlock {
  polygon: Polygon;
  lines: FoundLine[];
  /** `ocr` when absent. */
  source?: WordSource;
}
