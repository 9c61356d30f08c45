import { expect, it } from 'vitest';
import { pauseMs } from './pause.js';

it('a reader that died at work is replaced at once', () => {
  expect(pauseMs(0)).toBe(0);
});

it('starts that keep failing are tried more and more rarely, and at least every ten seconds', () => {
  expect([1, 2, 3, 7, 8, 50].map(pauseMs)).toEqual([100, 200, 400, 6_400, 10_000, 10_000]);
});
