import type { EmbeddedLine } from '../document.js';

interface Placed {
  line: EmbeddedLine;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** More lines than this are left as they come: comparing each with each would take longer than reading them. */
const MOST_LINES = 2_000;
/** Of the narrower line, for one to stand above the other rather than beside it. */
const SHARED_WIDTH = 0.1;

const placed = (line: EmbeddedLine): Placed => {
  const [xs, ys] = [line.polygon.map(([x]) => x), line.polygon.map(([, y]) => y)];
  return { line, left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

const isAbove = (upper: Placed, lower: Placed): boolean => {
  const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
  const narrower = Math.min(upper.right - upper.left, lower.right - lower.left);
  const [upperMiddle, lowerMiddle] = [(upper.top + upper.bottom) / 2, (lower.top + lower.bottom) / 2];
  return upperMiddle < lowerMiddle && upper.bottom <= lowerMiddle && lower.top >= upperMiddle && shared > SHARED_WIDTH * narrower;
};

/**
 * Lines in the order of reading. Nearly always that is the order in which the author's program wrote them, which also knows columns;
 * only where a line comes before one that stands above it does the page decide: what is above goes first.
 */
export const inReadingOrder = (lines: readonly EmbeddedLine[]): EmbeddedLine[] => {
  if (lines.length > MOST_LINES) return [...lines];
  const waiting = lines.map(placed);
  const ordered: EmbeddedLine[] = [];
  const blockers = waiting.map((lower) => waiting.reduce((count, upper) => count + (isAbove(upper, lower) ? 1 : 0), 0));
  const done = new Set<number>();
  let from = 0;
  while (ordered.length < lines.length) {
    while (done.has(from)) from++;
    let next = from;
    while (next < waiting.length && (done.has(next) || blockers[next] !== 0)) next++;
    // "Above" cannot go round in a circle, but should it, the order of the file is as good as any.
    if (next === waiting.length) next = from;
    done.add(next);
    const chosen = waiting[next] as Placed;
    ordered.push(chosen.line);
    waiting.forEach((lower, index) => {
      if (!done.has(index) && isAbove(chosen, lower)) blockers[index] = (blockers[index] ?? 1) - 1;
    });
  }
  return ordered;
};
