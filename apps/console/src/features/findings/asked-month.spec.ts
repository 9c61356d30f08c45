import { expect, it } from 'vitest';
import { askedMonth } from './asked-month';

it('is the month of the address, otherwise this one, with a year to choose from', () => {
  expect(askedMonth('2026-03', '2026-11-27').month).toBe('2026-03');
  for (const odd of [undefined, '2026-13', '26-1', ['2026-01']]) expect(askedMonth(odd, '2026-11-27').month).toBe('2026-11');
  const { months } = askedMonth(undefined, '2026-01-05');
  expect([months.length, months[0], months[1], months.at(-1)]).toEqual([13, '2026-01', '2025-12', '2025-01']);
});
