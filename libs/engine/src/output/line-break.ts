import { heightOf } from './box.js';
import type { OutputLine } from './page.js';

/** Han, kana and full-width marks: no space parts what ends one line from what begins the next. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** In heights of the line: what the eye allows a ragged edge beyond the next word. */
const RAGGED = 1.2;

/**
 * What parts a line from the next in running text. When the next word would still have fit, somebody ended the line on purpose:
 * an address, a receipt, the end of a paragraph. Otherwise the paper ended it.
 */
export const lineBreak = (line: OutputLine, next: OutputLine, rightEdge: number): 'meant' | 'space' | 'nothing' => {
  const [first] = next.words;
  const [firstLeft = 0, firstRight = 0] = first ? [first.polygon[0][0], first.polygon[1][0]] : [];
  const isWide = WIDE.test([...line.text].at(-1) ?? '') && WIDE.test([...next.text][0] ?? '');
  // A Chinese line breaks after any character, so only the first of the next line has to fit.
  const needed = isWide ? heightOf(line.polygon) : firstRight - firstLeft;
  const spare = rightEdge - Math.max(line.polygon[1][0], line.polygon[2][0]);
  if (spare > needed + RAGGED * heightOf(line.polygon)) return 'meant';
  return isWide ? 'nothing' : 'space';
};
