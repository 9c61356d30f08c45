import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, isInTime, isOverrun, leadMs, nextLook, published, rescheduled, stepDue, whyNot, whyNotTell, type Act, type Life, type Schedule } from './window.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 30) + hours * HOUR_MS);
const draft: Life = { state: 'draft', announcedAt: null, startedAt: null, verifyingAt: null, endedAt: null, dayBeforeOf: null, hourBeforeOf: null, overrunOf: null };
const planned = (startsAt: number, hours = 2, more: Partial<Schedule> = {}): Schedule => ({ kind: 'planned', startsAt: at(startsAt), endsAt: at(startsAt + hours), reason: null, beginsByItself: true, endsByItself: false, ...more });

/** What was said until `end`, when somebody looks every so often. */
const told = (schedule: Schedule, announced: Date, end: Date, everyMs: number): { step: string; at: Date }[] => {
  const said: { step: string; at: Date }[] = [];
  let life = published(draft, announced);
  for (let now = announced; now <= end; now = new Date(now.getTime() + everyMs))
    for (let step = stepDue(schedule, life, now); step; step = stepDue(schedule, life, now)) {
      life = after(schedule, life, step, now);
      said.push({ step, at: now });
    }
  return said;
};

describe('what the clock does', () => {
  it('tells a day and an hour before, starts, and says when the end has passed', () => {
    expect(told(planned(100), at(0), at(110), MINUTE_MS)).toEqual([
      { step: 'day_before', at: at(76) },
      { step: 'hour_before', at: at(99) },
      { step: 'start', at: at(100) },
      { step: 'overrun', at: at(102) },
    ]);
  });

  it('sends no word of the day before of what was published ten hours before', () => {
    expect(told(planned(10), at(0), at(20), MINUTE_MS).map(({ step }) => step)).toEqual(['hour_before', 'start', 'overrun']);
  });

  it('ends by itself what may, and tells of no overrun then', () => {
    expect(told(planned(10, 2, { endsByItself: true }), at(0), at(20), MINUTE_MS).map(({ step }) => step)).toEqual(['hour_before', 'start', 'complete']);
  });

  it('waits for a person where one begins it, and calls off what nobody began', () => {
    expect(told(planned(10, 2, { beginsByItself: false }), at(0), at(20), MINUTE_MS)).toEqual([{ step: 'hour_before', at: at(9) }, { step: 'lapse', at: at(12) }]);
  });

  it('starts an emergency at once that has begun already', () => {
    expect(told({ ...planned(-1, 3), kind: 'emergency', reason: 'a disk' }, at(0), at(0), MINUTE_MS)).toEqual([{ step: 'start', at: at(0) }]);
  });

  it('tells the day before again of a start that was moved, and not of an end that was', () => {
    const first = planned(30);
    const reminded = after(first, published(draft, at(0)), 'day_before', at(6));
    const moved = planned(90);
    expect(stepDue(moved, rescheduled(first, moved, reminded, at(7)), at(66))).toBe('day_before');
    const longer = planned(30, 5);
    expect(stepDue(longer, rescheduled(first, longer, reminded, at(7)), at(7))).toBeUndefined();
  });

  it('tells of an overrun again once a longer end has passed too', () => {
    const first = planned(10);
    let life = after(first, published(draft, at(0)), 'start', at(10));
    life = after(first, life, 'overrun', at(12));
    expect(stepDue(first, life, at(13))).toBeUndefined();
    const longer = planned(10, 4);
    expect([stepDue(longer, life, at(13)), stepDue(longer, life, at(14))]).toEqual([undefined, 'overrun']);
    expect([isOverrun(life, longer, at(13)), isOverrun(life, longer, at(14))]).toEqual([false, true]);
  });
});

const schedules = fc.record({
  lead: fc.integer({ min: 0, max: 120 * 60 }),
  minutes: fc.integer({ min: 5, max: 600 }),
  look: fc.integer({ min: 1, max: 4 }),
  beginsByItself: fc.boolean(),
  endsByItself: fc.boolean(),
});

it('over any schedule and any clock that looks within five minutes: nothing missed, nothing twice, nothing late, and in order', () => {
  fc.assert(
    fc.property(schedules, ({ lead, minutes, look, beginsByItself, endsByItself }) => {
      const start = new Date(at(0).getTime() + lead * MINUTE_MS);
      const end = new Date(start.getTime() + minutes * MINUTE_MS);
      const schedule: Schedule = { kind: 'planned', startsAt: start, endsAt: end, reason: 'r', beginsByItself, endsByItself };
      const said = told(schedule, at(0), new Date(end.getTime() + HOUR_MS), look * MINUTE_MS);
      const due = [
        ...(lead >= 24 * 60 ? [['day_before', start.getTime() - 24 * HOUR_MS] as const] : []),
        ...(lead >= 60 ? [['hour_before', start.getTime() - HOUR_MS] as const] : []),
        ...(beginsByItself ? [['start', start.getTime()] as const, [endsByItself ? 'complete' : 'overrun', end.getTime()] as const] : [['lapse', end.getTime()] as const]),
      ];
      expect(said.map(({ step }) => step)).toEqual(due.map(([step]) => step));
      for (const [place, [, instant]] of due.entries()) {
        const late = said[place]!.at.getTime() - instant;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(5 * MINUTE_MS);
      }
    }),
    { numRuns: 300 },
  );
});

it('there is nothing to do before the next look, and something at it', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 130 * 60 }), ({ lead, minutes, beginsByItself, endsByItself }, passed) => {
      const start = new Date(at(0).getTime() + lead * MINUTE_MS);
      const schedule: Schedule = { kind: 'planned', startsAt: start, endsAt: new Date(start.getTime() + minutes * MINUTE_MS), reason: 'r', beginsByItself, endsByItself };
      const now = new Date(at(0).getTime() + passed * MINUTE_MS);
      let life = published(draft, at(0));
      for (let step = stepDue(schedule, life, now); step; step = stepDue(schedule, life, now)) life = after(schedule, life, step, now);
      const next = nextLook(schedule, life, now);
      if (next === null) {
        expect(['completed', 'cancelled', 'in_progress']).toContain(life.state);
        return;
      }
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(stepDue(schedule, life, new Date(next.getTime() - 1))).toBeUndefined();
      expect(stepDue(schedule, life, next)).toBeDefined();
    }),
  );
});

describe('when people are told', () => {
  it('takes a reason for planned work later than three days before, and for any emergency', () => {
    expect(whyNotTell(planned(72), at(0))).toBeUndefined();
    expect(whyNotTell(planned(72), new Date(at(0).getTime() + 1))).toBe('maintenance.reason_required');
    expect(whyNotTell(planned(10, 2, { reason: 'a flaw that is being used' }), at(0))).toBeUndefined();
    expect(whyNotTell(planned(100, 2, { kind: 'emergency' }), at(0))).toBe('maintenance.reason_required');
  });

  it('announces no planned work that has begun, and nothing that is over', () => {
    expect(whyNotTell(planned(0, 2, { reason: 'r' }), at(0))).toBe('maintenance.times_wrong');
    expect(whyNotTell({ ...planned(-1, 2, { reason: 'r' }), kind: 'emergency' }, at(0))).toBeUndefined();
    expect(whyNotTell({ ...planned(-3, 2, { reason: 'r' }), kind: 'emergency' }, at(0))).toBe('maintenance.times_wrong');
  });

  it('measures the lead, and counts an emergency as in time until five minutes after its start', () => {
    const emergency = planned(0, 2, { kind: 'emergency', reason: 'r' });
    const [early, late] = [5 * MINUTE_MS, 5 * MINUTE_MS + 1].map((ms) => new Date(at(0).getTime() + ms));
    expect(leadMs(emergency, early!)).toBe(-5 * MINUTE_MS);
    expect([isInTime(emergency, early!), isInTime(emergency, late!)]).toEqual([true, false]);
    expect([isInTime(planned(72), at(0)), isInTime(planned(71), at(0))]).toEqual([true, false]);
  });
});

it('each act is possible from some states and from no other, and nothing starts before people were told it would', () => {
  const acts: Act[] = ['edit', 'submit', 'start', 'verify', 'resume', 'complete', 'cancel', 'extend'];
  const states = ['draft', 'scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
  expect(Object.fromEntries(states.map((state) => [state, acts.filter((act) => !whyNot(act, planned(1), { ...draft, state }, at(1)))]))).toEqual({
    draft: ['edit', 'submit', 'cancel'],
    scheduled: ['edit', 'start', 'cancel'],
    in_progress: ['verify', 'complete', 'extend'],
    verifying: ['resume', 'complete', 'extend'],
    completed: [],
    cancelled: [],
  });
  expect(whyNot('start', planned(1), { ...draft, state: 'scheduled' }, at(0))).toBe('maintenance.too_early');
});
