import { EXPORT_OFFERS_LEAST } from '@inkproof/contract';
import { addDays, DAY_MS } from '@inkproof/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestLastDay, endsAfter, readableAfter } from './last-day.js';
import { nextStepAfter, stateAt, stepAt } from './service-end.js';

/** Follows an ending to its end; whoever looks is late by so much each time. */
const follow = (announcedAt: Date, moreDays: number, lateMs: readonly number[]) => {
  const lastDay = addDays(earliestLastDay('tenant', announcedAt), moreDays);
  const course = { announcedAt, lastDay, endsAt: endsAfter(lastDay), offeredAt: [announcedAt], endedAt: null as Date | null };
  let at = announcedAt;
  for (let i = 0; !course.endedAt; i++) {
    at = new Date(nextStepAfter(course, at).getTime() + (lateMs[i] ?? 0));
    if (stepAt(course, at) === 'end') course.endedAt = at;
    else course.offeredAt = [...course.offeredAt, at];
  }
  return course;
};

describe('the course of an ending', () => {
  it('of the shortest notice: told at once, three days and one day before, ended in the instant after the last day', () => {
    const { offeredAt, endedAt } = follow(new Date('2026-11-27T06:00:00Z'), 0, []);
    expect(offeredAt.map((at) => at.toISOString())).toEqual(['2026-11-27T06:00:00.000Z', '2026-12-01T01:00:00.000Z', '2026-12-03T01:00:00.000Z']);
    expect(endedAt!.toISOString()).toBe('2026-12-04T16:00:00.000Z');
  });

  it('erases nothing before exports were offered three times and a day has passed, however late anybody looks', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), fc.nat(300), fc.array(fc.nat(40 * DAY_MS), { maxLength: 8 }), (announcedAt, moreDays, late) => {
        const { endsAt, offeredAt, endedAt } = follow(announcedAt, moreDays, late);
        expect(offeredAt.length).toBeGreaterThanOrEqual(EXPORT_OFFERS_LEAST);
        expect(endedAt!.getTime()).toBeGreaterThanOrEqual(Math.max(endsAt.getTime(), offeredAt.at(-1)!.getTime() + DAY_MS));
      }),
    );
  });

  it('goes on a day after the end and then monthly, for what was kept', () => {
    const ended = { ...follow(new Date('2026-11-27T06:00:00Z'), 0, []) };
    const first = nextStepAfter(ended, ended.endedAt!);
    expect(first.getTime()).toBe(ended.endedAt!.getTime() + DAY_MS);
    expect(stepAt(ended, first)).toBe('follow_up');
    expect(nextStepAfter(ended, first).getTime()).toBe(first.getTime() + 30 * DAY_MS);
  });
});

it('is announced, has ended and is closed by its instants alone', () => {
  const end = { endsAt: endsAfter('2026-12-04'), readableUntil: readableAfter('2026-12-04') };
  expect([-1, 0].map((ms) => stateAt(end, new Date(end.endsAt.getTime() + ms)))).toEqual(['announced', 'ended']);
  expect([-1, 0].map((ms) => stateAt(end, new Date(end.readableUntil.getTime() + ms)))).toEqual(['ended', 'closed']);
});
