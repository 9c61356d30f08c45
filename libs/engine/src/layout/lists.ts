import type { Block, Line } from '../reading.js';
import { blockOf } from './block.js';
import { heightOf } from './bounds.js';
import { listMarker, type ListMarker } from './list-marker.js';

/** In heights of the line: how far items may begin from one margin, and how far what continues one must be indented at least. */
const [MARGIN, INDENT] = [0.8, 0.3];
const FEWEST_ITEMS = 2;

const leftOf = ({ polygon }: Line): number => polygon[3][0];

const follows = (first: ListMarker, before: ListMarker, next: ListMarker): boolean =>
  next.kind === first.kind && next.style === first.style && (next.kind === 'bullet' || next.value === before.value + 1);

/** How many lines from `begin` are one list: items at one margin, counted on, each with what is indented under it. 0 when there is none. */
const listLength = (lines: readonly Line[], begin: number): number => {
  const first = lines[begin];
  const marker = first && listMarker(first.text);
  if (!marker) return 0;
  const [margin, height] = [leftOf(first), heightOf(first.polygon)];
  let [last, items, end] = [marker, 1, begin + 1];
  for (let index = begin + 1; index < lines.length; index++) {
    const line = lines[index] as Line;
    const next = listMarker(line.text);
    const isItem = next !== null && Math.abs(leftOf(line) - margin) <= MARGIN * height && follows(marker, last, next);
    if (isItem) [last, items] = [next, items + 1];
    else if (leftOf(line) < margin + INDENT * height) break;
    end = index + 1;
  }
  return items >= FEWEST_ITEMS ? end - begin : 0;
};

const cut = (lines: Line[], type: 'text' | 'list'): Block[] => (lines.length > 0 ? [blockOf(lines, { type })] : []);

const split = (block: Block): Block[] => {
  const { lines } = block;
  const begin = lines.findIndex((_, index) => listLength(lines, index) > 0);
  if (block.type !== 'text' || begin < 0) return [block];
  const end = begin + listLength(lines, begin);
  if (end - begin === lines.length) return [{ ...block, type: 'list' }];
  return [...cut(lines.slice(0, begin), 'text'), ...cut(lines.slice(begin, end), 'list'), ...cut(lines.slice(end), 'text').flatMap(split)];
};

/** Items set apart come as blocks of their own; those that count on from each other are one list. */
const joined = (blocks: readonly Block[]): Block[] => {
  const result: Block[] = [];
  for (let index = 0; index < blocks.length; ) {
    let end = index + 1;
    const isText = (at: number): boolean => blocks[at]?.type === 'text';
    const lines = (to: number): Line[] => blocks.slice(index, to).flatMap((block) => block.lines);
    while (isText(index) && isText(end) && listLength(lines(end + 1), 0) === lines(end + 1).length) end++;
    const block = blocks[index] as Block;
    result.push(end > index + 1 ? blockOf(lines(end), { type: 'list' }) : block);
    index = end;
  }
  return result;
};

/** Finds lists among blocks of text: at least two items with like markers that count on, at one margin. */
export const withLists = (blocks: readonly Block[]): Block[] => joined(blocks).flatMap(split);
