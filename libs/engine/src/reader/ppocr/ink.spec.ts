import { expect, it } from 'vitest';
import type { GreyImage } from '../../image/grey-image.js';
import { inkColumns } from './ink.js';

/** Strokes of some grey on paper of another, two columns wide. */
const strokes = (paper: number, ink: number, ...columns: number[]): GreyImage => {
  const image = { width: 20, height: 10, grey: new Uint8Array(200).fill(paper) };
  for (const column of columns) for (let y = 2; y < 8; y++) image.grey.fill(ink, y * 20 + column, y * 20 + column + 2);
  return image;
};

const inked = (image: GreyImage): number[] => [...inkColumns(image)].flatMap((count, column) => (count > 0 ? [column] : []));

it('finds dark ink on light paper', () => {
  expect(inked(strokes(240, 20, 3, 9))).toEqual([3, 4, 9, 10]);
});

it('finds light ink on dark paper, and faint ink on any', () => {
  expect(inked(strokes(30, 220, 5))).toEqual([5, 6]);
  expect(inked(strokes(200, 170, 5))).toEqual([5, 6]);
});

it('finds dark ink where a shadow falls across the line', () => {
  const line = { width: 80, height: 10, grey: Uint8Array.from({ length: 800 }, (_, at) => (at % 80 < 40 ? 230 : 110)) };
  for (const column of [10, 60]) for (let y = 2; y < 8; y++) line.grey.fill(column === 10 ? 100 : 20, y * 80 + column, y * 80 + column + 2);
  expect(inked(line)).toEqual([10, 11, 60, 61]);
});

it('finds none on blank paper', () => {
  expect(inked(strokes(200, 200, 5))).toEqual([]);
});
