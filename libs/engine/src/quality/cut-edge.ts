import type { Polygon } from '../reading.js';

/** Nobody prints so close to the edge of a sheet; letters that do are the rest of larger ones. */
const EDGE_PX = 1.5;
/** One line may touch by chance, as a mark of the scanner read as a letter. */
const FEWEST_LINES = 2;
const FEWEST_LINES_ABOVE = 1;
/** What is cut at the top or bottom is a whole line, so it must be long to be one. */
const LEAST_LENGTH_SHARE = 0.25;

/** Whether lines of text run over an edge of the picture. */
export const isCut = (lines: readonly Polygon[], { width, height }: { width: number; height: number }): boolean => {
  const ends = lines.map((polygon) => ({ xs: polygon.map(([x]) => x), ys: polygon.map(([, y]) => y) }));
  const left = ends.filter(({ xs }) => Math.min(...xs) <= EDGE_PX).length;
  const right = ends.filter(({ xs }) => Math.max(...xs) >= width - EDGE_PX).length;
  const long = ends.filter(({ xs }) => Math.max(...xs) - Math.min(...xs) >= LEAST_LENGTH_SHARE * width);
  const above = long.filter(({ ys }) => Math.min(...ys) <= EDGE_PX).length;
  const below = long.filter(({ ys }) => Math.max(...ys) >= height - EDGE_PX).length;
  return Math.max(left, right) >= FEWEST_LINES || Math.max(above, below) >= FEWEST_LINES_ABOVE;
};
