import { expect, it } from 'vitest';
import { polygonOf } from '../text/polygon.js';
import { both, moved, movedOnto, rotating, scaling } from './affine.js';

it('two moves together do the first and then the second', () => {
  expect(moved([3, 4], both(scaling(2, 3), [1, 0, 10, 0, 1, 20]))).toEqual([16, 32]);
});

it('a positive angle turns clockwise, because y runs down', () => {
  const [x, y] = moved([1, 0], rotating(90, [0, 0], [5, 5]));
  expect([x, y].map(Math.round)).toEqual([5, 6]);
});

it('corners stay on the page and come in tenths of a pixel', () => {
  expect(movedOnto(polygonOf(-2, 1, 10.04, 5), scaling(1, 1), 6, 100)).toEqual([[0, 1], [6, 1], [6, 6], [0, 6]]);
});
