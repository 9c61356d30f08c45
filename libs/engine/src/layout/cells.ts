import type { Line, TableCell, Word } from '../reading.js';
import { centreOf, polygonOfBounds } from './bounds.js';

/** Where the columns and rows of a table begin, and where the last of them ends; ascending. */
export interface Grid {
  xs: readonly number[];
  ys: readonly number[];
}

const HAN_AT_END = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]$/u;
const HAN_AT_BEGIN = /^[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;

/** The place between two borders; what lies outside belongs to the nearest. */
const placeOf = (borders: readonly number[], at: number): number => {
  const inner = borders.slice(1, -1);
  return inner.filter((border) => at >= border).length;
};

interface Placed {
  word: Word;
  line: Line;
  index: number;
}

/** Words of one cell as text: apart as on their line, and from line to line by a space where the script has any. */
const textOf = (words: readonly Placed[]): string =>
  words.reduce((text, { word, line, index }, at) => {
    const before = words[at - 1];
    if (!before) return word.text;
    const isNext = before.line === line && before.index === index - 1;
    const isJoined = isNext ? word.span[0] === before.word.span[1] : HAN_AT_END.test(text) && HAN_AT_BEGIN.test(word.text);
    return text + (isJoined ? '' : ' ') + word.text;
  }, '');

/** Every cell of a grid with the words whose middle lies in it, row by row. */
export const cellsOf = (lines: readonly Line[], { xs, ys }: Grid): TableCell[] => {
  const columns = xs.length - 1;
  const cells: Placed[][] = Array.from({ length: columns * (ys.length - 1) }, () => []);
  for (const line of lines) {
    line.words.forEach((word, index) => {
      const [x, y] = centreOf(word.polygon);
      cells[placeOf(ys, y) * columns + placeOf(xs, x)]?.push({ word, line, index });
    });
  }
  return cells.map((words, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const polygon = polygonOfBounds({ left: xs[column] ?? 0, top: ys[row] ?? 0, right: xs[column + 1] ?? 0, bottom: ys[row + 1] ?? 0 });
    return { row, column, rowSpan: 1, columnSpan: 1, text: textOf(words), polygon };
  });
};
