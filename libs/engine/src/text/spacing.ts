import type { FoundWord } from './found.js';
import { gapBetween } from './polygon.js';

/** Han, kana, Hangul, and full-width forms with their punctuation: scripts that set no space between words. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Between Chinese words the reader often takes a full-width mark for its narrow twin and the blank half of its square for a space. */
const LONE_MARK = /^[:;,.!?]$/;

const isWide = (word: FoundWord, place: 0 | -1): boolean => WIDE.test([...word.text].at(place) ?? '') || LONE_MARK.test(word.text);

/** In heights of the line. A comma leaves most of its square blank, so only a gap wider than a whole square was made on purpose. */
const COLUMN_GAP = 1.5;

/**
 * What stands between two words of a line: a space or nothing.
 *
 * The reader breaks Chinese into words of one to three characters with nothing between them, so a break alone proves no space.
 * It must also have seen one; that is right for Latin words and for Latin beside Han, where "共 3 箱" and "共3箱" are both good
 * style and the writer decides. Between two Han it is right only where a column or a field begins, and boxes tell that.
 */
export const between = (left: FoundWord, right: FoundWord, lineHeight: number): '' | ' ' => {
  if (!right.isSpaced) return '';
  if (!isWide(left, -1) || !isWide(right, 0)) return ' ';
  return gapBetween(left.polygon, right.polygon) > COLUMN_GAP * lineHeight ? ' ' : '';
};
