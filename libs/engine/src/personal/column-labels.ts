import type { OutputPage } from '../output/page.js';
import { cellWordsOf } from './cell-words.js';
import { glyphsOf } from './glyphs.js';
import { labelsIn, type Label } from './labels.js';

/** The label that the head of a column gives to each of its cells, as one of no length before the cell's first word. */
export const columnLabels = (blocks: OutputPage['blocks']): Label[] =>
  blocks.flatMap((block) => {
    const { table } = block;
    if (!table) return [];
    const heads = new Map(
      table.cells.flatMap(({ row, column, text }) => {
        const [label, ...more] = row === 0 ? labelsIn(glyphsOf({ text }).plain) : [];
        return label && more.length === 0 ? [[column, label.kind] as const] : [];
      }),
    );
    if (heads.size === 0) return [];
    return cellWordsOf(block).flatMap(({ cell, begin, word }) => {
      const { row = 0, column = 0 } = table.cells[cell] ?? {};
      const kind = row > 0 && begin === 0 ? heads.get(column) : undefined;
      return kind ? [{ kind, begin: word.span[0], end: word.span[0] }] : [];
    });
  });
