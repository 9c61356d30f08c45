import type { Line } from '../reading.js';
import { heightOf } from './bounds.js';

const HAN = /\p{Script=Han}/u;
const TALL = /[\p{Lu}\p{Nd}bdfhijklt!?()[\]{}'"“”‘’%&/|]/u;
const DEEP = /[gjpqy,;()[\]{}Q/|]/u;
/** Shares of the size of a font that its letters take: Han, Latin x, what rises above x and what hangs below the line. */
const [HAN_SHARE, X_SHARE, RISE, DEPTH] = [0.92, 0.52, 0.21, 0.2];

/**
 * The size a line is set in, from the height of its ink and which letters made it: "access" and "Quality" in one size differ
 * in height by half.
 */
export const letterSize = ({ text, polygon }: Pick<Line, 'text' | 'polygon'>): number =>
  heightOf(polygon) / (HAN.test(text) ? HAN_SHARE : X_SHARE + (TALL.test(text) ? RISE : 0) + (DEEP.test(text) ? DEPTH : 0));

/** The size most of a text is set in, each line weighed by its length. */
export const bodySize = (lines: readonly Line[]): number => {
  const sizes = lines.map((line) => ({ size: letterSize(line), length: [...line.text].length })).sort((one, other) => one.size - other.size);
  const half = sizes.reduce((sum, { length }) => sum + length, 0) / 2;
  let sum = 0;
  return sizes.find(({ length }) => (sum += length) >= half)?.size ?? 0;
};
