import { expect, it } from 'vitest';
import { strip } from './strip.js';

it('the strip of a page is where its text is', () => {
  const [width, height] = [100, 1000];
  const grey = new Uint8Array(width * height).fill(255);
  for (let y = 620; y < 700; y++) for (let x = 0; x < width; x += 2) grey[y * width + x] = 0;
  const band = strip({ width, height, grey });
  expect([band.width, band.height]).toEqual([100, 140]);
  expect(band.grey.filter((level) => level === 0)).toHaveLength(80 * 50);
});

it('of a page smaller than a strip it is the page', () => {
  expect(strip({ width: 2, height: 30, grey: new Uint8Array(60) }).height).toBe(30);
});
