import type { Line, Word } from '../reading.js';
import { boundsOf, heightOf } from './bounds.js';
import type { Grid } from './cells.js';

/** In heights of the line: what parts two cells of a row, and how wide the white between two columns is at least all the way down. */
const [CELL_GAP, CORRIDOR] = [1.2, 0.8];
/** In heights of the line: how far two rows of one table may be apart. */
const ROW_GAP = 2.5;
const [FEWEST_ROWS, LEAST_FILLED] = [3, 0.6];
/** Cells hold a name, a date, an amount. What is longer is text that happens to stand in columns. */
const MOST_CHARACTERS = 24;
const NUMERIC = /^[\p{Sc}\d.,:%+\-–−/() ]*\d[\p{Sc}\d.,:%+\-–−/() xX元]*$/u;

interface Segment {
  left: number;
  right: number;
  text: string;
}

const segmentOf = (words: readonly Word[]): Segment => {
  const { left, right } = boundsOf(words.map(({ polygon }) => polygon));
  return { left, right, text: words.map(({ text }) => text).join(' ') };
};

/** A line cut where it leaves more white than any space does. */
const segmentsOf = (line: Line): Segment[] => {
  const gap = CELL_GAP * heightOf(line.polygon);
  const groups: Word[][] = [];
  for (const word of line.words) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && word.polygon[0][0] - before.polygon[1][0] <= gap) group.push(word);
    else groups.push([word]);
  }
  return groups.map(segmentOf);
};

/** How many lines from `begin` are rows under one another with at least two cells each. */
const rowsFrom = (lines: readonly Line[], begin: number): number => {
  let end = begin;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    const above = end > begin ? lines[end - 1] : undefined;
    const drop = above ? line.polygon[0][1] - above.polygon[3][1] : 0;
    if (segmentsOf(line).length < 2 || (above && (drop < -heightOf(line.polygon) / 2 || drop > ROW_GAP * heightOf(line.polygon)))) break;
  }
  return end - begin;
};

/** Stretches that some row has ink in; between them the paper is white all the way down. */
const columnsOf = (rows: readonly (readonly Segment[])[], corridor: number): Segment[] =>
  rows
    .flat()
    .sort((one, other) => one.left - other.left)
    .reduce<Segment[]>((columns, segment) => {
      const last = columns.at(-1);
      if (!last || segment.left - last.right > corridor) return [...columns, { ...segment }];
      last.right = Math.max(last.right, segment.right);
      return columns;
    }, []);

const isTable = (rows: readonly (readonly Segment[])[], columns: readonly Segment[]): boolean => {
  const cells = columns.map(({ left, right }) => rows.map((row) => row.filter((segment) => segment.left >= left && segment.right <= right)));
  const texts = cells.map((column) => column.flatMap((segments) => (segments.length > 0 ? [segments.map(({ text }) => text).join(' ')] : [])));
  const isFilled = texts.every((column) => column.length >= LEAST_FILLED * rows.length);
  const isShort = texts.every((column) => column.every((text) => [...text].length <= 2 * MOST_CHARACTERS) && column.filter((text) => [...text].length <= MOST_CHARACTERS).length > column.length / 2);
  const isCounted = texts.some((column) => column.filter((text) => NUMERIC.test(text)).length >= LEAST_FILLED * column.length);
  return columns.length >= 2 && isFilled && isShort && isCounted;
};

export interface FoundGrid {
  begin: number;
  end: number;
  grid: Grid;
}

const middles = (edges: readonly { from: number; to: number }[]): number[] => {
  const inner = edges.slice(1).map(({ from }, index) => (from + (edges[index]?.to ?? from)) / 2);
  return [edges[0]?.from ?? 0, ...inner, edges.at(-1)?.to ?? 0];
};

/**
 * A table without rules that begins at one of the lines: three rows or more with white corridors between the same columns,
 * short cells, and numbers in at least one column. Two columns of prose have none of that.
 */
export const columnGrid = (lines: readonly Line[], begin: number): FoundGrid | null => {
  for (let count = rowsFrom(lines, begin); count >= FEWEST_ROWS; count--) {
    const some = lines.slice(begin, begin + count);
    const rows = some.map(segmentsOf);
    const columns = columnsOf(rows, CORRIDOR * heightOf((some[0] as Line).polygon));
    if (!isTable(rows, columns)) continue;
    const bands = some.map(({ polygon }) => boundsOf([polygon])).map(({ top, bottom }) => ({ from: top, to: bottom }));
    return { begin, end: begin + count, grid: { xs: middles(columns.map(({ left, right }) => ({ from: left, to: right }))), ys: middles(bands) } };
  }
  return null;
};
