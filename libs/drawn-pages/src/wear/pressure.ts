import { noise } from '../noise.js';
import { cloud } from './cloud.js';
import { through } from './raster.js';
import type { Wear } from './wear.js';

export interface Pressure {
  /** Below 0.5 strokes grow and letters touch; above it thin strokes break. */
  threshold?: number;
  /** How far the threshold wanders over the page, and over how many pixels. */
  wandering?: number;
  spotPx?: number;
  /** Softness of the edge before it is cut, in pixels: how far ink may travel. */
  softPx?: number;
  /** Roughness of the paper: places that take ink or refuse it, 0 to 1. */
  grain?: number;
  /** How many times finer than the picture's pixels ink is: 1 for a fax, which knows only black and white. */
  fineness?: number;
}

const INK = 18;

/**
 * Ink as a worn plate, a typewriter's ribbon, a copier or a fax leaves it: there or not, with an edge that depends on pressure.
 * One law for broken and for touching letters, because on real pages both stand side by side.
 */
export const pressure = ({ threshold = 0.5, wandering = 0.1, spotPx = 40, softPx = 0.9, grain = 0.3, fineness = 2 }: Pressure = {}): Wear => async (raster, seed) => {
  const fine = await through(raster, (picture) => picture.greyscale().resize(raster.width * fineness, undefined, { kernel: 'cubic' }).blur(softPx * fineness));
  const [field, next] = [cloud(seed, spotPx * fineness), noise(seed + 1)];
  const { width, height, data } = fine;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const ink = 1 - (data[at] ?? 255) / 255;
      const isInk = ink > 0.04 && ink > threshold + wandering * (field(x, y) - 0.5) * 2 + grain * (next() - 0.5);
      data[at] = data[at + 1] = data[at + 2] = isInk ? INK : 255;
    }
  }
  return fineness === 1 ? fine : through(fine, (picture) => picture.resize(raster.width, undefined, { kernel: 'mitchell' }));
};
