import type { Point } from '../../reading.js';
import { convexHull } from './hull.js';
import type { TextBox } from './text-box.js';

const QUARTER = Math.PI / 2;

/** The extent of the points along a direction and across it. */
const extent = (points: readonly Point[], angle: number): { left: number; right: number; top: number; bottom: number } => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const range = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    const [along, across] = [x * cos + y * sin, y * cos - x * sin];
    range.left = Math.min(range.left, along);
    range.right = Math.max(range.right, along);
    range.top = Math.min(range.top, across);
    range.bottom = Math.max(range.bottom, across);
  }
  return range;
};

/** The same direction within an eighth of a turn of left-to-right: text on an upright page slants, but seldom climbs. */
const nearLevel = (angle: number): number => angle - QUARTER * Math.round(angle / QUARTER);

/** The smallest rectangle around the points. One of its sides lies on a side of their hull, so only those directions are tried. */
export const smallestRectangle = (points: readonly Point[]): Omit<TextBox, 'score'> => {
  const hull = convexHull(points);
  let best = { area: Infinity, angle: 0, ...extent(hull, 0) };
  const consider = (angle: number): void => {
    const range = extent(hull, angle);
    const area = (range.right - range.left) * (range.bottom - range.top);
    if (area < best.area) best = { area, angle, ...range };
  };
  consider(0);
  hull.forEach(([x, y], index) => {
    const [nextX, nextY] = hull[(index + 1) % hull.length] ?? [x, y];
    consider(nearLevel(Math.atan2(nextY - y, nextX - x)));
  });
  const { angle, left, right, top, bottom } = best;
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: along * cos - across * sin, y: along * sin + across * cos, width: right - left, height: bottom - top, angle };
};
