import { expect, it } from 'vitest';
import type { GreyImage } from '../../image/grey-image.js';
import { cropLine } from './crop-line.js';

const gradient: GreyImage = { width: 40, height: 30, grey: Uint8Array.from({ length: 1200 }, (_, index) => (index % 40) * 6) };
const box = { x: 20, y: 15, width: 20, height: 10, angle: 0, score: 1 };

it('cuts out what is in the box, pixel by pixel at the same size', () => {
  const { grey } = cropLine(gradient, box, 20, 10);
  expect([...grey.subarray(0, 20)]).toEqual(Array.from({ length: 20 }, (_, index) => (index + 10) * 6));
});

it('takes the mean of what it shrinks', () => {
  expect(cropLine(gradient, box, 5, 2).grey[0]).toBe(69);
});

it('turns a box that lies on its side, so that its text runs to the right', () => {
  const { grey } = cropLine(gradient, { ...box, width: 10, height: 20, angle: Math.PI / 2 }, 10, 20);
  expect(grey[0]).toBeGreaterThan(grey[10 * 19] ?? 0);
  expect(grey[0]).toBe(grey[9]);
});

it('repeats the edge where a box reaches over it', () => {
  expect(cropLine(gradient, { ...box, x: 0 }, 20, 10).grey[0]).toBe(0);
});
