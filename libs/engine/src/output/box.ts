import type { OutputLine, OutputPage, Point, Polygon } from './page.js';

/** Whole pixels of the upright page. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const within = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/** The smallest upright box around a polygon that is on the page. */
export const boxOf = (polygon: Polygon, { width, height }: Pick<OutputPage, 'width' | 'height'>): Box => {
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  return {
    left: within(Math.floor(Math.min(...xs)), width),
    top: within(Math.floor(Math.min(...ys)), height),
    right: within(Math.ceil(Math.max(...xs)), width),
    bottom: within(Math.ceil(Math.max(...ys)), height),
  };
};

/** Whether a box says less than the polygon does. */
export const isSlanted = ([topLeft, topRight, , bottomLeft]: Polygon): boolean => Math.abs(topLeft[1] - topRight[1]) >= 1 || Math.abs(topLeft[0] - bottomLeft[0]) >= 1;

export const distance = ([fromX, fromY]: Point, [toX, toY]: Point): number => Math.hypot(toX - fromX, toY - fromY);

/** How high a line stands, at right angles to where it runs. */
export const heightOf = ([topLeft, topRight, bottomRight, bottomLeft]: Polygon): number => (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2;

/** Letters and marks that reach below the line they stand on. */
const DESCENDS = /[gjpqyQçşţ,;()[\]{}|/\\$§@_，。、；（）《》【】]/u;

/** Share of a line's height that descenders take. */
const DEPTH = 0.22;

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/**
 * The line that letters stand on, as its height at the left end and its slope; y grows downwards.
 * A line's polygon reaches down to its descenders, so its words without any tell where the letters stand; a line that has
 * only others stands above its lower edge by what descenders usually take.
 */
export const baselineOf = ({ polygon, words }: OutputLine): { left: number; y: number; slope: number } => {
  const [, , [rightX, rightY], [left, bottom]] = polygon;
  const slope = rightX > left ? (rightY - bottom) / (rightX - left) : 0;
  const standing = words.filter(({ text }) => !DESCENDS.test(text)).map((word) => word.polygon[3][1] - bottom - slope * (word.polygon[3][0] - left));
  return { left, y: bottom + Math.min(0, standing.length > 0 ? median(standing) : -DEPTH * heightOf(polygon)), slope };
};
