import { tiffPage } from './tiff-page.js';

/** A fax-coded picture in the strips its TIFF keeps it in. */
export interface Group4 {
  width: number;
  height: number;
  /** Whether the code's black means paper. */
  isInverted: boolean;
  strips: { height: number; code: Uint8Array }[];
}

const GROUP_4 = 4;
const LOW_BIT_FIRST = 2;

const turnedBits = Uint8Array.from({ length: 256 }, (_, byte) => Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2));

/** A page of a TIFF, counted from 0, if it is coded as Group 4 fax: PDF knows that code too. Null for any other. */
export const group4 = (file: Uint8Array, number: number): Group4 | null => {
  const page = tiffPage(file, number);
  if (!page || page.one('compression', 1) !== GROUP_4 || page.one('bits', 1) !== 1 || page.one('samples', 1) !== 1) return null;
  const [width, height, strips] = [page.one('width', 0), page.one('height', 0), page.strips];
  if (width === 0 || height === 0 || strips.length === 0) return null;
  const isTurned = page.one('fillOrder', 1) === LOW_BIT_FIRST;
  const isInverted = page.one('photometric', 0) === 1;
  return { width, height, isInverted, strips: isTurned ? strips.map(({ height: rows, code }) => ({ height: rows, code: code.map((byte) => turnedBits[byte] ?? 0) })) : strips };
};
