import { availabilityStandings, type AvailabilityStanding } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { lossesOf, upShare } from './standings';

const sums = (given: Partial<Record<AvailabilityStanding, number>>) => ({ ...(Object.fromEntries(availabilityStandings.map((standing) => [standing, 0])) as Record<AvailabilityStanding, number>), ...given });

it('what nobody saw is never up, and what is nearly all is not all', () => {
  expect(upShare(sums({ unknown: 9 }))).toBe('—');
  expect(upShare(sums({ up: 9, unknown: 9 }))).toBe('≥ 50.00%');
  expect(upShare(sums({ up: 9, unknown: 10 }))).toBe('—');
  expect(upShare(sums({ up: 999_999, unknown: 1 }))).toBe('≥ 99.99%');
  expect(upShare(sums({ up: 9 }))).toBe('100%');
  expect(upShare(sums({ up: 999_999, provider: 1 }))).toBe('99.99%');
});

it('what was lost stands by how long', () => {
  expect(lossesOf(sums({ up: 9, provider: 1, maintenance: 5 }))).toEqual([['maintenance', 5], ['provider', 1]]);
});
