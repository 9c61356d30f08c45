import { heightOf } from '../box.js';
import type { OutputLine, Point } from '../page.js';
import { DESCENT } from './text-font.js';

/** In sizes of the text: how far a line laid level may still fall, and how far its words may leave their places for it. */
const [MOST_FALL, MOST_SHIFT] = [0.2, 0.6];
/** Up to here a word may stand level on a line that slants: at its ends it is out of place by less than what it is high. */
const MOST_SLOPE = 0.15;

/** The line words are set on, in pixels of the page. */
export interface Base {
  /** Left end of the line that letters stand on. */
  origin: Point;
  direction: Point;
  /** How much lower than that line each word stands. */
  drops: readonly number[];
}

/** How far from the left end of the line a point of the page is. */
export const along = ([x, y]: Point, { origin, direction }: Base): number => (x - origin[0]) * direction[0] + (y - origin[1]) * direction[1];

/**
 * Where the words of a line are set. Readers of PDF take words at different heights for different lines, and letters at different
 * heights for different words. So each word stands level, and a line that slants is laid as level as its words can leave their
 * places for it by half a line: mostly with no more fall from end to end than readers put up with. A steep line keeps its slant.
 */
export const baseOf = (line: OutputLine, sizePx: number): Base => {
  const [, , [rightX, rightY], [leftX, leftY]] = line.polygon;
  const [run, fall] = [rightX - leftX, rightY - leftY];
  const length = Math.hypot(run, fall) || 1;
  // The square of the font stands around the middle of the line, so that it covers the letters whether or not any reaches below.
  const raise = (sizePx - heightOf(line.polygon)) / 2 - DESCENT * sizePx;
  if (run <= 0 || Math.abs(fall) > MOST_SLOPE * run) {
    const direction: Point = [run / length, fall / length];
    return { origin: [leftX - direction[1] * raise, leftY + direction[0] * raise], direction, drops: line.words.map(() => 0) };
  }
  // What is left of the fall.
  const kept = Math.sign(fall) * Math.max(Math.min(Math.abs(fall), MOST_FALL * sizePx), Math.abs(fall) - 2 * MOST_SHIFT * sizePx);
  const drops = line.words.map(({ polygon }) => (kept * ((polygon[2][0] + polygon[3][0]) / 2 - leftX)) / run);
  return { origin: [leftX, leftY + (fall - kept) / 2 + raise], direction: [1, 0], drops };
};
