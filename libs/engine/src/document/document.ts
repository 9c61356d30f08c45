import type { GreyImage } from '../image/grey-image.js';
import type { DocumentFacts, Polygon, RecipeStep } from '../reading.js';
import type { PageChoice } from './chosen-pages.js';
import type { Orientation } from './orientation.js';

export interface EmbeddedWord {
  text: string;
  polygon: Polygon;
  /** Whether a space stands between this word and the one before it on its line. Chinese words stand without. */
  isSpaced: boolean;
}

/** A line of text that its author put into the file, in reading order, in pixels of the page as `picture()` renders it. */
export interface EmbeddedLine {
  polygon: Polygon;
  words: EmbeddedWord[];
}

export interface PagePicture extends GreyImage {
  /** As the file says; for a rendered page, as it was rendered. */
  dpi: number | null;
  /** What EXIF or the file said and was already obeyed. */
  orientation: Orientation;
  /** How the bytes became this picture, with all settings. */
  steps: RecipeStep[];
}

export interface DocumentPage {
  /** From 1. */
  number: number;
  /** Empty for pictures and scans. */
  embedded: EmbeddedLine[];
  /** Whether something besides the embedded text could hold words: a scan, a figure. False saves the rendering. */
  hasPicture: boolean;
  /** Size in pixels of what `picture()` would give, known without rendering. */
  width: number;
  height: number;
  dpi: number | null;
  /** `Unreadable` when the page is damaged. To be asked for before the next page is. */
  picture(): Promise<PagePicture>;
}

/** A file that was opened under caps. One page is held at a time. */
export interface OpenDocument {
  facts: DocumentFacts;
  /** The numbers of the pages that were asked for, ascending. */
  chosen: readonly number[];
  /** `number` from 1 to `facts.pages`; `Unreadable` when the page is damaged. */
  page(number: number): Promise<DocumentPage>;
  close(): void;
}

export interface DocumentCaps {
  /** Of any one page. */
  maxPixels: number;
  /** Of those asked for. */
  maxPages: number;
}

export interface OpenOptions {
  /** Opens an encrypted PDF; of no account to anything else. */
  password?: string;
  pages?: PageChoice;
}
