import type { FoundBlock, FoundWord } from './found.js';

const PLACES = 4;
const HAN = /\p{Script=Han}/u;

/** To four places: more would be noise, and equal readings must be equal to the byte. */
export const rounded = (value: number): number => Number(Math.min(1, Math.max(0, value)).toFixed(PLACES));

/**
 * How sure the reader is of a page: the mean over its words, weighed by their length in characters.
 * Null without words. Tesseract itself says 95 % of a blank page, which is true and of no use.
 */
export const pageConfidence = (words: readonly FoundWord[]): number | null => {
  let [sum, length] = [0, 0];
  for (const word of words) {
    const characters = [...word.text].length;
    sum += word.confidence * characters;
    length += characters;
  }
  return length === 0 ? null : rounded(sum / length);
};

/** How much was read, the share of it that is Chinese, and how sure the reader is of it; 0 where nothing was. */
export const sureness = (blocks: readonly FoundBlock[]): { confidence: number; characters: number; hanShare: number } => {
  const words = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const characters = words.flatMap(({ text }) => [...text]);
  return { confidence: pageConfidence(words) ?? 0, characters: characters.length, hanShare: characters.filter((character) => HAN.test(character)).length / Math.max(1, characters.length) };
};
