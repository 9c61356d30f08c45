import { expect, it } from 'vitest';
import { polygonOf } from './polygon.js';

it('a box becomes four corners, clockwise from the top left', () => {
  expect(polygonOf({ left: 10, top: 20, width: 30, height: 5 })).toEqual([[10, 20], [40, 20], [40, 25], [10, 25]]);
});
