import sharp from 'sharp';
import { noise } from '../noise.js';
import { asSharp, through } from './raster.js';
import type { Wear } from './wear.js';

const PAPER = '#f4f3ef';

/** Fewer or more pixels. Small text on few pixels is what most bad uploads are. */
export const scaled = (by: number): Wear => (raster) => through(raster, (picture) => picture.resize(Math.max(1, Math.round(raster.width * by)), undefined, { kernel: by < 1 ? 'mitchell' : 'cubic' }));

export const blurred = (radiusPx = 1): Wear => (raster) => through(raster, (picture) => picture.blur(radiusPx));

/** Laid on the glass a little askew. */
export const skewed = (mostDegrees = 3, background = PAPER): Wear => (raster, seed) => {
  const next = noise(seed);
  const degrees = (next() < 0.5 ? -1 : 1) * mostDegrees * (0.5 + 0.5 * next());
  return through(raster, (picture) => picture.rotate(degrees, { background }));
};

/** Lying on its side or on its head. */
export const lying = (clockwiseDegrees: 90 | 180 | 270): Wear => (raster) => through(raster, (picture) => picture.rotate(clockwiseDegrees));

/** Sent through a messenger: what is left after the file was packed hard. */
export const repacked = (quality = 30): Wear => async (raster) => {
  const file = await asSharp(raster).jpeg({ quality }).toBuffer();
  return through(raster, () => sharp(file));
};

/** Paler ink on darker paper: the two drawn together until little stands between them. */
export const flat = (contrast = 0.35, paper = 0.8): Wear => (raster) =>
  through(raster, (picture) => picture.linear(contrast, 255 * (paper - contrast)));
