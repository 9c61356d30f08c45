import type { GreyImage } from '../image/grey-image.js';
import { inkGrid, type InkGrid } from './ink-grid.js';

/** White that runs down between two stretches of text, in cells of the grid; right and bottom excluded. */
export interface Gutter {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A quarter of an em is a cell. */
const CELLS_PER_EM = 4;
const [NARROWEST, SHORTEST] = [CELLS_PER_EM, 8 * CELLS_PER_EM];
/** Letters and words of one line stand closer than this many cells. */
const HOLE = 6;

const isWhite = ({ columns, cells }: InkGrid, column: number, row: number): boolean => cells[row * columns + column] === 0;

/** White at least an em wide and eight ems high. */
export const guttersOf = (grid: InkGrid): Gutter[] => {
  const gutters = new Map<string, Gutter>();
  const isWhiteColumn = (column: number, top: number, bottom: number): boolean => {
    for (let row = top; row < bottom; row++) if (!isWhite(grid, column, row)) return false;
    return true;
  };
  const widened = (from: number, top: number, bottom: number): void => {
    let [left, right] = [from, from + NARROWEST];
    while (left > 0 && isWhiteColumn(left - 1, top, bottom)) left--;
    while (right < grid.columns && isWhiteColumn(right, top, bottom)) right++;
    if (left > 0 && right < grid.columns) gutters.set([left, right, top, bottom].join(), { left, right, top, bottom });
  };
  for (let column = 0; column + NARROWEST <= grid.columns; column++) {
    let top = 0;
    for (let row = 0; row <= grid.rows; row++) {
      let white = row < grid.rows;
      for (let across = 0; white && across < NARROWEST; across++) white = isWhite(grid, column + across, row);
      if (white) continue;
      if (row - top >= SHORTEST) widened(column, top, row);
      top = row + 1;
    }
  }
  return [...gutters.values()];
};

interface Side {
  /** Median length of the stretch of text next to the gutter, in em. */
  length: number;
  /** That median against the longest tenth: near 1 where lines are full, as in prose. */
  fullness: number;
  /** Height of the rows that have text on this side, in em. */
  rows: number;
}

const stretch = (grid: InkGrid, row: number, from: number, step: 1 | -1): number => {
  const isInked = (column: number): boolean => {
    for (let near = Math.max(0, row - 2); near <= Math.min(grid.rows - 1, row + 2); near++) if (!isWhite(grid, column, near)) return true;
    return false;
  };
  let column = from;
  while (column >= 0 && column < grid.columns && !isInked(column)) column += step;
  let [length, hole] = [0, 0];
  for (let walked = 1; column >= 0 && column < grid.columns && hole <= HOLE; column += step, walked++) {
    if (isInked(column)) [length, hole] = [walked, 0];
    else hole++;
  }
  return length;
};

const sideOf = (grid: InkGrid, { left, right, top, bottom }: Gutter, side: 'left' | 'right'): Side => {
  const lengths: number[] = [];
  for (let row = top; row < bottom; row++) {
    const length = side === 'left' ? stretch(grid, row, left - 1, -1) : stretch(grid, row, right, 1);
    if (length > 0) lengths.push(length / CELLS_PER_EM);
  }
  lengths.sort((one, other) => one - other);
  const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))] ?? 0;
  return { length: at(0.5), fullness: at(0.9) ? at(0.5) / at(0.9) : 0, rows: lengths.length / CELLS_PER_EM };
};

const isProse = (gutter: Gutter, left: Side, right: Side): boolean =>
  Math.min(left.length, right.length) >= 8 &&
  Math.min(left.fullness, right.fullness) >= 0.75 &&
  Math.min(left.rows, right.rows) >= 5 &&
  gutter.right - gutter.left <= 30 * CELLS_PER_EM;

const isRowLike = (left: Side, right: Side): boolean =>
  left.rows >= 5 && right.rows >= 4 && Math.min(left.length, right.length) < 7 && Math.max(left.length, right.length) < 12;

/** Fewer rows than this, in em, are the ends of lines that are longer than others, and no column beside them. */
const STICKING_OUT = 4;

/** How Tesseract should take the page. */
export interface Layout {
  /** By columns (3), or row by row as receipts, forms and tables are meant to be read (4). */
  psm: 3 | 4;
  /** Whether some text stands beside other text at this row of pixels. */
  isDivided: (row: number) => boolean;
}

/** Only rows it must not take for columns speak for 4; in doubt, columns. `emPx` is the size of the type, about twice the height of x. */
export const layoutOf = (image: GreyImage, emPx: number): Layout => {
  const grid = inkGrid(image, emPx);
  const sides = guttersOf(grid).map((gutter) => ({ gutter, left: sideOf(grid, gutter, 'left'), right: sideOf(grid, gutter, 'right') }));
  const isProseAside = sides.some(({ gutter, left, right }) => isProse(gutter, left, right));
  const cellPx = image.height / grid.rows;
  const dividing = sides.filter(({ left, right }) => Math.min(left.rows, right.rows) >= STICKING_OUT);
  return {
    psm: !isProseAside && sides.some(({ left, right }) => isRowLike(left, right)) ? 4 : 3,
    isDivided: (row) => dividing.some(({ gutter: { top, bottom } }) => row >= top * cellPx && row < bottom * cellPx),
  };
};
