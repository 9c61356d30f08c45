import { inkColumns } from './ink.js';
import type { SeenLine } from './recogniser.js';

/** A character where it stands in the crop of its line. */
export interface PlacedCharacter {
  text: string;
  confidence: number;
  spaceBefore: number;
  /** First column with its ink, and the one after the last. */
  begin: number;
  end: number;
  /** Columns without ink between it and the character before; 0 for the first, and where the two touch. */
  gapPx: number;
}

/** The widest stretch of least ink between two columns. */
const seam = (ink: Uint16Array, from: number, to: number): { begin: number; end: number; isBlank: boolean } => {
  let least = Infinity;
  for (let x = from; x < to; x++) least = Math.min(least, ink[x] ?? 0);
  let best = { begin: from, end: from };
  for (let x = from; x < to; x++) {
    if ((ink[x] ?? 0) > least) continue;
    const begin = x;
    while (x < to && (ink[x] ?? 0) <= least) x++;
    if (x - begin > best.end - best.begin) best = { begin, end: x };
  }
  return { ...best, isBlank: least === 0 };
};

/** The network tells only about where a character is; the blank columns between two of them tell where one ends and the next begins. */
export const placeCharacters = ({ crop, stepPx, characters }: SeenLine): PlacedCharacter[] => {
  const ink = inkColumns(crop);
  const centre = (step: number): number => Math.min(crop.width - 1, Math.floor((step + 0.5) * stepPx));
  const firstInk = ink.findIndex((count) => count > 0);
  const lastInk = ink.findLastIndex((count) => count > 0);
  const placed: PlacedCharacter[] = [];
  characters.forEach(({ text, confidence, spaceBefore, step }, index) => {
    const before = characters[index - 1];
    const cut = before ? seam(ink, centre(before.step), Math.max(centre(before.step) + 1, centre(step))) : null;
    const last = placed.at(-1);
    if (last && cut) last.end = Math.max(last.begin + 1, cut.begin);
    const begin = cut ? cut.end : Math.max(0, Math.min(firstInk, centre(step)));
    placed.push({ text, confidence, spaceBefore, begin, end: begin + 1, gapPx: cut?.isBlank ? cut.end - cut.begin : 0 });
  });
  const last = placed.at(-1);
  if (last) last.end = Math.max(last.begin + 1, lastInk + 1);
  return placed;
};
