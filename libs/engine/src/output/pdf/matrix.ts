import type { Point, Rotation } from '../../reading.js';

/** [a b c d e f] as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const moved = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** Where a point of the unit square lies once the square has been turned clockwise; y grows downwards. */
const turn = (rotation: Rotation, [x, y]: Point): Point => {
  if (rotation === 90) return [1 - y, x];
  if (rotation === 180) return [1 - x, 1 - y];
  return rotation === 270 ? [y, 1 - x] : [x, y];
};

/** The matrix that does what a function does to three corners of the unit square. */
const matrixOf = (place: (corner: Point) => Point): Matrix => {
  const [origin, right, up] = [place([0, 0]), place([1, 0]), place([0, 1])];
  return [right[0] - origin[0], right[1] - origin[1], up[0] - origin[0], up[1] - origin[1], origin[0], origin[1]];
};

/** From pixels of the upright page to points of a sheet that shows it upright. */
export const uprightSheet = (heightPx: number, pointsPerPx: number): Matrix => [pointsPerPx, 0, 0, -pointsPerPx, 0, heightPx * pointsPerPx];

/** Lays a stored picture (PDF's unit square, first row on top) upright onto a sheet of that size in points: flipped if need be, then turned. */
export const uprightPicture = (widthPt: number, heightPt: number, rotation: Rotation, mirrored: boolean): Matrix =>
  matrixOf(([x, y]) => {
    const [across, down] = turn(rotation, [mirrored ? 1 - x : x, 1 - y]);
    return [across * widthPt, (1 - down) * heightPt];
  });

export interface Sheet {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** From pixels of the upright page to the points of a sheet that lies turned: it is read upright after `rotation` clockwise. */
export const turnedSheet = (page: { width: number; height: number }, sheet: Sheet, rotation: Rotation): Matrix => {
  const back = ((360 - rotation) % 360) as Rotation;
  const [a, b, c, d, e, f] = matrixOf(([x, y]) => {
    const [across, down] = turn(back, [x, y]);
    return [sheet.left + across * sheet.width, sheet.bottom + (1 - down) * sheet.height];
  });
  return [a / page.width, b / page.width, c / page.height, d / page.height, e, f];
};
