import { noise } from '../noise.js';
import { cloud } from './cloud.js';
import { shaded, through, type Raster } from './raster.js';
import type { Wear } from './wear.js';

const tinted = (raster: Raster, tint: readonly [number, number, number], stain: (x: number, y: number) => number): Raster => {
  const { width, height, data } = raster;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const by = stain(x, y);
      for (let channel = 0; channel < 3; channel++) data[at + channel] = (data[at + channel] ?? 0) * (1 - (1 - (tint[channel] ?? 1)) * by);
    }
  }
  return raster;
};

/** Yellowed from the edges inward, with foxing: small brown spots. */
export const yellowed = (depth = 1): Wear => (raster, seed) => {
  const [wide, narrow] = [cloud(seed, 260), cloud(seed + 1, 11)];
  const { width, height } = raster;
  return tinted(raster, [0.86, 0.77, 0.56], (x, y) => {
    const edge = Math.max(Math.abs(x / width - 0.5), Math.abs(y / height - 0.5)) * 2;
    const fox = narrow(x, y) > 0.93 ? 0.5 : 0;
    return depth * (0.45 + 0.5 * wide(x, y) + 0.4 * edge ** 4 + fox);
  });
};

/** The other side of the sheet showing through, mirrored and soft. */
export const bleedThrough = (darkness = 0.16): Wear => async (raster) => {
  const back = await through(raster, (picture) => picture.greyscale().flop().blur(2.2));
  const { width } = raster;
  // Moved by a few lines, because print on both sides never falls on the same line everywhere.
  return shaded(raster, (x, y) => 1 - darkness * (1 - (back.data[(Math.max(0, y - 13) * width + x) * 4] ?? 255) / 255));
};

/** Light sensor noise or the grain of a copy. */
export const grainy = (levels = 14): Wear => (raster, seed) => {
  const next = noise(seed);
  const { data } = raster;
  for (let at = 0; at < data.length; at += 4) {
    const speck = (next() + next() - 1) * levels;
    for (let channel = at; channel < at + 3; channel++) data[channel] = (data[channel] ?? 0) + speck;
  }
  return raster;
};

/** Black specks and white holes, as a dirty glass or an old roller leaves them. */
export const specked = (perMegapixel = 700): Wear => (raster, seed) => {
  const next = noise(seed);
  const { width, height, data } = raster;
  const count = Math.round((perMegapixel * width * height) / 1e6);
  for (let speck = 0; speck < count; speck++) {
    const [x0, y0, side] = [Math.floor(next() * width), Math.floor(next() * height), 1 + Math.floor(next() ** 3 * 4)];
    const value = next() < 0.75 ? 30 : 255;
    for (let y = y0; y < Math.min(height, y0 + side); y++) {
      for (let x = x0; x < Math.min(width, x0 + side); x++) data.fill(value, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return raster;
};
