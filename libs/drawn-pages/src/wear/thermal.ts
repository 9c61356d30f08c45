import { noise, smoothNoise } from '../noise.js';
import { cloud } from './cloud.js';
import { thinned } from './raster.js';
import type { Wear } from './wear.js';

export interface Thermal {
  /** Darkness of the print that is left, 1 for new. */
  ink?: number;
  /** Share of a heating dot's column that stays cold, over the whole strip. */
  deadColumns?: number;
  /** How much the paper's uneven feed shows, 0 to 1. */
  banding?: number;
}

/** Print of a worn heating head: every dot a little lighter or darker, some columns cold, paper that was fed unevenly and faded in the sun. */
export const thermal = ({ ink = 0.5, deadColumns = 0.01, banding = 0.3 }: Thermal = {}): Wear => (raster, seed) => {
  const next = noise(seed);
  const heat = Float32Array.from({ length: raster.width }, () => (next() < deadColumns ? 0.1 : 0.8 + 0.2 * next()));
  const feed = smoothNoise(seed + 1, 512);
  const sun = cloud(seed + 2, 190);
  return thinned(raster, (x, y) => {
    const row = 1 - banding * feed(y / 9) * feed(y / 31 + 60);
    const faded = ink * (0.45 + 0.9 * sun(x, y));
    const dot = next() < 0.06 ? 0.35 : 0.85 + 0.15 * next();
    return Math.min(1, faded * row * dot * (heat[x] ?? 1));
  });
};
