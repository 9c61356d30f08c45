import { expect, it } from 'vitest';
import { dice } from './dice.js';

const thrown = (seed: number, times: number) => Array.from({ length: times }, dice(seed));

it('fall alike for the same seed and otherwise for another', () => {
  expect(thrown(7, 20)).toEqual(thrown(7, 20));
  expect(thrown(7, 20)).not.toEqual(thrown(8, 20));
});

it('fall everywhere from 0 up to but not at 1', () => {
  const numbers = thrown(1, 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) expect(numbers.filter((number) => Math.floor(number * 10) === tenth).length).toBeGreaterThan(900);
});
