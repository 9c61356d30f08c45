import { expect, it } from 'vitest';
import { asPgm } from './pgm.js';

it('a page becomes a PGM file whose pixels begin behind the reach of the search for an orientation', () => {
  const page = { width: 3, height: 2, grey: Uint8Array.of(0, 50, 100, 150, 200, 255) };
  const file = asPgm(page);
  expect(file.subarray(0, 3).toString()).toBe('P5\n');
  expect(file.subarray(-14, -6).toString()).toBe('3 2\n255\n');
  expect([...file.subarray(-6)]).toEqual([0, 50, 100, 150, 200, 255]);
  expect(file.length - 6).toBeGreaterThan(500);
});
