import type { Component } from './components.js';

export interface Slant {
  /** Clockwise degrees. */
  degrees: number;
  /** How much better the letters stand in rows at that slant than at none. */
  gain: number;
}

const [WIDEST_DEGREES, COARSE_DEGREES, FINE_DEGREES] = [6.5, 0.25, 0.05];

/** Letters as a profile wants them, number by number, because a page is looked at from a hundred slants. */
interface Edges {
  count: number;
  middles: Float64Array;
  tops: Float64Array;
  bottoms: Float64Array;
  weights: Float64Array;
  /** Of the page, as far as there are letters. */
  width: number;
  height: number;
}

const edgesOf = (letters: readonly Component[]): Edges => {
  const count = letters.length;
  const edges: Edges = { count, middles: new Float64Array(count), tops: new Float64Array(count), bottoms: new Float64Array(count), weights: new Float64Array(count), width: 0, height: 0 };
  letters.forEach(({ left, right, top, bottom }, index) => {
    edges.middles[index] = (left + right) / 2;
    edges.tops[index] = top;
    edges.bottoms[index] = bottom;
    edges.weights[index] = right - left;
    edges.width = Math.max(edges.width, right);
    edges.height = Math.max(edges.height, bottom);
  });
  return edges;
};

/** Gives a weight to the two rows an edge lies between. */
const spread = (rows: Float64Array, edge: number, weight: number): void => {
  const row = edge | 0;
  const part = edge - row;
  (rows[row] as number) += weight * (1 - part);
  (rows[row + 1] as number) += weight * part;
};

const sharpnessAt = ({ count, middles, tops, bottoms, weights, width, height }: Edges, degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  /** Where the first row is: letters at the far end of a page that slants are seen above its upper edge. */
  const lowest = Math.floor(Math.min(0, -slope * width));
  const rows = new Float64Array(Math.ceil(height + Math.abs(slope) * width) + 4);
  let total = 0;
  for (let index = 0; index < count; index++) {
    const weight = weights[index] as number;
    const fall = slope * (middles[index] as number) + lowest;
    spread(rows, (tops[index] as number) - fall, weight);
    spread(rows, (bottoms[index] as number) - fall, weight);
    total += 2 * weight;
  }
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += (rows[row] as number) ** 2;
  return total ? sum / total : 0;
};

/** How sharply letters fall into rows when the page is seen at a slant: the profile of ink across the rows, squared and summed. */
export const rowSharpness = (letters: readonly Component[], degrees: number): number => sharpnessAt(edgesOf(letters), degrees);

/** So many letters tell the slant of any page; noise has hundreds of thousands of them. */
const ENOUGH = 2_500;

/** Every so manieth of the letters, from all over the page, when there are more than enough. */
export const someOf = (letters: readonly Component[]): readonly Component[] => {
  const step = Math.ceil(letters.length / ENOUGH);
  return step <= 1 ? letters : letters.filter((_, index) => index % step === 0);
};

/** By how much the lines of text slant. */
export const slantOf = (letters: readonly Component[]): Slant => {
  const edges = edgesOf(letters);
  const straight = sharpnessAt(edges, 0);
  let best = { degrees: 0, sharpness: straight };
  const consider = (from: number, to: number, step: number): void => {
    for (let count = 0; from + count * step <= to + 1e-9; count++) {
      const degrees = Math.round((from + count * step) * 100) / 100;
      const sharpness = sharpnessAt(edges, degrees);
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
  };
  consider(-WIDEST_DEGREES, WIDEST_DEGREES, COARSE_DEGREES);
  consider(best.degrees - COARSE_DEGREES, best.degrees + COARSE_DEGREES, FINE_DEGREES);
  return { degrees: best.degrees, gain: straight ? best.sharpness / straight : 1 };
};
