import { expect, it } from 'vitest';
import { reduced } from './reduced.js';

it('each pixel of a reduced picture is the mean of those it stands for', () => {
  const image = { width: 5, height: 2, grey: Uint8Array.of(0, 100, 200, 200, 9, 100, 200, 0, 0, 9) };
  expect(reduced(image, 2)).toEqual({ width: 2, height: 1, grey: Uint8Array.of(100, 100) });
});

it('reduced by nothing it is the same picture', () => {
  const image = { width: 1, height: 1, grey: Uint8Array.of(7) };
  expect(reduced(image, 1)).toBe(image);
});

it('nothing is reduced to less than a pixel', () => {
  expect(reduced({ width: 1, height: 1, grey: Uint8Array.of(7) }, 4)).toEqual({ width: 1, height: 1, grey: Uint8Array.of(7) });
});
