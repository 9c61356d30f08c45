import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSurge, SURGE_FLOOR_PER_MINUTE, SURGE_TIMES } from './surge.js';

it.each<[string, number, number | null, boolean]>([
  ['ten times what is usual', 500, 50, true],
  ['one call less than that', 499, 50, false],
  ['ten times very little stays under the floor', 20, 2, false],
  ['the floor itself, by a tenant that hardly calls', SURGE_FLOOR_PER_MINUTE, 0.1, true],
  ['a tenant that never called before has nothing that is usual', 10_000, null, false],
])('%s', (_, callsPerMinute, usualPerMinute, surge) => {
  expect(isSurge({ callsPerMinute, usualPerMinute })).toBe(surge);
});

it('more calls never end a surge, and never is one below ten times what is usual or below the floor', () => {
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(fc.property(count, count, count, (calls, more, usualPerMinute) => {
    const surge = isSurge({ callsPerMinute: calls, usualPerMinute });
    if (surge) expect(isSurge({ callsPerMinute: calls + more, usualPerMinute })).toBe(true);
    if (surge) expect(calls).toBeGreaterThanOrEqual(Math.max(SURGE_FLOOR_PER_MINUTE, SURGE_TIMES * usualPerMinute));
  }));
});
