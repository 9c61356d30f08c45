import { expect, it } from 'vitest';
import { addWorkingDays } from './working-days.js';

it.each([
  ['Monday morning and two days are Wednesday morning', '2026-11-23T09:30:00+08:00', 2, '2026-11-25T09:30:00+08:00'],
  ['Thursday and two days are Monday', '2026-11-26T17:26:00+08:00', 2, '2026-11-30T17:26:00+08:00'],
  ['Friday and one day are Monday', '2026-11-27T23:59:00+08:00', 1, '2026-11-30T23:59:00+08:00'],
  ['Saturday counts from Monday 00:00', '2026-11-28T12:00:00+08:00', 2, '2026-12-02T00:00:00+08:00'],
  ['it is Monday in Shanghai while it is still Sunday in London', '2026-11-22T17:00:00Z', 1, '2026-11-24T01:00:00+08:00'],
  ['no days are the same instant of a working day', '2026-11-23T09:30:00+08:00', 0, '2026-11-23T09:30:00+08:00'],
])('%s', (_, at, days, to) => {
  expect(addWorkingDays(new Date(at), days).toISOString()).toBe(new Date(to).toISOString());
});
