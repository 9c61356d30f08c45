import type { Block, Line } from '../reading.js';
import { blockOf } from './block.js';
import { centreOf } from './bounds.js';
import { cellsOf, type Grid } from './cells.js';
import { columnGrid, type FoundGrid } from './column-grid.js';
import { ruledGrids } from './ruled-grids.js';
import type { Rule } from './rules.js';

const isWithin = ({ xs, ys }: Grid, line: Line): boolean => {
  const [x, y] = centreOf(line.polygon);
  return x >= (xs[0] ?? 0) && x <= (xs.at(-1) ?? 0) && y >= (ys[0] ?? 0) && y <= (ys.at(-1) ?? 0);
};

/** The lines inside a grid, if they were read one after another; if others were read between, nothing may be moved together. */
const linesIn = (lines: readonly Line[], grid: Grid): FoundGrid[] => {
  const begin = lines.findIndex((line) => isWithin(grid, line));
  const end = lines.findLastIndex((line) => isWithin(grid, line)) + 1;
  return begin >= 0 && lines.slice(begin, end).every((line) => isWithin(grid, line)) ? [{ begin, end, grid }] : [];
};

const unruled = (lines: readonly Line[], isTaken: (index: number) => boolean): FoundGrid[] => {
  const found: FoundGrid[] = [];
  for (let index = 0; index < lines.length; ) {
    const grid = isTaken(index) ? null : columnGrid(lines, index);
    const isFree = grid && !lines.slice(grid.begin, grid.end).some((_, at) => isTaken(grid.begin + at));
    if (grid && isFree) found.push(grid);
    index = grid && isFree ? grid.end : index + 1;
  }
  return found;
};

const tableOf = (lines: Line[], grid: Grid): Block => ({
  ...blockOf(lines, { type: 'table' }),
  table: { rows: grid.ys.length - 1, columns: grid.xs.length - 1, cells: cellsOf(lines, grid) },
});

/** Finds tables, ruled or in columns. They are cut out of the blocks they lie in and joined out of those they consist of. */
export const withTables = (blocks: readonly Block[], rules: readonly Rule[]): Block[] => {
  const lines = blocks.flatMap((block) => block.lines);
  const ruled = ruledGrids(rules).flatMap((grid) => linesIn(lines, grid));
  const isTaken = (index: number): boolean => ruled.some(({ begin, end }) => index >= begin && index < end);
  const tables = [...ruled, ...unruled(lines, isTaken)].sort((one, other) => one.begin - other.begin);
  const result: Block[] = [];
  let first = 0;
  for (const block of blocks) {
    const last = first + block.lines.length;
    const touching = tables.filter(({ begin, end }) => begin < last && end > first);
    if (touching.length === 0) result.push(block);
    let at = first;
    for (const { begin, end, grid } of touching) {
      if (begin > at) result.push(blockOf(lines.slice(at, begin), { type: 'text' }));
      if (begin >= first) result.push(tableOf(lines.slice(begin, end), grid));
      at = Math.min(end, last);
    }
    if (touching.length > 0 && at < last) result.push(blockOf(lines.slice(at, last), { type: 'text' }));
    first = last;
  }
  return result;
};
