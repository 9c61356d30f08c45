import { expect, it } from 'vitest';
import { historyAt, leastContracted, type SetTerm } from './quota-term.js';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00.000000Z`;
const term = (id: number, from: number, more: Partial<SetTerm> = {}): SetTerm => ({ id: `qtm_${id}`, basis: 'contracted', requestsPerSecond: id, burst: 'at_once', effectiveFrom: day(from), endsAt: null, source: null, reason: null, setBy: 'per_a', setAt: day(from), approvedBy: null, cancelledAt: null, ...more });
const told = (terms: SetTerm[], at: number) => historyAt(terms, day(at)).map(({ term: { id }, state, effective_to }) => [id, state, effective_to]);

it('a contracted term ends where the next one begins', () => {
  expect(told([term(1, 1), term(2, 10)], 5)).toEqual([['qtm_2', 'scheduled', null], ['qtm_1', 'in_force', day(10)]]);
  expect(told([term(1, 1), term(2, 10)], 10)).toEqual([['qtm_2', 'in_force', null], ['qtm_1', 'ended', day(10)]]);
});

it('one that was called off leaves the term before it as it was', () => {
  expect(told([term(1, 1), term(2, 10, { cancelledAt: day(3) })], 12)).toEqual([['qtm_2', 'cancelled', null], ['qtm_1', 'in_force', null]]);
});

it('while an override runs the contract stands behind it, and afterwards it holds again', () => {
  const terms = [term(1, 1), term(2, 5, { basis: 'override', endsAt: day(8) })];
  expect(told(terms, 6)).toEqual([['qtm_2', 'in_force', day(8)], ['qtm_1', 'overridden', null]]);
  expect(told(terms, 8)).toEqual([['qtm_2', 'ended', day(8)], ['qtm_1', 'in_force', null]]);
});

it('an override gives way to the next one, and does not come back after it', () => {
  const terms = [term(1, 1), term(2, 5, { basis: 'override' }), term(3, 6, { basis: 'override', endsAt: day(7) })];
  expect(told(terms, 9).map(([id, state]) => [id, state])).toEqual([['qtm_3', 'ended'], ['qtm_2', 'ended'], ['qtm_1', 'in_force']]);
});

it('of two that begin at one instant the one set later holds', () => {
  expect(told([term(1, 5, { setAt: day(2) }), term(2, 5, { setAt: day(1) })], 6).map(([id, state]) => [id, state])).toEqual([['qtm_1', 'in_force'], ['qtm_2', 'ended']]);
});

it('what an override may not pass is the least that is contracted while it runs', () => {
  const terms = [term(20, 1), term(8, 10), term(30, 20), term(1, 15, { cancelledAt: day(2) })];
  expect(leastContracted(terms, day(2), day(10))).toBe(20);
  expect(leastContracted(terms, day(2), day(11))).toBe(8);
  expect(leastContracted(terms, day(21), null)).toBe(30);
  expect(leastContracted(terms, day(5), null)).toBe(8);
});
