import { cutAt } from './cut-piece.js';
import { median } from './median.js';
import { heightOf, type Piece } from './pieces.js';

/** Lines of a column of prose are at least this long, in heights of a line; fields of a form and cells of a table are shorter. */
const PROSE_WIDTH = 6;
/** And most are about as long as the longest of their neighbours, as a share of it; a column may grow narrow beside a picture. */
const PROSE_FILL = 0.8;
const NEIGHBOURS = 2;
const LEAST_LINES = 4;
/** Lines of prose follow each other closely, in heights of a line; what is set out in fields does not. */
const PROSE_PITCH = 1.5;

/** What stands between two pieces that run across a gutter. */
interface Band {
  left: Piece[];
  right: Piece[];
  /** What runs across the gutter between lines of both columns: a caption, a note. */
  inset: Piece[];
  /** What runs across the gutter right below. */
  below: Piece | null;
}

const middle = ({ top, bottom }: Piece): number => (top + bottom) / 2;

const isProse = (pieces: readonly Piece[], height: number): boolean => {
  const sorted = pieces.toSorted((a, b) => middle(a) - middle(b));
  const widths = sorted.map(({ left, right }) => right - left);
  const pitches = sorted.slice(1).map((piece, index) => middle(piece) - middle(sorted[index] ?? piece));
  const fills = widths.map((width, index) => width / Math.max(...widths.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)));
  const isWide = median(widths) >= PROSE_WIDTH * height && median(fills) >= PROSE_FILL;
  return pieces.length >= LEAST_LINES && isWide && median(pitches) <= PROSE_PITCH * height;
};

/** Whether both sides stand beside each other rather than one above the other. */
const areBeside = (left: readonly Piece[], right: readonly Piece[]): boolean => {
  const span = (pieces: readonly Piece[]): [number, number] => [Math.min(...pieces.map(({ top }) => top)), Math.max(...pieces.map(({ bottom }) => bottom))];
  const [[leftTop, leftBottom], [rightTop, rightBottom]] = [span(left), span(right)];
  const shared = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  return shared > 0.5 * Math.min(leftBottom - leftTop, rightBottom - rightTop);
};

const isOnRow = (piece: Piece, others: readonly Piece[]): boolean => others.some((other) => Math.abs(middle(piece) - middle(other)) < heightOf(other));

/** Boxes are drawn with air around them, and one that reaches this far over a gutter, in heights of a line, does not run across it. */
const AIR = 0.5;

const crosses = (piece: Piece, x: number): boolean => Math.min(piece.right - x, x - piece.left) > AIR * heightOf(piece);

const isLeftOf = (piece: Piece, x: number): boolean => !crosses(piece, x) && piece.left + piece.right < 2 * x;

const bandsAt = (all: readonly Piece[], x: number): Band[] => {
  const pieces = all.flatMap((piece) => (crosses(piece, x) ? cutAt(piece, x) : [piece]));
  const [left, right] = [pieces.filter((piece) => isLeftOf(piece, x)), pieces.filter((piece) => !crosses(piece, x) && !isLeftOf(piece, x))];
  const onGutter = pieces.filter((piece) => crosses(piece, x)).toSorted((a, b) => middle(a) - middle(b));
  const isInset = (piece: Piece): boolean => isOnRow(piece, left) && isOnRow(piece, right);
  const crossing = onGutter.filter((piece) => !isInset(piece));
  return [...crossing, null].map((below, index) => {
    const above = crossing[index - 1];
    const isHere = (piece: Piece): boolean => (!above || middle(piece) > middle(above)) && (!below || middle(piece) <= middle(below));
    return { left: left.filter(isHere), right: right.filter(isHere), inset: onGutter.filter((piece) => isInset(piece) && isHere(piece)), below };
  });
};

const isColumned = ({ left, right }: Band, height: number): boolean => isProse(left, height) && isProse(right, height) && areBeside(left, right);

/** The gutter with the most lines of prose beside it. Columns of a table are not for reading down and make none. */
const bestBands = (pieces: readonly Piece[], height: number): Band[] | null => {
  let best: Band[] | null = null;
  let most = 0;
  for (const x of new Set(pieces.map(({ left }) => left))) {
    const bands = bandsAt(pieces, x);
    const lines = bands.reduce((sum, band) => sum + (isColumned(band, height) ? band.left.length + band.right.length : 0), 0);
    if (lines > most) [best, most] = [bands, lines];
  }
  return best;
};

/**
 * Pieces in groups that are each read row by row, the groups in reading order: down the left column, then down the right one.
 * What runs across the columns, such as a title, stands between what is above and what is below it.
 */
export const inColumns = (pieces: readonly Piece[]): Piece[][] => {
  const height = median(pieces.map(heightOf));
  const groups: Piece[][] = [];
  let across: Piece[] = [];
  const finish = (): void => {
    if (across.length > 0) groups.push(across);
    across = [];
  };
  for (const band of bestBands(pieces, height) ?? [{ left: [...pieces], right: [], inset: [], below: null }]) {
    if (isColumned(band, height)) {
      finish();
      groups.push(...inColumns(band.left), ...inColumns(band.right), ...inColumns(band.inset));
    } else across.push(...band.left, ...band.right, ...band.inset);
    if (band.below) across.push(band.below);
  }
  finish();
  return groups;
};
