import type { Day } from '@inkproof/kernel';
import { expect, it } from 'vitest';
import { filingDay, inForceOn, stateAfterAll } from './filing-day.js';
import type { Dated } from './in-force.js';

const at = (moment: string): Date => new Date(moment);
const day = filingDay('2026-11-27' as Day, at('2026-12-24T00:00:00Z'));

it('a day begins at 16:00 UTC of the day before and lasts for 24 hours', () => {
  expect(day).toEqual({ day: '2026-11-27', from: at('2026-11-26T16:00:00Z'), until: at('2026-11-27T16:00:00Z') });
});

it('a day that is not over reaches until now, and one that has not begun is refused', () => {
  expect(filingDay('2026-11-27' as Day, at('2026-11-27T04:00:00Z')).until).toEqual(at('2026-11-27T04:00:00Z'));
  expect(() => filingDay('2026-11-27' as Day, at('2026-11-26T15:59:59Z'))).toThrow('The day has not begun');
});

it('a version is in force on the day it begins and on the day it ends, and one that waits for its day is not', () => {
  const version = (number: number, acceptedAt: string | null, effectiveOn: Day | null, endedAt: string | null): Dated => ({ number, state: endedAt === null ? 'accepted' : 'superseded', acceptedAt: acceptedAt === null ? null : at(acceptedAt), effectiveOn, endedAt: endedAt === null ? null : at(endedAt) });
  const numbers = (...versions: Dated[]) => inForceOn(versions, day).map(({ number }) => number);
  expect(numbers(version(1, null, null, null))).toEqual([]);
  expect(numbers(version(1, '2026-11-27T15:59:59Z', null, null))).toEqual([1]);
  expect(numbers(version(1, '2026-11-27T16:00:00Z', null, null))).toEqual([]);
  expect(numbers(version(1, '2026-11-01T00:00:00Z', null, '2026-11-26T16:00:00.001Z'))).toEqual([1]);
  expect(numbers(version(1, '2026-11-01T00:00:00Z', null, '2026-11-26T16:00:00Z'))).toEqual([]);
  expect(numbers(version(2, '2026-11-02T00:00:00Z', '2026-11-28' as Day, null), version(1, '2026-11-01T00:00:00Z', null, null))).toEqual([1]);
  expect(numbers(version(2, '2026-11-27T04:00:00Z', null, null), version(1, '2026-11-01T00:00:00Z', null, '2026-11-27T04:00:00Z'))).toEqual([2, 1]);
});

it('the state is what the last event left, and words change none', () => {
  expect(stateAfterAll([])).toBe('draft');
  expect(stateAfterAll([{ kind: 'submitted' }, { kind: 'correction_requested' }, { kind: 'commented' }])).toBe('correction');
  expect(stateAfterAll([{ kind: 'submitted' }, { kind: 'accepted' }, { kind: 'superseded' }])).toBe('superseded');
});
