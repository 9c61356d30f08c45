import { drawSheet } from '@inkproof/drawn-pages';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../image/grey-image.js';
import { typeset, type SetBlock } from '../output/testing/typeset.js';
import type { Block } from '../reading.js';
import { rules, type Rule } from './rules.js';
import { structure } from './structure.js';

const greyOf = async (png: Buffer): Promise<GreyImage> => {
  const { data, info } = await sharp(png).flatten({ background: '#fff' }).greyscale().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: data };
};

const structured = (blocks: SetBlock[], ruled: readonly Rule[] = []): Block[] => structure(typeset(1400, 1800, blocks).blocks, ruled);
const kinds = (blocks: readonly Block[]): string[] => blocks.map(({ type, level, lines }) => `${type}${level ?? ''} ${lines.length}`);
const lines = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => block.lines.map(({ text }) => text));
const tableOf = (blocks: readonly Block[]): string[][] => {
  const table = blocks.find(({ type }) => type === 'table')?.table;
  return Array.from({ length: table?.rows ?? 0 }, (_, row) => (table?.cells ?? []).filter((cell) => cell.row === row).map(({ text }) => text));
};

const PROSE = ['Readers of old letters learn to tell one hand', 'from another long before they can say how, and', 'the page itself, its margins and its silences, is', 'a part of what the writer meant to be read.'];

describe('headings', () => {
  it('are told by their size against the body, in three levels', () => {
    const blocks = structured([
      { x: 60, y: 40, lines: ['The largest'], fontPx: 60 },
      { x: 60, y: 160, lines: PROSE },
      { x: 60, y: 400, lines: ['A smaller one'], fontPx: 44 },
      { x: 60, y: 500, lines: PROSE },
      { x: 60, y: 760, lines: ['smallest of all'], fontPx: 38 },
      { x: 60, y: 840, lines: PROSE },
    ]);
    expect(kinds(blocks)).toEqual(['heading1 1', 'text 4', 'heading2 1', 'text 4', 'heading3 1', 'text 4']);
  });

  it('are cut off the text that was read into one block with them', () => {
    const [title, body] = typeset(1400, 1800, [
      { x: 60, y: 40, lines: ['Letters'], fontPx: 60 },
      { x: 60, y: 160, lines: [...PROSE, ...PROSE] },
    ]).blocks;
    const together: Block[] = [{ type: 'text', polygon: title?.polygon ?? [[0, 0], [0, 0], [0, 0], [0, 0]], lines: [...(title?.lines ?? []), ...(body?.lines ?? [])] }];
    const blocks = structure(together, []);
    expect(kinds(blocks)).toEqual(['heading1 1', 'text 8']);
    expect(lines(blocks)).toEqual(['Letters', ...PROSE, ...PROSE]);
  });

  it('are not what merely has tall letters, or ends like a sentence, or stands on a page without a body', () => {
    expect(kinds(structured([{ x: 60, y: 40, lines: ['Quality (yes)'] }, { x: 60, y: 160, lines: ['so are we, so are we', ...PROSE] }]))).toEqual(['text 1', 'text 5']);
    expect(kinds(structured([{ x: 60, y: 40, lines: ['He said so.'], fontPx: 44 }, { x: 60, y: 160, lines: PROSE }]))).toEqual(['text 1', 'text 4']);
    expect(kinds(structured([{ x: 60, y: 40, lines: ['SALE'], fontPx: 120 }, { x: 60, y: 260, lines: ['from Monday'] }]))).toEqual(['text 1', 'text 1']);
  });
});

describe('lists', () => {
  it('begin after what leads to them and end with what is not indented under them', () => {
    const blocks = structured([{ x: 60, y: 40, lines: ['We need:', '1. paper and', '2. ink', 'and then we write.'] }]);
    expect(kinds(blocks)).toEqual(['text 1', 'list 2', 'text 1']);
  });

  it('are joined from items that were set apart', () => {
    expect(kinds(structured([{ x: 60, y: 40, lines: ['• paper'] }, { x: 60, y: 140, lines: ['• ink'] }, { x: 60, y: 240, lines: ['• pens'] }]))).toEqual(['list 3']);
    expect(kinds(structured([{ x: 60, y: 40, lines: ['一、总则'] }, { x: 60, y: 140, lines: ['二、范围'] }]))).toEqual(['list 2']);
  });

  it('are not one dash, nor numbers that do not count', () => {
    expect(kinds(structured([{ x: 60, y: 40, lines: ['- alone', 'with text'] }]))).toEqual(['text 2']);
    expect(kinds(structured([{ x: 60, y: 40, lines: ['4. of April', '19. of May'] }]))).toEqual(['text 2']);
  });
});

describe('tables', () => {
  const rows = ['Item\tCount\tPrice', 'Paper\t12\t3.50', 'Ink, black\t2\t18.00', 'Pens\t40\t0.95'];

  it('are found where rules cross, with every cell in its place', async () => {
    const [xs, ys] = [[50, 330, 520, 760], [40, 100, 160, 220]];
    const page = typeset(900, 400, [{ x: 70, y: 50, leading: 60 / 28, lines: ['Item', 'Paper', 'Ink, black'] }, { x: 350, y: 50, leading: 60 / 28, lines: ['Count', '12'] }, { x: 540, y: 50, leading: 60 / 28, lines: ['Price', '3.50', '18.00'] }]);
    const png = drawSheet({ widthPx: 900, heightPx: 400 }, (pen) => {
      for (const x of xs) pen.line(x, 40, x, 220);
      for (const y of ys) pen.line(50, y, 760, y);
    });
    const found = rules(await greyOf(png));
    expect(found.filter(({ direction }) => direction === 'horizontal')).toHaveLength(4);
    expect(found.filter(({ direction }) => direction === 'vertical')).toHaveLength(4);
    const blocks = structure(page.blocks, found);
    expect(tableOf(blocks)).toEqual([['Item', 'Count', 'Price'], ['Paper', '12', '3.50'], ['Ink, black', '', '18.00']]);
  });

  it('are found without rules where columns are clear and one holds numbers', () => {
    const blocks = structured([{ x: 60, y: 40, lines: ['Delivery of this month', ...rows, 'Thank you for your order'] }]);
    expect(kinds(blocks)).toEqual(['text 1', 'table 4', 'text 1']);
    expect(tableOf(blocks)).toEqual([['Item', 'Count', 'Price'], ['Paper', '12', '3.50'], ['Ink, black', '2', '18.00'], ['Pens', '40', '0.95']]);
  });

  it('are not two columns of prose, nor a line or two with gaps', () => {
    expect(kinds(structured([{ x: 60, y: 40, lines: PROSE.map((line) => `${line}\t\t${line}`) }]))).toEqual(['text 4']);
    expect(kinds(structured([{ x: 60, y: 40, lines: rows.slice(1, 3) }]))).toEqual(['text 2']);
  });

  it('leave text alone that was read across them', () => {
    const grid: Rule[] = [50, 330, 520].map((at) => ({ direction: 'vertical' as const, at, from: 40, to: 220, tilt: 0 }));
    const ruled = [...grid, ...[40, 100, 220].map((at) => ({ direction: 'horizontal' as const, at, from: 50, to: 520, tilt: 0 }))];
    const blocks = structured([{ x: 70, y: 50, lines: ['in the grid'] }, { x: 800, y: 50, lines: ['beside it'] }, { x: 350, y: 130, lines: ['in it again'] }], ruled);
    expect(kinds(blocks)).toEqual(['text 1', 'text 1', 'text 1']);
  });
});

describe('whatever is found', () => {
  it('keeps every line in its order and every word as it was', () => {
    const set: SetBlock[] = [
      { x: 60, y: 40, lines: ['Title'], fontPx: 60 },
      { x: 60, y: 160, lines: [...PROSE, '1. one', '2. two'] },
      { x: 60, y: 560, lines: ['a\t1', 'b\t2', 'c\t3', 'and so on'] },
    ];
    const page = typeset(1400, 1800, set);
    const words = (blocks: readonly Block[]) => blocks.flatMap((block) => block.lines.flatMap((line) => line.words));
    expect(words(structure(page.blocks, []))).toEqual(words(page.blocks));
  });

  it('is nothing on an empty page', () => {
    expect(structure([], [])).toEqual([]);
    expect(rules({ width: 1, height: 1, grey: new Uint8Array([255]) })).toEqual([]);
    expect(rules({ width: 400, height: 300, grey: new Uint8Array(120_000) })).toEqual([]);
  });
});
