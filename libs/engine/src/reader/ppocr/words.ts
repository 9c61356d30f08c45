import type { FoundWord } from '../../text/found.js';
import { median } from './median.js';
import { placeCharacters, type PlacedCharacter } from './place-characters.js';
import type { SeenLine } from './recogniser.js';
import { partOf } from './text-box.js';
import { isWide } from './wide.js';

/** How far two kinds of evidence go: a gap of a seventh of the line's height beyond the usual is worth one, and so is this chance of a space. */
const GAP_UNIT = 1 / 7;
const CHANCE_UNIT = 1 / 8;
/** Together they must be worth this much; less after a mark and between a digit and a letter, where spaces are the rule. */
const ENOUGH = { anywhere: 1.2, besideDigit: 0.9, afterMark: 0.6 } as const;
const [MARK, LETTER, DIGIT] = [/^[.,;:!?]$/, /^\p{Letter}$/u, /^\d$/];
/** Beside Chinese characters, which stand in squares of their own, only a clear chance or half an empty square counts; between two, a whole one. */
const CLEAR_CHANCE = 0.5;
const [HALF_SQUARE, WHOLE_SQUARE] = [0.5, 1];

const enough = (before: string, character: string): number => {
  if (MARK.test(before) && LETTER.test(character)) return ENOUGH.afterMark;
  const isMixed = (DIGIT.test(before) && LETTER.test(character)) || (LETTER.test(before) && DIGIT.test(character));
  return isMixed ? ENOUGH.besideDigit : ENOUGH.anywhere;
};

/**
 * Whether a space stands before the character. The network was taught mostly on Chinese and misses spaces between English words where
 * letters are tight; the gap tells, measured against the usual gap of the line, because wide-set letters have gaps of their own.
 */
export const isSpaced = (before: PlacedCharacter, character: PlacedCharacter, gap: number, usualGap: number): boolean => {
  const wide = Number(isWide(before.text)) + Number(isWide(character.text));
  if (wide === 2) return gap > WHOLE_SQUARE;
  if (wide === 1) return character.spaceBefore > CLEAR_CHANCE || gap > HALF_SQUARE;
  return (gap - usualGap) / GAP_UNIT + character.spaceBefore / CHANCE_UNIT > enough(before.text, character.text);
};

/** The words of a line, each with the place of its ink; a Chinese character is one, as narrow as anyone may want to mark it. A word is no surer than its least sure character. */
export const wordsOf = (line: SeenLine): FoundWord[] => {
  const { box, crop } = line;
  const placed = placeCharacters(line);
  const inHeights = (px: number): number => ((px / crop.width) * box.width) / box.height;
  const usualGap = median(placed.slice(1).map(({ gapPx }) => inHeights(gapPx)));
  const words: (FoundWord & { begin: number; end: number })[] = [];
  placed.forEach((character, index) => {
    const { text, confidence, begin, end, gapPx } = character;
    const [before, word] = [placed[index - 1], words.at(-1)];
    const spaced = before !== undefined && isSpaced(before, character, inHeights(gapPx), usualGap);
    if (!before || !word || spaced || isWide(text) || isWide(before.text)) {
      words.push({ text, confidence, begin, end, isSpaced: spaced, polygon: partOf(box) });
    } else {
      word.text += text;
      word.confidence = Math.min(word.confidence, confidence);
      word.end = end;
    }
  });
  return words.map(({ begin, end, ...word }) => ({ ...word, polygon: partOf(box, begin / crop.width, end / crop.width) }));
};
