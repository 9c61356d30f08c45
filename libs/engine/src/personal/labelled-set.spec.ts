import { isNumberedKind, labelledPage, missedMarks, ordinaryKinds, ordinaryPage } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { findPersonal } from './find-personal.js';

/** Seeds that nothing was tuned on; `npm run bench -- detector` measures many more. */
const [FIRST, PAGES] = [500_000, 600];

/** Share of the marked values that were found with every sign of them, by kind, and how many there were. */
const recallBy = (misreadShare: number): Map<string, { found: number; all: number }> => {
  const kinds = new Map<string, { found: number; all: number }>();
  for (let seed = FIRST; seed < FIRST + PAGES; seed++) {
    const page = labelledPage(seed, misreadShare);
    const missed = new Set(missedMarks(page, findPersonal([page])));
    for (const mark of page.marks) {
      const counts = kinds.get(mark.kind) ?? { found: 0, all: 0 };
      kinds.set(mark.kind, { found: counts.found + Number(!missed.has(mark)), all: counts.all + 1 });
    }
  }
  return kinds;
};

describe('on pages that speak of people', () => {
  it.each([
    ['read without a fault', 0],
    ['misread in three of five values', 0.6],
  ])('at least 99 % of every kind of number is found whole, %s', (_, share) => {
    for (const [kind, { found, all }] of recallBy(share)) expect(found / all, kind).toBeGreaterThanOrEqual(isNumberedKind(kind) ? 0.99 : 0.95);
  });

  it('nothing is found in the sentences between', () => {
    for (let seed = FIRST; seed < FIRST + PAGES; seed++) {
      const page = labelledPage(seed, 0);
      const beside = findPersonal([page]).filter(({ span }) => !page.marks.some(({ begin, end }) => begin < span[1] && end > span[0]));
      expect(beside, `seed ${seed}`).toEqual([]);
    }
  });
});

it('at most one ordinary page in a hundred raises a false alarm', () => {
  const alarmed = Array.from({ length: PAGES }, (_, at) => ordinaryPage(FIRST + at)).filter((page) => findPersonal([page]).length > 0);
  expect(alarmed.map(({ kind }) => kind).length / PAGES).toBeLessThanOrEqual(0.01);
  expect(ordinaryKinds.length).toBeGreaterThan(15);
});
