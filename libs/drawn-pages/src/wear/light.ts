import { noise } from '../noise.js';
import { cloud } from './cloud.js';
import { shaded } from './raster.js';
import type { Wear } from './wear.js';

/** Folded in a pocket: each crease has a bright side and a dark one, and takes the ink on it away. */
export const folded = (creases: readonly { across: 'x' | 'y'; at: number }[] = [{ across: 'y', at: 0.5 }, { across: 'x', at: 0.33 }]): Wear => (raster, seed) => {
  const next = noise(seed);
  const { width, height, data } = raster;
  const lines = creases.map(({ across, at }) => ({ across, at: at + (next() - 0.5) * 0.06, slope: (next() - 0.5) * 0.03, depth: 0.16 + 0.16 * next() }));
  const bend = cloud(seed + 1, 60);
  for (const { across, at, slope, depth } of lines) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const offPx = across === 'y' ? y - at * height - slope * x + 3 * bend(x, 0) : x - at * width - slope * y + 3 * bend(0, y);
        if (Math.abs(offPx) > 90) continue;
        const place = (y * width + x) * 4;
        const by = offPx > 0 ? 1 - depth * Math.exp(-offPx / 30) : 1 + 0.05 * Math.exp(offPx / 20);
        const worn = Math.abs(offPx) < 1.6 ? 90 : 0;
        for (let channel = place; channel < place + 3; channel++) data[channel] = (data[channel] ?? 0) * by + worn;
      }
    }
  }
  return raster;
};

/** Light that falls off to one side, with the soft shadow of a hand or a phone across it. */
export const shadowed = (darkness = 0.5): Wear => (raster, seed) => {
  const next = noise(seed);
  const { width, height } = raster;
  const [angle, at, soft] = [next() * Math.PI, 0.35 + 0.3 * next(), 0.05 + 0.1 * next()];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const bend = cloud(seed + 1, 220);
  return shaded(raster, (x, y) => {
    const along = (x / width - 0.5) * cos + (y / height - 0.5) * sin + 0.5 + 0.15 * (bend(x, y) - 0.5);
    const shadow = 1 / (1 + Math.exp((along - at) / (soft / 3)));
    return (1 - darkness * shadow) * (1 - 0.15 * along);
  });
};

/** A lamp mirrored in glossy paper: one spot where paper and ink are nearly the same white. */
export const glaring = (reach = 0.16): Wear => (raster, seed) => {
  const next = noise(seed);
  const { width, height, data } = raster;
  const [cx, cy, radius] = [width * (0.25 + 0.5 * next()), height * (0.25 + 0.5 * next()), Math.min(width, height) * reach];
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place += 4) {
      const light = 240 * Math.exp(-(((x - cx) ** 2 + ((y - cy) * 1.4) ** 2) / radius ** 2));
      if (light > 2) for (let channel = place; channel < place + 3; channel++) data[channel] = (data[channel] ?? 0) + light;
    }
  }
  return raster;
};
