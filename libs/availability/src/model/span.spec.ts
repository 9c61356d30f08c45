import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf, shared, without, type Span } from './span.js';

const span = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 50 })).map(([from, length]): Span => ({ from, until: from + length }));
const has = ({ from, until }: Span, at: number) => from <= at && at < until;

it('what is left is exactly what none of the others has', () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 5 }), (whole, others) => {
      const left = without(whole, others);
      for (let at = 0; at < 150; at++) expect(left.some((one) => has(one, at))).toBe(has(whole, at) && !others.some((other) => has(other, at)));
    }),
  );
});

it('two spans share what lies in both, and two that only touch share nothing', () => {
  expect(shared({ from: 0, until: 10 }, { from: 5, until: 20 })).toEqual({ from: 5, until: 10 });
  expect(shared({ from: 0, until: 10 }, { from: 10, until: 20 })).toBeUndefined();
  expect(lengthOf({ from: 3, until: 1 })).toBe(0);
});
