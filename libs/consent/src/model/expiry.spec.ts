import { expect, it } from 'vitest';
import { lateWhenToldBy, mayAttest, resultsDueAt, stateOf } from './expiry.js';

it('results of a day may be kept for so many times 24 hours from its last instant', () => {
  expect(resultsDueAt('2026-11-30', 1).toISOString()).toBe('2026-12-01T16:00:00.000Z');
  expect(resultsDueAt('2028-02-28', 1).toISOString()).toBe('2028-02-29T16:00:00.000Z');
  expect(resultsDueAt('2026-11-30', 30).getTime() - Date.parse('2026-11-30T16:00:00Z')).toBe(30 * 86_400_000);
});

it('is late a fortnight after the tenant was told', () => {
  expect(lateWhenToldBy('2026-12-15')).toBe('2026-12-01');
});

it('is what was said of it last, and else whether anybody had to be called', () => {
  expect([stateOf({ escalatedAt: null, outcome: null }), stateOf({ escalatedAt: new Date(), outcome: null }), stateOf({ escalatedAt: new Date(), outcome: 'deleted' }), stateOf({ escalatedAt: null, outcome: 'kept_by_law' })]).toEqual(['open', 'late', 'deleted', 'kept_by_law']);
});

it('is said to be deleted once, also after a law let it be kept', () => {
  const outcomes = [null, 'kept_by_law', 'deleted'] as const;
  expect(outcomes.map((outcome) => mayAttest({ escalatedAt: null, outcome }, 'deleted'))).toEqual([true, true, false]);
  expect(outcomes.map((outcome) => mayAttest({ escalatedAt: null, outcome }, 'kept_by_law'))).toEqual([true, false, false]);
});
