import type { GreyImage } from './grey-image.js';

/** How many pixels there are of each grey. */
export const histogramOf = ({ grey }: GreyImage): Uint32Array => {
  const counts = new Uint32Array(256);
  for (let at = 0; at < grey.length; at++) (counts[grey[at] as number] as number)++;
  return counts;
};

/** The grey below which the given share of the pixels lies. */
export const percentile = (counts: Uint32Array, share: number): number => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level] as number;
    if (seen > share * total) return level;
  }
  return 255;
};

export interface Tone {
  /** Pixels darker than this are the dark ones. */
  threshold: number;
  /** Means of the dark pixels and of the others. */
  dark: number;
  light: number;
  darkShare: number;
  /** The share of pixels that are neither nearly black nor nearly white: next to none in a bilevel scan. */
  midShare: number;
}

const [NEARLY_BLACK, NEARLY_WHITE] = [24, 231];

/** Otsu's threshold: the one that sets the dark and the light pixels furthest apart. */
export const toneOf = (counts: Uint32Array): Tone => {
  let [total, sum, mid] = [0, 0, 0];
  counts.forEach((count, level) => {
    total += count;
    sum += count * level;
    if (level > NEARLY_BLACK && level < NEARLY_WHITE) mid += count;
  });
  let [below, sumBelow, furthest] = [0, 0, -1];
  let tone: Tone = { threshold: 0, dark: 0, light: 255, darkShare: 0, midShare: total ? mid / total : 0 };
  for (let level = 0; level < 255; level++) {
    below += counts[level] as number;
    sumBelow += (counts[level] as number) * level;
    if (below === 0 || below === total) continue;
    const [dark, light] = [sumBelow / below, (sum - sumBelow) / (total - below)];
    const between = below * (total - below) * (light - dark) ** 2;
    if (between <= furthest) continue;
    furthest = between;
    tone = { ...tone, threshold: level + 1, dark, light, darkShare: below / total };
  }
  return tone;
};
