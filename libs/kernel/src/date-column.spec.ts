import { expect, it } from 'vitest';
import { dateOfDay, dayOfDate } from './date-column.js';

it('a column of days holds midnight of UTC, there and back', () => {
  expect(dateOfDay('2026-11-28').toISOString()).toBe('2026-11-28T00:00:00.000Z');
  expect(dayOfDate(dateOfDay('2028-02-29'))).toBe('2028-02-29');
});
