import type { Component } from './components.js';
import { heightOf, widthOf } from './letters.js';

/** Heights in x: letters without ascender or descender, and letters with one. */
const [SMALL, TALL] = [[0.88, 1.12], [1.27, 1.65]] as const;
const WIDEST = 2.2;
/** Neighbours stand so near, in x, and their feet or heads are level to so much. */
const [NEAR, LEVEL] = [1.5, 0.1];
/** Fewer tall letters prove nothing. */
const FEWEST = 16;

const isOf = (letter: Component, [least, most]: readonly [number, number], heightPx: number): boolean => {
  const height = heightOf(letter);
  return height >= least * heightPx && height <= most * heightPx && widthOf(letter) <= WIDEST * heightPx;
};

/** The place of the first letter that begins at this x or after it. */
const firstFrom = (sorted: readonly Component[], x: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Component).left < x) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Above 0 when a tall letter rises over its small neighbours, below when it hangs down from them. */
const riseOf = (tall: Component, small: readonly Component[], heightPx: number): number => {
  const level = Math.max(1, LEVEL * heightPx);
  let rise = 0;
  for (let at = firstFrom(small, tall.left - (NEAR + WIDEST) * heightPx); at < small.length; at++) {
    const near = small[at] as Component;
    if (near.left > tall.right + NEAR * heightPx) break;
    const [sharesHead, sharesFoot] = [Math.abs(near.top - tall.top) <= level, Math.abs(near.bottom - tall.bottom) <= level];
    if (sharesFoot !== sharesHead) rise += sharesFoot ? 1 : -1;
  }
  return rise;
};

/**
 * Of the tall letters of Latin text, the share that rise above the line and do not hang below it. Ascenders and capitals are several
 * times as many as descenders, so it is high on an upright page and low on one that stands on its head. Null where too few tell.
 */
export const risingShare = (letters: readonly Component[], heightPx: number): number | null => {
  const small = letters.filter((letter) => isOf(letter, SMALL, heightPx)).toSorted((one, other) => one.left - other.left);
  let [rising, hanging] = [0, 0];
  for (const letter of letters) {
    if (!isOf(letter, TALL, heightPx)) continue;
    const rise = riseOf(letter, small, heightPx);
    if (rise > 0) rising++;
    else if (rise < 0) hanging++;
  }
  return rising + hanging < FEWEST ? null : rising / (rising + hanging);
};
