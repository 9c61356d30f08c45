import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attainmentOf } from './attainment.js';

it('is the share of those to whom it is owed, and nothing where it is owed to nobody', () => {
  expect([{ owed: 0, reached: 0 }, { owed: 3, reached: 2 }, { owed: 10_000, reached: 9_990 }, { owed: 10_001, reached: 9_990 }].map(attainmentOf)).toEqual([null, 66.66, 99.9, 99.89]);
});

it('never says that all were reached while one was not', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (owed) => void expect(attainmentOf({ owed, reached: owed - 1 })).toBeLessThan(100)));
});
