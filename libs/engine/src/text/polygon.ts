import type { Point, Polygon } from '../reading.js';

/** A box as four corners. */
export const polygonOf = (left: number, top: number, width: number, height: number): Polygon => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

const distance = ([x, y]: Point, [otherX, otherY]: Point): number => Math.hypot(otherX - x, otherY - y);

/** How high the text in it stands, whatever its slant. */
export const heightOf = ([topLeft, , , bottomLeft]: Polygon): number => distance(topLeft, bottomLeft);

/** How long the text in it runs. */
export const lengthOf = ([topLeft, topRight]: Polygon): number => distance(topLeft, topRight);

/** From the end of one text to the beginning of the next on its line; below 0 where they overlap. */
export const gapBetween = ([, leftEnd]: Polygon, [rightStart, rightEnd]: Polygon): number => {
  const [alongX, alongY] = [rightEnd[0] - rightStart[0], rightEnd[1] - rightStart[1]];
  const length = Math.hypot(alongX, alongY) || 1;
  return ((rightStart[0] - leftEnd[0]) * alongX + (rightStart[1] - leftEnd[1]) * alongY) / length;
};

/** Clockwise degrees by which the text slants. */
export const slantDegrees = ([, , bottomRight, bottomLeft]: Polygon): number => (Math.atan2(bottomRight[1] - bottomLeft[1], bottomRight[0] - bottomLeft[0]) * 180) / Math.PI;

/** The upright box around all of them. */
export const around = (polygons: readonly Polygon[]): Polygon => {
  const [across, down] = [polygons.flatMap((corners) => corners.map(([x]) => x)), polygons.flatMap((corners) => corners.map(([, y]) => y))];
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return polygonOf(left, top, Math.max(...across) - left, Math.max(...down) - top);
};
