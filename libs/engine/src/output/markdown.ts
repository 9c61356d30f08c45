import { listMarker, type ListMarker } from '../layout/list-marker.js';
import { lineBreak } from './line-break.js';
import { cell, inline, lineStart } from './markdown-escape.js';
import type { OutputBlock, OutputLine, OutputPage, OutputTable } from './page.js';

const BETWEEN_BLOCKS = '\n\n';
const BETWEEN_PAGES = '\n\n---\n\n';
const MEANT_BREAK = '\\\n';

/** Lines of running text, with the breaks that were meant; `begin` is text of the first line that was already said. */
const running = (lines: readonly OutputLine[], rightEdge: number, first: string): string =>
  lines.reduce((text, line, index) => {
    const left = lines[index - 1];
    if (!left) return first;
    const how = lineBreak(left, line, rightEdge);
    if (how === 'nothing') return text + inline(line.text);
    return text + (how === 'meant' ? MEANT_BREAK : '\n') + lineStart(line.text);
  }, '');

const rightEdgeOf = ({ lines }: OutputBlock): number => Math.max(...lines.map(({ polygon }) => Math.max(polygon[1][0], polygon[2][0])));

const heading = (block: OutputBlock): string => `${'#'.repeat(block.level ?? 1)} ${block.lines.map(({ text }) => inline(text).trim()).join(' ')}`.replace(/#+$/, '\\$&');

interface Item {
  marker: ListMarker;
  lines: OutputLine[];
}

const itemsOf = (lines: readonly OutputLine[]): Item[] => {
  const items: Item[] = [];
  for (const line of lines) {
    const marker = listMarker(line.text);
    if (marker) items.push({ marker, lines: [line] });
    else items.at(-1)?.lines.push(line);
  }
  return items;
};

/** Markdown counts on its own from the first number, so numbers that do not follow each other stay text. */
const areCounted = (items: readonly Item[]): boolean =>
  items.every(({ marker }, index) => marker.kind === 'number' && /^[.)]$/.test(marker.style) && marker.value === (items[0]?.marker.value ?? 0) + index);

const list = (block: OutputBlock): string => {
  const items = itemsOf(block.lines);
  const isCounted = areCounted(items);
  const rightEdge = rightEdgeOf(block);
  return items
    .map(({ marker, lines }) => {
      const sign = isCounted ? `${marker.value}${marker.style}` : '-';
      const first = isCounted || marker.kind === 'bullet' ? lineStart(marker.rest) : lineStart(lines[0]?.text ?? '');
      return `${sign} ${running(lines, rightEdge, first).replaceAll('\n', `\n${' '.repeat(sign.length + 1)}`)}`;
    })
    .join('\n');
};

/** The first row is the head, because this kind of table has none without. */
const table = ({ rows, columns, cells }: OutputTable): string => {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) {
    const line = grid[row];
    if (line && column < columns) line[column] = cell(text);
  }
  const [head = [], ...body] = grid.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${' --- |'.repeat(columns)}`, ...body].join('\n');
};

const blockOf = (block: OutputBlock): string => {
  if (block.lines.length === 0) return '';
  if (block.type === 'heading') return heading(block);
  if (block.type === 'table' && block.table) return table(block.table);
  if (block.type === 'list' && listMarker(block.lines[0]?.text ?? '')) return list(block);
  return running(block.lines, rightEdgeOf(block), lineStart(block.lines[0]?.text ?? ''));
};

/** Headings, lists, tables and paragraphs in GitHub's Markdown, a rule between two pages. Nothing in the text is taken for markup. */
export const asMarkdown = (pages: readonly OutputPage[]): string => {
  const texts = pages.map(({ blocks }) => blocks.map(blockOf).filter(Boolean).join(BETWEEN_BLOCKS)).filter(Boolean);
  return texts.length > 0 ? `${texts.join(BETWEEN_PAGES)}\n` : '';
};
