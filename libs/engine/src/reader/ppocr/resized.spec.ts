import { expect, it } from 'vitest';
import { resized } from './resized.js';

it('counts each pixel by the area it covers', () => {
  const image = { width: 3, height: 2, grey: Uint8Array.from([0, 90, 240, 0, 90, 240]) };
  expect([...resized(image, 2, 1).grey]).toEqual([30, 190]);
});

it('keeps a thin line visible, however far away', () => {
  const grey = new Uint8Array(90 * 90).fill(255);
  for (let y = 0; y < 90; y++) grey[y * 90 + 40] = 0;
  expect(Math.min(...resized({ width: 90, height: 90, grey }, 9, 9).grey)).toBeLessThan(235);
});

it('gives back an image of the same size as it is', () => {
  const image = { width: 2, height: 1, grey: Uint8Array.from([7, 9]) };
  expect(resized(image, 2, 1)).toEqual(image);
});
