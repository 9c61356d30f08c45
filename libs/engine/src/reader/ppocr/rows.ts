import { median } from './median.js';
import { heightOf, type Piece } from './pieces.js';

/** Two pieces stand on one row when they share this much of the lower one's height. */
const SHARED = 0.5;
/** Boxes are drawn with air around them, so neighbours on a row overlap by this much of their height; level ones, which share so much, by more. */
const [OVERLAP, LEVEL, LEVEL_OVERLAP] = [0.5, 0.8, 1];
/** White above a row that begins a new block, in heights of a row. */
const BLOCK_GAP = 0.75;
/** A row this many times as high as the one before is a heading, or follows one. */
const OTHER_SIZE = 1.5;

const distance = (a: Piece, b: Piece): number => Math.max(a.left - b.right, b.left - a.right);

const shareRow = (a: Piece, b: Piece): boolean => {
  const shared = (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(heightOf(a), heightOf(b));
  return shared > SHARED && distance(a, b) > -(shared > LEVEL ? LEVEL_OVERLAP : OVERLAP) * heightOf(a);
};

/** Pieces as rows from the top, each from the left. A piece belongs to the row of its nearest neighbour, since rows may bend. */
export const inRows = (pieces: readonly Piece[]): Piece[][] => {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom || a.left - b.left)) {
    const row = rows.slice(-2).findLast((each) => {
      const nearest = each.reduce((best, other) => (distance(piece, other) < distance(piece, best) ? other : best));
      return shareRow(piece, nearest);
    });
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
};

const span = (row: readonly Piece[]): { top: number; bottom: number } => ({ top: median(row.map(({ top }) => top)), bottom: median(row.map(({ bottom }) => bottom)) });

/** Rows that belong together: no wide white between them, and of about one size. */
export const inBlocks = (rows: readonly Piece[][]): Piece[][][] => {
  const blocks: Piece[][][] = [];
  let before: { top: number; bottom: number } | null = null;
  for (const row of rows) {
    const here = span(row);
    const [height, heightBefore] = [heightOf(here), before ? heightOf(before) : 0];
    const isApart = !before || here.top - before.bottom > BLOCK_GAP * Math.min(height, heightBefore);
    const isOther = Math.max(height, heightBefore) > OTHER_SIZE * Math.min(height, heightBefore);
    const block = blocks.at(-1);
    if (block && !isApart && !isOther) block.push(row);
    else blocks.push([row]);
    before = here;
  }
  return blocks;
};
