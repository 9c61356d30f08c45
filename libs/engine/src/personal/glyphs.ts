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

const plainSign = (sign: string, code: number): string => {
  if (DASHES.includes(sign)) return '-';
  if (DOTS.includes(sign)) return '·';
  if (SPACES.test(sign)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH);
  return TWINS[sign] ?? sign;
};

/** The plain form of every UTF-16 unit, made once: a page is a few thousand look-ups. */
const PLAIN = Uint16Array.from({ length: 0x10000 }, (_, code) => plainSign(String.fromCharCode(code), code).charCodeAt(0));
const ASTRAL = 0xfffd;
/** Arguments that a call may have everywhere. */
const MOST_ARGUMENTS = 8_192;

const plainOf = (text: string): string => {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    units[length++] = isPair ? ASTRAL : (PLAIN[text.charCodeAt(at)] ?? ASTRAL);
    if (isPair) at++;
  }
  let plain = '';
  for (let at = 0; at < length; at += MOST_ARGUMENTS) plain += String.fromCharCode(...units.subarray(at, Math.min(length, at + MOST_ARGUMENTS)));
  return plain;
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
  return { plain: plainOf(text), gapAt: (at) => gaps.get(at) ?? 'unknown' };
};
