import { expect, it } from 'vitest';
import { endsInDays } from './ends-in-days';

const now = new Date('2026-11-22T04:00:00.000Z');

it.each([
  [null, undefined],
  ['2026-12-06T04:00:00.001Z', undefined],
  ['2026-12-06T04:00:00.000Z', 14],
  ['2026-11-23T03:59:59.000Z', 0],
  ['2026-11-22T04:00:00.000Z', undefined],
])('%s: %s', (at, days) => {
  expect(endsInDays(at, now)).toBe(days);
});
