import type { GreyImage } from '../image/grey-image.js';
import type { Polygon, Quality, QualityWarning } from '../reading.js';
import { isCut } from './cut-edge.js';
import { contrastOf, hasGlare, isUneven } from './light.js';
import { sharpnessOf } from './sharpness.js';
import { tilesOf } from './tiles.js';

/** What reading the page has told of it. */
export interface TextFacts {
  /** Median height of Latin x or of Han; null on a page without text. */
  textHeightPx: number | null;
  isHan: boolean;
  /** Of the whole page; null on a page without words. */
  confidence: number | null;
  /** Of every line, in pixels of the image. */
  lines: readonly Polygon[];
}

const [SOFT, FAINT, UNSURE] = [0.4, 0.3, 0.65];
/** Fewer pixels cannot hold the strokes of a letter, and of Han more. */
const [LEAST_LATIN_PX, LEAST_HAN_PX] = [6, 11];

/** What can be said of the upright picture of a page as it came, before anything was done to it. Warnings are about text, so a blank page has none. */
export const quality = (image: GreyImage, { textHeightPx, isHan, confidence, lines }: TextFacts): Quality => {
  const tiles = tilesOf(image);
  const [sharpness, contrast] = [sharpnessOf(image, textHeightPx), contrastOf(tiles)];
  const found: [QualityWarning, boolean][] = [
    ['blur', sharpness !== null && sharpness < SOFT],
    ['glare', hasGlare(tiles)],
    ['too_small', textHeightPx !== null && textHeightPx < (isHan ? LEAST_HAN_PX : LEAST_LATIN_PX)],
    ['low_contrast', contrast !== null && contrast < FAINT],
    ['cut_edge', isCut(lines, image)],
    ['uneven_light', isUneven(tiles)],
    ['low_confidence', confidence !== null && confidence < UNSURE],
  ];
  const warnings = lines.length === 0 ? [] : found.filter(([, is]) => is).map(([warning]) => warning);
  return { sharpness, contrast, textHeightPx, warnings };
};
