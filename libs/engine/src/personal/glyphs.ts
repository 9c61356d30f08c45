import { heightOf } from '../output/box.js';
import type { OutputBlock, OutputLine, OutputPage } from '../output/page.js';

/** In heights of the line: a gap wider than this parts two columns, a narrower one two words or a number that broke. */
const WIDE_GAP = 0.9;
/** In heights of the line: what a line that the paper ended may stay short of the block's right edge. */
const RAGGED = 2;

const FULL_WIDTH = 0xfee0;
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30fc';
const DOTS = '\u00b7\u2022\u30fb\u2027\u2219\u22c5\uff65\u25cf';
const SPACES = /[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\t\r]/;
/** Letters of other alphabets that look like Latin ones. */
const TWINS: Readonly<Record<string, string>> = { О: 'O', о: 'o', Х: 'X', х: 'x', А: 'A', В: 'B', Е: 'E', І: 'I', С: 'C', М: 'M', Н: 'H', К: 'K', Р: 'P', Т: 'T', Ο: 'O', Χ: 'X', Ι: 'I', '×': 'X', '〇': '0', '©': '@', '®': '@', '«': '<', '‹': '<', '〈': '<', '《': '<', '（': '(', '）': ')', '：': ':' };

const plainSign = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x7f) return sign === '\t' || sign === '\r' ? ' ' : sign;
  if (code > 0xffff) return '\ufffd';
  if (DASHES.includes(sign)) return '-';
  if (DOTS.includes(sign)) return '·';
  if (SPACES.test(sign)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH);
  return TWINS[sign] ?? sign;
};

/** How far two words of a line, or two lines, stand apart, where the page tells. */
export type Gap = 'near' | 'wide' | 'paper' | 'unknown';

/** A text to search: one UTF-16 unit a code point, so that places in it are places in the page's text, with the many forms of a sign as one. */
export interface Glyphs {
  plain: string;
  /** Of the white space at a place: `paper` is the end of a line that the right edge ended. */
  gapAt: (at: number) => Gap;
}

const rightOf = ({ polygon }: Pick<OutputLine, 'polygon'>): number => Math.max(polygon[1][0], polygon[2][0]);

const noteGaps = ({ lines }: OutputBlock, gaps: Map<number, Gap>): void => {
  const edge = Math.max(...lines.map(rightOf));
  for (const line of lines) {
    const height = heightOf(line.polygon) || 1;
    line.words.forEach((word, index) => {
      const next = line.words[index + 1];
      if (next && next.span[0] > word.span[1]) gaps.set(word.span[1], next.polygon[0][0] - rightOf(word) > WIDE_GAP * height ? 'wide' : 'near');
      if (!next) gaps.set(word.span[1], edge - rightOf(line) < RAGGED * height ? 'paper' : 'unknown');
    });
  }
};

export const glyphsOf = ({ text, blocks = [] }: { text: string; blocks?: OutputPage['blocks'] }): Glyphs => {
  const gaps = new Map<number, Gap>();
  for (const block of blocks) noteGaps(block, gaps);
  return { plain: Array.from(text, plainSign).join(''), gapAt: (at) => gaps.get(at) ?? 'unknown' };
};
