import { expect, it } from 'vitest';
import type { Point } from '../../reading.js';
import { convexHull } from './hull.js';

it('keeps the corners and drops what lies within or on an edge', () => {
  const square: Point[] = [[0, 0], [4, 0], [4, 4], [0, 4]];
  expect(convexHull([[2, 2], [2, 0], ...square, [1, 3]]).toSorted()).toEqual(square.toSorted());
});

it('has nothing to drop from one point or two', () => {
  expect(convexHull([[3, 1]])).toEqual([[3, 1]]);
  expect(convexHull([[3, 1], [0, 0]])).toEqual([[0, 0], [3, 1]]);
});
