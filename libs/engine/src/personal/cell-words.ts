import type { OutputBlock, OutputWord, Polygon } from '../output/page.js';

/** A word of a table and where its letters stand in the text of its cell, counted in code points. */
export interface CellWord {
  cell: number;
  begin: number;
  word: OutputWord;
}

const centreOf = (polygon: Polygon): [x: number, y: number] => [polygon.reduce((sum, [x]) => sum + x / 4, 0), polygon.reduce((sum, [, y]) => sum + y / 4, 0)];

const distanceTo = (polygon: Polygon | undefined, [x, y]: readonly [number, number]): number => {
  if (!polygon) return 0;
  const [xs, ys] = [polygon.map(([at]) => at), polygon.map(([, at]) => at)];
  const beyond = (at: number, places: readonly number[]): number => Math.max(0, Math.min(...places) - at, at - Math.max(...places));
  return Math.hypot(beyond(x, xs), beyond(y, ys));
};

/**
 * The words of a table's lines with the cells they went to. A cell's text is its words in the order of reading, so the next word
 * of a cell is where its text goes on; of several cells that go on alike, the nearest has it.
 */
export const cellWordsOf = ({ lines, table }: OutputBlock): CellWord[] => {
  const cells = (table?.cells ?? []).map((cell) => ({ signs: [...cell.text], at: 0, polygon: (cell as { polygon?: Polygon }).polygon }));
  const found: CellWord[] = [];
  for (const word of lines.flatMap(({ words }) => words)) {
    const signs = [...word.text];
    const centre = centreOf(word.polygon);
    let best: { cell: number; begin: number; distance: number } | null = null;
    cells.forEach((cell, index) => {
      const begin = cell.at + (cell.signs[cell.at] === ' ' ? 1 : 0);
      if (signs.length === 0 || !signs.every((sign, at) => cell.signs[begin + at] === sign)) return;
      const distance = distanceTo(cell.polygon, centre);
      if (!best || distance < best.distance) best = { cell: index, begin, distance };
    });
    const place = best as { cell: number; begin: number } | null;
    const cell = cells[place?.cell ?? -1];
    if (!place || !cell) continue;
    cell.at = place.begin + signs.length;
    found.push({ cell: place.cell, begin: place.begin, word });
  }
  return found;
};
