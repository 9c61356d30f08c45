import { expect, it } from 'vitest';
import { moved, rotating } from './affine.js';
import { rotated, rotatedSize } from './rotated.js';

const WIDTH = 200;
const HEIGHT = 100;

/** A white page with one black square at a place. */
const withSquare = (left: number, top: number): { width: number; height: number; grey: Uint8Array } => {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let y = top; y < top + 8; y++) grey.fill(0, y * WIDTH + left, y * WIDTH + left + 8);
  return { width: WIDTH, height: HEIGHT, grey };
};

it.each([3, -5])('a page rotated by %i degrees has its ink where the map says, and white around it', (degrees) => {
  const out = rotated(withSquare(150, 20), degrees);
  expect({ width: out.width, height: out.height }).toEqual(rotatedSize(WIDTH, HEIGHT, degrees));
  const [x, y] = moved([154, 24], rotating(degrees, [WIDTH / 2, HEIGHT / 2], [out.width / 2, out.height / 2]));
  expect(out.grey[Math.floor(y) * out.width + Math.floor(x)]).toBe(0);
  expect(out.grey[0]).toBe(255);
});
