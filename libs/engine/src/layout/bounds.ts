import type { Polygon } from '../reading.js';

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The upright box around some polygons. */
export const boundsOf = (polygons: readonly Polygon[]): Bounds => {
  const corners = polygons.flat();
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

export const polygonOfBounds = ({ left, top, right, bottom }: Bounds): Polygon => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

export const centreOf = ([[x1, y1], , [x2, y2]]: Polygon): [x: number, y: number] => [(x1 + x2) / 2, (y1 + y2) / 2];

export const heightOf = ([[x1, y1], [x2, y2], [x3, y3], [x4, y4]]: Polygon): number => (Math.hypot(x4 - x1, y4 - y1) + Math.hypot(x3 - x2, y3 - y2)) / 2;
