import type { Component } from './components.js';
import { heightOf, widthOf } from './letters.js';

/** What the pieces of ink say of the letters they belong to. */
export interface TextHeight {
  /** Of Latin x, or of Han, in pixels. */
  heightPx: number;
  /** The share of pieces whose height fits letters of that one size; low where sizes mix or letters touch and break. */
  evenness: number;
}

const HEIGHTS = 400;

const heightsOf = (letters: readonly Component[]): Float64Array => {
  const counts = new Float64Array(HEIGHTS);
  for (const letter of letters) {
    const height = Math.min(HEIGHTS - 1, heightOf(letter));
    (counts[height] as number)++;
  }
  return counts;
};

const sumOf = (counts: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let height = Math.max(0, Math.ceil(from)); height <= Math.min(HEIGHTS - 1, Math.floor(to)); height++) sum += counts[height] as number;
  return sum;
};

const meanOf = (counts: Float64Array, from: number, to: number): number => {
  let [sum, weight] = [0, 0];
  for (let height = Math.max(0, Math.ceil(from)); height <= Math.min(HEIGHTS - 1, Math.floor(to)); height++) {
    sum += (counts[height] as number) * height;
    weight += counts[height] as number;
  }
  return weight ? sum / weight : 0;
};

/** The height around which most pieces lie, give or take an eighth. Tall ones count more, because dots and crumbs are many. */
const peakOf = (counts: Float64Array, least: number): number => {
  let [best, most] = [0, 0];
  for (let height = least; height < HEIGHTS; height++) {
    const near = height * sumOf(counts, height * 0.88, height * 1.12);
    if (near > most) [best, most] = [height, near];
  }
  return meanOf(counts, best * 0.88, best * 1.12);
};

/** Ascenders stand this much over x; without enough of them the peak is one of capitals or figures, which are this much taller than x. */
const [ASCENDERS, CAPITAL] = [[1.27, 1.65], 1.4] as const;
const FEWEST_ASCENDERS = 0.12;

export const latinHeight = (letters: readonly Component[]): TextHeight => {
  const counts = heightsOf(letters);
  const peak = peakOf(counts, 4);
  const near = sumOf(counts, peak * 0.85, peak * 1.15);
  const above = sumOf(counts, peak * ASCENDERS[0], peak * ASCENDERS[1]);
  const heightPx = above < FEWEST_ASCENDERS * near ? peak / CAPITAL : peak;
  const fits = (letter: Component): boolean => {
    const height = heightOf(letter);
    return height <= heightPx * 0.35 || (height >= heightPx * 0.82 && height <= heightPx * 1.7 && widthOf(letter) <= heightPx * 2.5);
  };
  return { heightPx, evenness: letters.length ? letters.filter(fits).length / letters.length : 0 };
};

/** Han are squares of which most have a part as high as the whole, so the tall pieces tell. */
export const hanHeight = (letters: readonly Component[]): TextHeight => {
  const tall = letters.filter((letter) => heightOf(letter) >= 0.6 * widthOf(letter) && heightOf(letter) >= 6);
  const counts = heightsOf(tall);
  const all = sumOf(counts, 0, HEIGHTS);
  let [seen, most] = [0, 0];
  for (let height = HEIGHTS - 1; height > 0 && seen < 0.5 * all; height--) {
    seen += counts[height] as number;
    most = height;
  }
  const heightPx = peakOf(counts, Math.max(5, Math.floor(most * 0.9)));
  const fits = (letter: Component): boolean => Math.max(heightOf(letter), widthOf(letter)) <= heightPx * 1.3;
  return { heightPx, evenness: letters.length ? letters.filter(fits).length / letters.length : 0 };
};
