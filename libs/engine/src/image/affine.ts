import type { Point, Polygon, Rotation } from '../reading.js';

/** x and y of a point elsewhere: [a b c; d e f] by [x y 1]. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNMOVED: Affine = [1, 0, 0, 0, 1, 0];

export const scaling = (across: number, down: number): Affine => [across, 0, 0, 0, down, 0];

/** One move and then another, as one. */
export const both = ([a, b, c, d, e, f]: Affine, [p, q, r, s, t, u]: Affine): Affine => [
  p * a + q * d, p * b + q * e, p * c + q * f + r,
  s * a + t * d, s * b + t * e, s * c + t * f + u,
];

/** Round the point (cx, cy) onto the point (tx, ty), clockwise as seen on the page, where y runs down. */
export const rotating = (degrees: number, [cx, cy]: Point, [tx, ty]: Point): Affine => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, -sin, tx - cos * cx + sin * cy, sin, cos, ty - sin * cx - cos * cy];
};

/** Where the points of a picture come to lie when it is turned by quarters. */
export const turning = (degrees: Rotation, width: number, height: number): Affine =>
  degrees === 90 ? [0, -1, height, 1, 0, 0] : degrees === 180 ? [-1, 0, width, 0, -1, height] : degrees === 270 ? [0, 1, 0, -1, 0, width] : UNMOVED;

export const moved = ([x, y]: Point, [a, b, c, d, e, f]: Affine): Point => [a * x + b * y + c, d * x + e * y + f];

/** Every corner moved, to a tenth of a pixel, and none off a page of this size. */
export const movedOnto = (polygon: Polygon, by: Affine, width: number, height: number): Polygon => {
  const place = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;
  return polygon.map((corner) => {
    const [x, y] = moved(corner, by);
    return [place(x, width), place(y, height)];
  }) as Polygon;
};
