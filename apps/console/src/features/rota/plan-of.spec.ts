import { expect, it } from 'vitest';
import { draftOf, EVERY_DAY, planOf } from './plan-of';

const lin = { id: 'per_1' as const, name: 'Lin' };
const rota = { shifts: [{ person: lin, weekday: 5, from: '18:00', minutes: 900 }, { person: lin, weekday: 6, from: '00:00', minutes: 1_440 }], covers: [{ person: lin, from: '2026-12-31T16:00:00.000Z', to: '2027-01-01T16:00:00.000Z' }], chain: [{ person: lin, after_minutes: 10 }] };

it('comes back from its form as it went in, over midnight and over a year', () => {
  const draft = draftOf(rota);
  expect(draft.shifts.map(({ from, to }) => [from, to])).toEqual([['18:00', '09:00'], ['00:00', '00:00']]);
  expect(draft.covers[0]).toMatchObject({ from: '2027-01-01T00:00', to: '2027-01-02T00:00' });
  const bare = <Row extends { person: { id: string } }>(rows: readonly Row[]) => rows.map((row) => ({ ...row, person: row.person.id }));
  expect(planOf(draft)).toEqual({ shifts: bare(rota.shifts), covers: bare(rota.covers), chain: bare(rota.chain) });
});

it('says a shift of every day once for each of them', () => {
  expect(planOf({ shifts: [{ person: 'per_1', weekday: EVERY_DAY, from: '09:00', to: '21:00' }], covers: [], chain: [] })?.shifts.map(({ weekday, minutes }) => [weekday, minutes])).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => [day, 720]));
});

it('is not whole with an empty field or a span that ends before it begins', () => {
  expect(planOf({ shifts: [{ person: '', weekday: 1, from: '09:00', to: '21:00' }], covers: [], chain: [] })).toBeNull();
  expect(planOf({ shifts: [], covers: [{ person: 'per_1', from: '2026-12-02T00:00', to: '2026-12-01T00:00' }], chain: [] })).toBeNull();
  expect(planOf({ shifts: [], covers: [], chain: [{ person: 'per_1', minutes: '' }] })).toBeNull();
});
