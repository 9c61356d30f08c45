import { expect, it } from 'vitest';
import { nearby, spanOfWindow } from './span-of-window';

const starts_at = '2026-11-30T18:00:00.000Z';

it('writes a window on the clock of Shanghai, and the day of its end where that is another', () => {
  expect(spanOfWindow({ starts_at, ends_at: '2026-11-30T20:30:00.000Z' })).toBe('2026-12-01 02:00 – 04:30');
  expect(spanOfWindow({ starts_at, ends_at: '2026-12-01T16:00:00.000Z' })).toBe('2026-12-01 02:00 – 2026-12-02 00:00');
});

it('a window stands above every page from a day before until it is over', () => {
  const shown = (state: 'draft' | 'scheduled' | 'in_progress' | 'verifying' | 'completed' | 'cancelled', now: string) => nearby([{ state, starts_at }], new Date(now)).length;
  expect([shown('scheduled', '2026-11-29T17:59:59.999Z'), shown('scheduled', '2026-11-29T18:00:00.000Z')]).toEqual([0, 1]);
  expect((['draft', 'in_progress', 'verifying', 'completed', 'cancelled'] as const).map((state) => shown(state, '2026-12-05T00:00:00.000Z'))).toEqual([0, 1, 1, 0, 0]);
});
