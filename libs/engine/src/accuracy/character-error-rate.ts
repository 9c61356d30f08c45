import { editDistance } from './edit-distance.js';

/** How white space counts: English keeps one space where there was any, Chinese and mixed text keep none. */
export type WhiteSpace = 'collapsed' | 'dropped';

const FOLDED: readonly [RegExp, string][] = [
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
];

/** Text as it is compared: compatibility forms unified (a full-width digit is a digit), quotes and dashes folded, white space as told. */
export const comparable = (text: string, whiteSpace: WhiteSpace): string => {
  const folded = FOLDED.reduce((rest, [variants, one]) => rest.replace(variants, one), text.normalize('NFKC'));
  return whiteSpace === 'dropped' ? folded.replace(/\s+/g, '') : folded.replace(/\s+/g, ' ').trim();
};

/**
 * Share of characters that had to be inserted, deleted or changed to come from what was read to what is written; 0 is perfect.
 * Capped at 1, so that one page read as endless garbage does not outweigh all others. Text in the wrong order counts as wrong.
 */
export const characterErrorRate = (read: string, written: string, whiteSpace: WhiteSpace): number => {
  const [found, truth] = [[...comparable(read, whiteSpace)], [...comparable(written, whiteSpace)]];
  if (truth.length === 0) return found.length === 0 ? 0 : 1;
  return Math.min(1, editDistance(found, truth) / truth.length);
};
