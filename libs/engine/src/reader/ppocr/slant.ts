import { median } from './median.js';
import type { TextBox } from './text-box.js';

/** How the lines of a page slant, in clockwise radians. On a picture taken from aside, those at its top slant otherwise than those at its bottom. */
export interface Slant {
  atTop: number;
  perPx: number;
}

/** In heights: a shorter box slants with the tail of its last letter. */
const LONG = 3;
/** Fewer long lines tell nothing of how the slant goes on down the page, and neither do two near each other, as a share of the height they span. */
const [FEWEST_LINES, FAR] = [6, 0.25];
/** What is written askew, such as a stamp, is no line of the page. */
const ASKEW = 0.2;
/** From the first line to the last; less may come from lines being measured to the pixel. */
const LEAST_CHANGE = 0.02;

/** So many lines tell as much as all of a dense page, whose pairs would be tens of thousands. */
const ENOUGH = 60;

/** By how much lines slant more with every pixel down the page: the middle of what pairs of them say. */
const changeOf = (all: readonly TextBox[]): number => {
  const step = Math.ceil(all.length / ENOUGH);
  const lines = all.filter((_, index) => index % step === 0);
  const heights = lines.map(({ y }) => y);
  const span = Math.max(...heights) - Math.min(...heights);
  const changes = lines.flatMap((one, index) => lines.slice(index + 1).flatMap((other) => (Math.abs(other.y - one.y) > FAR * span ? [(other.angle - one.angle) / (other.y - one.y)] : [])));
  const change = median(changes);
  return lines.length >= FEWEST_LINES && Math.abs(change) * span > LEAST_CHANGE ? change : 0;
};

/** The slant of a page: that of its longest lines, by their middle, because a lone digit slants as it likes. */
export const slantOf = (boxes: readonly TextBox[]): Slant => {
  const longest = boxes.toSorted((a, b) => b.width - a.width).slice(0, Math.max(1, boxes.length >> 1));
  const usual = median(longest.map(({ angle }) => angle));
  const perPx = changeOf(boxes.filter(({ angle, width, height }) => width > LONG * height && Math.abs(angle - usual) < ASKEW));
  return { atTop: median(longest.map(({ angle, y }) => angle - perPx * y)), perPx };
};

export const slantAt = ({ atTop, perPx }: Slant, y: number): number => atTop + perPx * y;
