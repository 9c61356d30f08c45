import { expect, it } from 'vitest';
import { daysOf } from './days-of';

it('lays a turn that goes over midnight on both its days, and leaves no part of a day out', () => {
  const lin = { id: 'per_1' as const, name: 'Lin' };
  const days = daysOf({
    monday: '2026-11-30',
    turns: [
      { person: null, from: '2026-11-29T16:00:00Z', to: '2026-11-30T10:00:00Z' },
      { person: lin, from: '2026-11-30T10:00:00Z', to: '2026-12-01T04:00:00Z' },
      { person: null, from: '2026-12-01T04:00:00Z', to: '2026-12-06T16:00:00Z' },
    ],
  });
  expect(days[0]).toEqual({ day: '2026-11-30', stretches: [expect.objectContaining({ person: null, begins: 0, lasts: 0.75 }), expect.objectContaining({ person: lin, begins: 0.75, lasts: 0.25 })] });
  expect(days[1]!.stretches).toMatchObject([{ person: lin, begins: 0, lasts: 0.5 }, { person: null, begins: 0.5, lasts: 0.5 }]);
  for (const { stretches } of days) expect(stretches.reduce((sum, { lasts }) => sum + lasts, 0)).toBe(1);
});
