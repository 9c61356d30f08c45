import { boxOf } from './box.js';
import type { OutputPage, Polygon } from './page.js';
import { printable } from './printable.js';

const COLUMNS = ['level', 'page_num', 'block_num', 'par_num', 'line_num', 'word_num', 'left', 'top', 'width', 'height', 'conf', 'text'];
const [PAGE, BLOCK, PARAGRAPH, LINE, WORD] = [1, 2, 3, 4, 5];
/** What stands in the place of a confidence where there is no word. */
const NO_WORD = -1;

const place = (polygon: Polygon, page: OutputPage): number[] => {
  const { left, top, right, bottom } = boxOf(polygon, page);
  return [left, top, right - left, bottom - top];
};

const percent = (confidence: number): number => Number((confidence * 100).toFixed(2));

/** The page's own rows in the columns that Tesseract gave this table, so that what reads Tesseract's reads ours. */
const rowsOf = (page: OutputPage): (string | number)[][] => {
  const rows: (string | number)[][] = [[PAGE, page.number, 0, 0, 0, 0, 0, 0, page.width, page.height, NO_WORD, '']];
  page.blocks.forEach((block, blockIndex) => {
    const at = [page.number, blockIndex + 1];
    rows.push([BLOCK, ...at, 0, 0, 0, ...place(block.polygon, page), NO_WORD, '']);
    rows.push([PARAGRAPH, ...at, 1, 0, 0, ...place(block.polygon, page), NO_WORD, '']);
    block.lines.forEach((line, lineIndex) => {
      rows.push([LINE, ...at, 1, lineIndex + 1, 0, ...place(line.polygon, page), NO_WORD, '']);
      line.words.forEach((word, index) => rows.push([WORD, ...at, 1, lineIndex + 1, index + 1, ...place(word.polygon, page), percent(word.confidence), printable(word.text)]));
    });
  });
  return rows;
};

/** A row for every page, block, paragraph, line and word. A block is one paragraph. */
export const asTsv = (pages: readonly OutputPage[]): string => [COLUMNS, ...pages.flatMap(rowsOf)].map((row) => `${row.join('\t')}\n`).join('');
