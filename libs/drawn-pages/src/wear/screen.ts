import { shaded, type Raster } from './raster.js';
import type { Wear } from './wear.js';

/** A screen photographed: its pixels and the camera's beat against each other, a little differently for each colour. */
export const moire = (strength = 0.16, periodPx = 2.94): Wear => (raster): Raster => {
  const { width, height, data } = raster;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      for (let channel = 0; channel < 3; channel++) {
        const [u, v] = [x + 0.05 * y + channel / 3, y - 0.04 * x + channel / 5];
        const beat = Math.cos((2 * Math.PI * u) / periodPx) * 0.6 + Math.cos((2 * Math.PI * v) / (periodPx * 1.03)) * 0.4;
        data[at + channel] = (data[at + channel] ?? 0) * (1 - strength + strength * beat);
      }
    }
  }
  return raster;
};

/** A tube or a cheap scanner: every other row a little darker. */
export const rowed = (darkness = 0.08, everyRows = 3): Wear => (raster) => shaded(raster, (_x, y) => (y % everyRows === 0 ? 1 - darkness : 1));
