import { expect, it } from 'vitest';
import { gapIn, isToProve, type IntakeReading } from './intake.js';

const MINUTE_MS = 60_000;
const at = (minute: number, met: string | null = null): IntakeReading => ({ at: minute * MINUTE_MS, met });
const isDue = (last: IntakeReading | undefined, minute: number) => isToProve(last, minute * MINUTE_MS);
const gap = (minute: number, ...readings: IntakeReading[]) => gapIn(readings, minute * MINUTE_MS);

it('is proven a quarter of an hour after it was, and tried again a minute after it failed', () => {
  expect([isDue(undefined, 0), isDue(at(0), 14), isDue(at(0), 15), isDue(at(0, 'slow'), 0), isDue(at(0, 'slow'), 1)]).toEqual([true, false, true, false, true]);
});

it('has broken off once it failed twice, and at once where nobody proved it for half an hour', () => {
  expect(gap(16, at(0), at(15, 'no_answer'))).toBeNull();
  expect(gap(17, at(0), at(15, 'no_answer'), at(16, 'slow'))).toEqual({ from: 0, met: 'slow' });
  expect(gap(29, at(0))).toBeNull();
  expect(gap(30, at(0))).toEqual({ from: 0, met: null });
  expect(gap(30, at(0), at(15, 'no_answer'))).toEqual({ from: 0, met: 'no_answer' });
});

it('has not broken off where it never began', () => {
  expect(gap(90)).toBeNull();
});
