export type Corner = readonly [x: number, y: number];
/** Where a page's corners come to lie: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Corner, Corner, Corner, Corner];

/**
 * For a point of the photograph, where it lies on the page: (0, 0) is the page's top left corner and (1, 1) its bottom right.
 * This is the inverse of the projective map from the unit square to the four corners.
 */
export const ontoPage = ([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad): ((x: number, y: number) => Corner) => {
  const [dx1, dy1, dx2, dy2] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2];
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const scale = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / scale;
  const h = (dx1 * sy - sx * dy1) / scale;
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0];
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0];
  return (x, y) => {
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    return [((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / w, ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / w];
  };
};

/** A rectangle turned about its middle; positive degrees turn clockwise. */
export const turnedQuad = (left: number, top: number, width: number, height: number, degrees: number): Quad => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const corner = (dx: number, dy: number): Corner => [left + width / 2 + dx * cos - dy * sin, top + height / 2 + dx * sin + dy * cos];
  return [corner(-width / 2, -height / 2), corner(width / 2, -height / 2), corner(width / 2, height / 2), corner(-width / 2, height / 2)];
};
