import type { Block, Line } from '../reading.js';
import { parts } from './block.js';
import { bodySize, letterSize } from './letter-size.js';

/** How much larger than the body a heading of each level is set. */
const LEVELS: readonly (readonly [level: 1 | 2 | 3, ratio: number])[] = [
  [1, 1.8],
  [2, 1.4],
  [3, 1.22],
];
const [MOST_LINES, MOST_CHARACTERS] = [3, 90];
const [FEWEST_BODY_LINES, LEAST_BODY_SHARE] = [3, 0.8];
const BODY_RATIO = 1.15;
/** Sentences end so, headings do not. */
const ENDED = /[.,;。，；、]$/u;
const LETTERS = /\p{L}.*\p{L}/u;

const levelOf = (line: Line, body: number): number | undefined => LEVELS.find(([, ratio]) => letterSize(line) >= ratio * body)?.[0];

const isHeading = (lines: readonly Line[]): boolean => {
  const text = lines.map((line) => line.text).join(' ');
  return lines.length <= MOST_LINES && text.length <= MOST_CHARACTERS && LETTERS.test(text) && !ENDED.test(text.trim());
};

/**
 * Finds headings among blocks of text by their size against the body of the page. A page without a body, such as a poster or a
 * receipt in several sizes, has none: there size says how loud something is and not what it heads.
 */
export const withHeadings = (blocks: readonly Block[]): Block[] => {
  const lines = blocks.flatMap((block) => block.lines);
  const body = bodySize(lines);
  const small = lines.filter((line) => letterSize(line) < BODY_RATIO * body);
  const length = (some: readonly Line[]): number => some.reduce((sum, { text }) => sum + [...text].length, 0);
  if (small.length < FEWEST_BODY_LINES || length(small) < LEAST_BODY_SHARE * length(lines)) return [...blocks];
  return blocks.flatMap((block) => {
    const begin = block.lines.findIndex((line) => levelOf(line, body) === undefined);
    const large = block.lines.slice(0, begin < 0 ? undefined : begin);
    const level = large[0] && levelOf(large[0], body);
    if (block.type !== 'text' || level === undefined || !isHeading(large)) return [block];
    return parts(block, [
      { lines: large, kind: { type: 'heading', level } },
      { lines: block.lines.slice(large.length), kind: { type: 'text' } },
    ]);
  });
};
