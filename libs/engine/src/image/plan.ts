import type { RecipeStep } from '../reading.js';
import { lightCell, UNEVEN_FROM, type Evidence } from './evidence.js';
import { mayBecome } from './reader-limits.js';
import { rotatedSize } from './rotated.js';

interface PageSize {
  width: number;
  height: number;
}

export interface ReadingSize {
  /** Text height the reader will see, in pixels. */
  textHeightPx: number;
  dpi: number;
  /** Of the picture, against the page as it is. */
  factor: number;
}

/** Where Tesseract reads best for its time, as measured: the height of x or Han in pixels, and the resolution that goes with it. */
const best = { latin: { px: 9.5, dpi: 110 }, han: { px: 15, dpi: 116 } } as const;
/** Text this much away from the best height is left as it is: nothing would be gained. */
const [SHRINK_BELOW, ENLARGE_ABOVE] = [0.9, 1.25];
/** From so much of the letters on, print counts as clean and of one size. */
const CLEAN_FROM = 0.85;
const CLEAN_SPECKS = 1.6;
/** Fewer prove no height; and where there are fewer than the second number, shrinking would save nothing worth its loss. */
const [FEWEST_LETTERS, ENOUGH_TO_SHRINK] = [20, 100];
const LARGEST_FACTOR = 4;
/** Tesseract brings every line to 36 pixels, in which x has about 16, so letters of any state lose nothing down to that; left larger, columns are mistaken. */
const [MORE_THAN_SEEN_PX, SEEN_PX] = [20, 16];

/** Whether shrinking would take nothing from these letters: not where they are worn, touch, break or come in many sizes. */
const isCleanPrint = ({ evenness, specks }: Evidence): boolean => evenness >= CLEAN_FROM && specks <= CLEAN_SPECKS;

/** How large the text should be for a reader of the tesseract kind, told at which resolution. `most` is how far a page of this size may be enlarged. */
export const readingSize = (evidence: Evidence, pageDpi: number, most = LARGEST_FACTOR): ReadingSize => {
  const { px, dpi } = best[evidence.script === 'han' ? 'han' : 'latin'];
  const factor = px / evidence.textHeightPx;
  const isTooSmall = factor > ENLARGE_ABOVE && evidence.letters >= FEWEST_LETTERS;
  const isTooLarge = factor < SHRINK_BELOW && evidence.letters >= ENOUGH_TO_SHRINK && isCleanPrint(evidence);
  if (!isTooSmall && !isTooLarge) {
    const isOversized = evidence.script !== 'han' && evidence.textHeightPx > MORE_THAN_SEEN_PX && evidence.letters >= ENOUGH_TO_SHRINK;
    if (isOversized) return { textHeightPx: SEEN_PX, dpi: Math.round((dpi * SEEN_PX) / px), factor: SEEN_PX / evidence.textHeightPx };
    return { textHeightPx: evidence.textHeightPx, dpi: pageDpi, factor: 1 };
  }
  const used = Math.min(factor, LARGEST_FACTOR, most);
  return { textHeightPx: evidence.textHeightPx * used, dpi, factor: used };
};

/** Less is within what readers straighten by themselves, and turning softens every stroke. */
const [LEAST_SLANT_DEGREES, LEAST_GAIN] = [0.3, 1.1];

const wholePixels = ({ width, height }: PageSize, round: (exact: number) => number): PageSize => ({ width: Math.max(1, round(width)), height: Math.max(1, round(height)) });

/** The steps by which a page of this size that stands upright is made ready, none of them without need. */
export const preparationSteps = (evidence: Evidence, { factor }: ReadingSize, size: PageSize): RecipeStep[] => {
  const exact = { width: size.width * factor, height: size.height * factor };
  const nearest = wholePixels(exact, Math.round);
  // Enlarged as far as may be, a page may not be one pixel more.
  const { width, height } = mayBecome(size, nearest) ? nearest : wholePixels(exact, Math.floor);
  const steps: RecipeStep[] = [];
  if (factor !== 1) steps.push({ name: 'scale', settings: { width, height, kernel: 'mitchell' } });
  if (evidence.isDark) steps.push({ name: 'invert', settings: {} });
  if (evidence.unevenness >= UNEVEN_FROM) steps.push({ name: 'even_light', settings: { cell: lightCell(width, height) } });
  const { degrees, gain } = evidence.slant;
  if (Math.abs(degrees) >= LEAST_SLANT_DEGREES && gain >= LEAST_GAIN && mayBecome({ width, height }, rotatedSize(width, height, degrees))) steps.push({ name: 'deskew', settings: { degrees } });
  return steps;
};
