import type { OutputLine } from '../page.js';
import { isSpaced } from '../spacing.js';
import { along, type Base } from './line-base.js';

/** In sizes of the text. Readers of PDF take less for no space at all. */
const LEAST_SPACE = 0.2;
const LEAST_WORD = 0.05;
/** Words further apart than this, in sizes of the text, are taken for words of two columns; how far each may reach out to prevent it. */
const [MOST_SPACE, MOST_REACH] = [0.65, 0.2];
/** How far the white between two columns keeps from their words, so that it is none of them. */
const MARGIN = 0.3;

/** What begins and ends so far along its line. */
export interface Span {
  begin: number;
  end: number;
}

/** Where the words of a line begin and end along it. */
export const spansOf = (line: OutputLine, base: Base, sizePx: number): Span[] => {
  const begins = line.words.map(({ polygon }) => along(polygon[3], base));
  const spans = line.words.map(({ polygon }, index) => {
    const begin = begins[index] ?? 0;
    const next = begins[index + 1];
    // What no space parts must touch, and what a space parts must stand apart: geometry is all that a PDF says of spaces.
    const end = next === undefined ? along(polygon[2], base) : isSpaced(line, index + 1) ? Math.min(along(polygon[2], base), next - LEAST_SPACE * sizePx) : next;
    return { begin, end: Math.max(end, begin + LEAST_WORD * sizePx) };
  });
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    const each = before && (span.begin - before.end - MOST_SPACE * sizePx) / 2;
    if (!each || each < 0 || each > MOST_REACH * sizePx) return;
    before.end += each;
    span.begin -= each;
  });
  return spans;
};

/** The white between two words that readers would part, or null when they are near enough. */
export const whiteBetween = (before: Span, next: Span, sizePx: number): Span | null =>
  next.begin - before.end > (MOST_SPACE + LEAST_WORD) * sizePx ? { begin: before.end + MARGIN * sizePx, end: next.begin - MARGIN * sizePx } : null;
