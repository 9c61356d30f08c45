import { expect, it } from 'vitest';
import { orientationOf, uprightSize } from './orientation.js';

it('each EXIF orientation is a flip and a clockwise turn', () => {
  const told = [1, 2, 3, 4, 5, 6, 7, 8].map((tag) => orientationOf(tag)).map(({ mirrored, rotation }) => `${mirrored ? 'mirror, ' : ''}${rotation}`);
  expect(told).toEqual(['0', 'mirror, 0', '180', 'mirror, 180', 'mirror, 270', '90', 'mirror, 90', '270']);
});

it('a missing or senseless orientation leaves the page as it is', () => {
  expect([undefined, 0, 9, -1].map((tag) => orientationOf(tag).rotation)).toEqual([0, 0, 0, 0]);
});

it('a quarter turn swaps width and height and a half turn does not', () => {
  expect(uprightSize(400, 300, orientationOf(6))).toEqual({ width: 300, height: 400 });
  expect(uprightSize(400, 300, orientationOf(3))).toEqual({ width: 400, height: 300 });
});
