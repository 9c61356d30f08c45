import fc from 'fast-check';
import { expect, it } from 'vitest';
import { continues, endOf, silenceOf, unseenOf, type Reading, type Run } from './reading.js';

const EVERY = 30;
const SILENCE = silenceOf(EVERY);

const runsOf = (readings: readonly Reading[]): Run[] => {
  const runs: Run[] = [];
  for (const reading of readings) {
    const last = runs.at(-1);
    if (continues(last, reading, SILENCE)) last.seenUntil = reading.at;
    else runs.push({ verdict: reading.verdict, from: reading.at, seenUntil: reading.at });
  }
  return runs;
};

it('only what changes makes a new run, or a silence that is too long', () => {
  const at = (...times: number[]): Reading[] => times.map((time) => ({ verdict: 'up', at: time }));
  expect(runsOf(at(0, 30, 60, 90))).toEqual([{ verdict: 'up', from: 0, seenUntil: 90 }]);
  expect(runsOf(at(0, 30, 120))).toHaveLength(1);
  expect(runsOf(at(0, 30, 121))).toHaveLength(2);
  expect(runsOf([...at(0), { verdict: 'down', at: 30 }, ...at(60)])).toHaveLength(3);
});

it('an outage ends with the reading that found it over, or where it was last seen if nobody looked', () => {
  const down: Run = { verdict: 'down', from: 0, seenUntil: 60 };
  expect(endOf(down, 90, SILENCE)).toBe(90);
  expect(endOf(down, 500, SILENCE)).toBe(60);
});

it('what was never looked at is not known, and what is young is not missed yet', () => {
  const runs = runsOf([0, 30, 60, 500, 530].map((at) => ({ verdict: 'up', at })));
  expect(unseenOf({ from: -50, until: 540 }, runs, SILENCE)).toEqual([{ from: -50, until: 0 }, { from: 60, until: 500 }]);
  expect(unseenOf({ from: 0, until: 700 }, runs, SILENCE).at(-1)).toEqual({ from: 530, until: 700 });
  expect(unseenOf({ from: 0, until: 10 }, [], SILENCE)).toEqual([{ from: 0, until: 10 }]);
});

it('no instant is far from a reading and yet known', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.nat(2_000), fc.constantFrom('up' as const, 'down' as const)), { selector: ([at]) => at, maxLength: 30 }), fc.nat(2_000), (given, instant) => {
      const readings = given.map(([at, verdict]) => ({ at, verdict })).sort((a, b) => a.at - b.at);
      const isUnseen = unseenOf({ from: 0, until: 2_001 }, runsOf(readings), SILENCE).some(({ from, until }) => from <= instant && instant < until);
      const before = readings.findLast(({ at }) => at <= instant)?.at ?? -Infinity;
      const after = readings.find(({ at }) => at > instant)?.at ?? 2_001;
      expect(isUnseen).toBe(after - before > SILENCE);
    }),
  );
});
