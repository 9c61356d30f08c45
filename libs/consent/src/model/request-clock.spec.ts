import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '@inkproof/kernel';
import { afterDays, clockMarks, extendedBy, lapsesAt, lookAtClock, usedOf } from './request-clock.js';

const at = (text: string) => new Date(text);
const receivedAt = at('2026-11-22T04:00:00Z');
const span = { receivedAt, dueAt: afterDays(receivedAt, 30) };

it('leaves out the day of receipt and counts the thirtieth to its end, in Shanghai', () => {
  for (const hour of ['2026-11-21T16:00:00.000Z', '2026-11-22T04:00:00Z', '2026-11-22T15:59:59.999Z']) expect(afterDays(at(hour), 30)).toEqual(at('2026-12-22T16:00:00Z'));
  expect(afterDays(at('2026-11-22T16:00:00Z'), 30)).toEqual(at('2026-12-23T16:00:00Z'));
  expect(afterDays(at('2028-02-01T00:00:00Z'), 30)).toEqual(at('2028-03-02T16:00:00Z'));
});

it('goes on from where it would have ended when more time is taken', () => {
  expect(extendedBy(span.dueAt, 15)).toEqual(at('2027-01-06T16:00:00Z'));
});

it('lapses when nobody confirms the address for a fortnight', () => {
  expect(lapsesAt(receivedAt)).toEqual(at('2026-12-06T16:00:00Z'));
});

it('tells of half, of four fifths and of the end, each from its own instant', () => {
  const half = lookAtClock(span, [], receivedAt).nextLookAt!;
  expect(lookAtClock(span, [], new Date(half.getTime() - 1)).mark).toBeNull();
  expect(lookAtClock(span, [], half).mark).toBe('warned_50');
  const late = lookAtClock(span, ['warned_50'], half).nextLookAt!;
  expect(lookAtClock(span, ['warned_50'], late).mark).toBe('warned_80');
  expect(lookAtClock(span, ['warned_50', 'warned_80'], new Date(span.dueAt.getTime() - 1)).mark).toBeNull();
  expect(lookAtClock(span, ['warned_50', 'warned_80'], span.dueAt)).toEqual({ mark: 'overdue', nextLookAt: null });
});

it('tells only the last of what was passed while nobody looked', () => {
  expect(lookAtClock(span, [], new Date(span.dueAt.getTime() + DAY_MS)).mark).toBe('overdue');
});

it('never tells a mark twice and always looks again until it is over, wherever it is looked at', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 0, max: 40 * DAY_MS }), { maxLength: 40 }), (days, looks) => {
      const some = { receivedAt, dueAt: afterDays(receivedAt, days) };
      const told: string[] = [];
      for (const look of looks.sort((a, b) => a - b)) {
        const now = new Date(receivedAt.getTime() + look);
        const { mark, nextLookAt } = lookAtClock(some, told, now);
        if (mark) told.push(mark);
        expect(nextLookAt === null).toBe(now >= some.dueAt);
        if (nextLookAt) expect(nextLookAt > now).toBe(true);
      }
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(clockMarks.filter((mark) => told.includes(mark)));
    }),
  );
});

it('is used from none to all and no more', () => {
  expect(usedOf(span, new Date(receivedAt.getTime() - DAY_MS))).toBe(0);
  expect(usedOf(span, new Date(span.dueAt.getTime() + DAY_MS))).toBe(1);
  expect(usedOf(span, new Date((receivedAt.getTime() + span.dueAt.getTime()) / 2))).toBeCloseTo(0.5);
});
