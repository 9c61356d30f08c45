import { expect, it } from 'vitest';
import { monthsUntil } from './months';

it('goes back over the turn of a year, and no further than the first month', () => {
  expect(monthsUntil('2026-02-03', '2025-12-31')).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(monthsUntil('2026-11-26', '2020-01-01')).toEqual(['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06']);
});
