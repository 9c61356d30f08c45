import type { Orientation } from './orientation.js';

/** One page as the reader gets it: upright, grey, one byte a pixel, white where nothing was. */
export interface PageImage {
  width: number;
  height: number;
  /** Row by row from the top left; 0 is black. */
  grey: Uint8Array;
  dpi: number | null;
  orientation: Orientation;
  /** What was done to come here, in order, in the words of the recipe. */
  steps: readonly string[];
}
