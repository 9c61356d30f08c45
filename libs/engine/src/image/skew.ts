import type { Component } from './components.js';

export interface Slant {
  /** Clockwise degrees. */
  degrees: number;
  /** How much better the letters stand in rows at that slant than at none. */
  gain: number;
}

const [WIDEST_DEGREES, COARSE_DEGREES, FINE_DEGREES] = [6.5, 0.25, 0.05];

/** How sharply letters fall into rows when the page is seen at a slant: the profile of ink across the rows, squared and summed. */
export const rowSharpness = (letters: readonly Component[], degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  let total = 0;
  for (const { left, right, top, bottom } of letters) {
    const weight = right - left;
    const fall = slope * ((left + right) / 2);
    for (const edge of [top - fall, bottom - fall]) {
      const row = Math.floor(edge);
      const part = edge - row;
      rows.set(row, (rows.get(row) ?? 0) + weight * (1 - part));
      rows.set(row + 1, (rows.get(row + 1) ?? 0) + weight * part);
      total += weight;
    }
  }
  let sum = 0;
  for (const weight of rows.values()) sum += weight * weight;
  return total ? sum / total : 0;
};

/** So many letters tell the slant of any page; noise has hundreds of thousands of them. */
const ENOUGH = 2_500;

/** Every so manieth of the letters, from all over the page, when there are more than enough. */
export const someOf = (letters: readonly Component[]): readonly Component[] => {
  const step = Math.ceil(letters.length / ENOUGH);
  return step <= 1 ? letters : letters.filter((_, index) => index % step === 0);
};

/** By how much the lines of text slant. */
export const slantOf = (letters: readonly Component[]): Slant => {
  const straight = rowSharpness(letters, 0);
  let best = { degrees: 0, sharpness: straight };
  const consider = (from: number, to: number, step: number): void => {
    for (let count = 0; from + count * step <= to + 1e-9; count++) {
      const degrees = Math.round((from + count * step) * 100) / 100;
      const sharpness = rowSharpness(letters, degrees);
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
  };
  consider(-WIDEST_DEGREES, WIDEST_DEGREES, COARSE_DEGREES);
  consider(best.degrees - COARSE_DEGREES, best.degrees + COARSE_DEGREES, FINE_DEGREES);
  return { degrees: best.degrees, gain: straight ? best.sharpness / straight : 1 };
};
