import { describe, expect, it } from 'vitest';
import type { FoundBlock, FoundLine, FoundWord } from '../text/found.js';
import { polygonOf } from '../text/polygon.js';
import { inCellOrder } from './cell-order.js';
import type { Rule } from './rules.js';

const word = (text: string, left: number, top: number): FoundWord => ({ text, polygon: polygonOf(left, top, text.length * 10, 20), confidence: 1, isSpaced: true });
const line = (top: number, ...words: [text: string, left: number][]): FoundLine => ({ polygon: polygonOf(0, top, 400, 20), words: words.map(([text, left]) => word(text, left, top)) });
const block = (...lines: FoundLine[]): FoundBlock => ({ polygon: polygonOf(0, 0, 400, 400), lines });
const across = (at: number, tilt = 0): Rule => ({ direction: 'horizontal', at, from: 0, to: 400, tilt });
const down = (at: number): Rule => ({ direction: 'vertical', at, from: 0, to: 400, tilt: 0 });
const textOf = (blocks: readonly FoundBlock[]): string => blocks.map(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('/')).join(' // ');

const form = [block(line(10, ['2.', 10], ['Name', 30], ['3.', 210], ['Town', 230]), line(40, ['Agnes', 20], ['Saltby', 220]))];

describe('ruled cells', () => {
  it('are read one after the other, a label with its answer', () => {
    expect(textOf(inCellOrder(form, [across(0), across(70), down(200)]))).toBe('2. Name/Agnes/3. Town/Saltby');
  });

  it('are found on a page that slants', () => {
    expect(textOf(inCellOrder(form, [across(0, 8), across(70, 8), down(200)]))).toBe('2. Name/Agnes/3. Town/Saltby');
  });

  it('keep a label in the middle of its cell before all lines of the text beside it', () => {
    const wrapped = [block(line(10, ['one', 220]), line(30, ['Remarks', 20], ['two', 220]), line(50, ['three', 220]))];
    expect(textOf(inCellOrder(wrapped, [across(0), across(80), down(200)]))).toBe('Remarks/one/two/three');
  });

  it('of one line each are a row', () => {
    const rows = [block(line(10, ['Paper', 10], ['12', 220]), line(40, ['Ink', 10], ['3', 220]))];
    expect(inCellOrder(rows, [across(0), across(35), across(70), down(200)])).toEqual(rows);
  });

  it('with a column of figures are rows that nobody ruled', () => {
    const rows = [block(line(10, ['Paper', 10], ['12.50', 220]), line(40, ['Ink', 10], ['3.00', 220]))];
    expect(inCellOrder(rows, [across(0), across(70), down(200)])).toEqual(rows);
  });
});

it('what stands outside of cells keeps its blocks and its order', () => {
  const page = [block(line(10, ['Title', 10])), ...form.map(({ lines }) => block(...lines.map((each) => ({ ...each }))))];
  expect(inCellOrder(page, [across(300), across(370), down(200)])).toEqual(page);
  expect(inCellOrder(page, [])).toEqual(page);
});
