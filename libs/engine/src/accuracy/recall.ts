import { comparable } from './character-error-rate.js';

const LATIN_WORD = /[\p{Script=Latin}\p{Nd}]+(?:['.,:/-][\p{Script=Latin}\p{Nd}]+)*/gu;
const HAN_RUN = /\p{Script=Han}+/gu;

const wordsOf = (text: string): string[] => (comparable(text, 'collapsed').match(LATIN_WORD) ?? []).map((word) => word.toLowerCase());

/** Two Han characters side by side. White space between them is dropped first, because a line may end between any two. */
const pairsOf = (text: string): string[] =>
  (comparable(text, 'dropped').match(HAN_RUN) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });

const countsOf = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** How many of the truth's words and Han pairs were read, wherever on the page; each is found at most as often as it was read. */
interface Found {
  found: number;
  of: number;
}

const foundIn = (read: readonly string[], truth: readonly string[]): Found => {
  const left = countsOf(read);
  const found = truth.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count > 0;
  }).length;
  return { found, of: truth.length };
};

/**
 * Share of the Latin words and Han pairs of the truth that were read. Unlike the error rate it does not ask for their order,
 * so it is fair to a page that may be read in several; and an error anywhere in a word costs the whole word.
 */
export const recall = (read: string, written: string): number | null => {
  const [words, pairs] = [foundIn(wordsOf(read), wordsOf(written)), foundIn(pairsOf(read), pairsOf(written))];
  const of = words.of + pairs.of;
  return of === 0 ? null : (words.found + pairs.found) / of;
};
