import type { OutputBlock, OutputLine, OutputPage, OutputTable } from '../output/page.js';
import { cellWordsOf } from './cell-words.js';
import type { PersonalFinding } from './finding.js';

/** U+2587: the same length as what it hides, and nothing that anybody writes. */
export const MASK = '▇';

/** Which code points of a page's text are hidden. */
type Hidden = Uint8Array;

/** Signs of a text that begins at a place of the page, with those that are hidden replaced; spaces stay, so that words stay apart. */
const hide = (signs: readonly string[], from: number, hidden: Hidden): string => signs.map((sign, at) => (hidden[from + at] && !/\s/.test(sign) ? MASK : sign)).join('');

const hideLine = <L extends OutputLine>(line: L, hidden: Hidden): L => {
  const words = line.words.map((word) => ({ ...word, text: hide([...word.text], word.span[0], hidden) }));
  const first = line.words[0];
  return first ? { ...line, words, text: hide([...line.text], first.span[0], hidden) } : line;
};

const hideTable = (block: OutputBlock, table: OutputTable, hidden: Hidden): OutputTable => {
  const texts = table.cells.map(({ text }) => [...text]);
  for (const { cell, begin, word } of cellWordsOf(block)) {
    [...word.text].forEach((_, at) => {
      const signs = texts[cell];
      if (signs && hidden[word.span[0] + at]) signs[begin + at] = MASK;
    });
  }
  return { ...table, cells: table.cells.map((cell, index) => ({ ...cell, text: texts[index]?.join('') ?? cell.text })) };
};

const hideBlock = <B extends OutputBlock>(block: B, hidden: Hidden): B => ({
  ...block,
  lines: block.lines.map((line) => hideLine(line, hidden)),
  ...(block.table && { table: hideTable(block, block.table, hidden) }),
});

const maskPage = <P extends OutputPage>(page: P, findings: readonly PersonalFinding[]): P => {
  if (findings.length === 0) return page;
  const signs = [...page.text];
  const hidden = new Uint8Array(signs.length);
  for (const { span } of findings) hidden.fill(1, ...span);
  return { ...page, text: hide(signs, 0, hidden), blocks: page.blocks.map((block) => hideBlock(block, hidden)) };
};

/**
 * The same pages with everything that was found hidden by ▇ of equal length: in the text, in lines, words and cells, and so in
 * every form that is made of them. Places, spans and confidences stay. The file that was read is not touched: a searchable PDF
 * still shows its picture, and of a PDF with a text of its own that text.
 */
export const maskPersonal = <P extends OutputPage>(pages: readonly P[], findings: readonly PersonalFinding[]): P[] =>
  pages.map((page) =>
    maskPage(
      page,
      findings.filter((finding) => finding.page === page.number),
    ),
  );
