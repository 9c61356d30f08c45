import { expect, it } from 'vitest';
import { componentsOf } from './components.js';
import type { GreyImage } from './grey-image.js';

/** A picture as it is typed: # is ink. */
const typed = (...rows: string[]): GreyImage => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  grey: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 0 : 255)),
});

it('ink that touches, by a corner too, is one piece', () => {
  expect(componentsOf(typed('##...', '..#..', '....#'), 128)).toEqual([
    { left: 0, top: 0, right: 3, bottom: 2, area: 3 },
    { left: 4, top: 2, right: 5, bottom: 3, area: 1 },
  ]);
});

it('arms that meet further down are one piece', () => {
  expect(componentsOf(typed('#.#.#', '#.#.#', '#####'), 128)).toEqual([{ left: 0, top: 0, right: 5, bottom: 3, area: 11 }]);
});

it('what lies inside a ring is a piece of its own', () => {
  expect(componentsOf(typed('#####', '#...#', '#.#.#', '#...#', '#####'), 128).map(({ area }) => area)).toEqual([16, 1]);
});

it('white has no pieces', () => {
  expect(componentsOf(typed('...', '...'), 128)).toEqual([]);
});
