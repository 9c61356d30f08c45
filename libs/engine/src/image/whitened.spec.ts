import { expect, it } from 'vitest';
import { polygonOf } from '../text/polygon.js';
import { whitened } from './whitened.js';

const black = { width: 8, height: 4, grey: new Uint8Array(32) };

it('what was read already is white, and nothing else', () => {
  const { grey } = whitened(black, [polygonOf(2, 2, 3, 9)]);
  expect([...grey].map((level) => (level ? '.' : '#')).join('')).toBe('########' + '#.....##' + '#.....##' + '#.....##');
  expect(black.grey.every((level) => level === 0)).toBe(true);
});

it('a place off the page is no place', () => {
  expect(whitened(black, [polygonOf(20, 20, 5, 5)]).grey).toEqual(black.grey);
});
