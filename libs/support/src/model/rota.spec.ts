import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledAt, minutesToNext, mondayOf, onCallAt, turnsOf, type Rota } from './rota.js';

const shanghai = (words: string): number => Date.parse(`${words}+08:00`);
const HOUR_MS = 3_600_000;
const nothing: Rota = { shifts: [], covers: [], chain: [] };
/** Lin has every night from Monday to Friday, Wang the days, and nobody the weekend. */
const rota: Rota = {
  shifts: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { person: 'wang', weekday, fromMinute: 9 * 60, minutes: 12 * 60 },
    { person: 'lin', weekday, fromMinute: 21 * 60, minutes: 12 * 60 },
  ]),
  covers: [{ person: 'zhao', from: shanghai('2026-12-31T22:00'), to: shanghai('2027-01-01T02:00') }],
  chain: [{ person: 'chief', afterMinutes: 10 }, { person: 'head', afterMinutes: 20 }],
};

describe('who is on call', () => {
  it.each([
    ['a day of the week', '2026-11-25T12:00', 'wang'],
    ['at the instant of the change, the next', '2026-11-25T21:00', 'lin'],
    ['the night before a month begins', '2026-11-30T23:59', 'lin'],
    ['on the first of the month', '2026-12-01T00:00', 'lin'],
    ['the morning behind a night that began on Friday', '2026-11-28T08:59', 'lin'],
    ['the weekend', '2026-11-28T09:00', null],
    ['Monday before the first shift', '2026-11-30T08:59', null],
    ['whoever stands in, before the year ends', '2026-12-31T22:00', 'zhao'],
    ['whoever stands in, when it has ended', '2027-01-01T01:59', 'zhao'],
    ['whoever had it, from the instant on in which that is over', '2027-01-01T02:00', 'lin'],
    ['the leap day', '2028-02-29T10:00', 'wang'],
  ])('%s', (_, at, who) => {
    expect(onCallAt(rota, shanghai(at))).toBe(who);
  });

  it('is the later of two who stand in, and the earlier of two shifts', () => {
    const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
    expect(onCallAt({ ...nothing, covers: [{ person: 'a', ...span }, { person: 'b', ...span }] }, 1)).toBe('b');
    expect(onCallAt({ ...nothing, shifts: ['a', 'b'].map((person) => ({ person, weekday: 4, fromMinute: 0, minutes: 1_440 })) }, 1)).toBe('a');
  });

  it('is who the calendar of Shanghai says, at any minute of any year (split shifts, Chatwoot 14009)', () => {
    const calendar = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    const shifts = days.flatMap((day, at) => [{ person: `${day} early`, weekday: at + 1, fromMinute: 0, minutes: 437 }, { person: `${day} late`, weekday: at + 1, fromMinute: 437, minutes: 1_003 }]);
    fc.assert(
      fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
        const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
        expect(onCallAt({ ...nothing, shifts }, at.getTime())).toBe(`${parts['weekday']} ${minute < 437 ? 'early' : 'late'}`);
      }),
      { numRuns: 2_000 },
    );
  });
});

const person = fc.constantFrom('a', 'b', 'c');
const anyRota: fc.Arbitrary<Rota> = fc.record({
  shifts: fc.array(fc.record({ person, weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1_439 }), minutes: fc.integer({ min: 1, max: 1_440 }) }), { maxLength: 8 }),
  covers: fc.array(fc.record({ person, from: fc.integer({ min: 0, max: 400 * HOUR_MS }), hours: fc.integer({ min: 1, max: 60 }) }).map(({ person, from, hours }) => ({ person, from, to: from + hours * HOUR_MS })), { maxLength: 4 }),
  chain: fc.constant([]),
});

describe('turns', () => {
  it('lie end to end over the whole span, and whoever has one is on call at every moment of it', () => {
    fc.assert(
      fc.property(anyRota, fc.integer({ min: 0, max: 200 * HOUR_MS }), fc.integer({ min: 1, max: 300 * HOUR_MS }), fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 5, maxLength: 20 }), (rota, from, length, shares) => {
        const turns = turnsOf(rota, from, from + length);
        expect(turns[0]!.from).toBe(from);
        expect(turns.at(-1)!.to).toBe(from + length);
        for (const [i, turn] of turns.entries()) if (i) expect([turn.from, turn.person === turns[i - 1]!.person]).toEqual([turns[i - 1]!.to, false]);
        for (const share of shares) {
          const at = Math.floor(from + share * length);
          expect(turns.find(({ from, to }) => from <= at && at < to)!.person).toBe(onCallAt(rota, at));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('say where nobody is on call', () => {
    const monday = shanghai('2026-11-23T00:00');
    expect(turnsOf(rota, monday, monday + 7 * 24 * HOUR_MS).filter(({ person }) => person === null)).toEqual([
      { person: null, from: monday, to: shanghai('2026-11-23T09:00') },
      { person: null, from: shanghai('2026-11-28T09:00'), to: shanghai('2026-11-30T00:00') },
    ]);
  });

  it('of a week begin with its Monday', () => {
    for (const day of ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03'] as const) expect(mondayOf(day)).toBe('2026-12-28');
    expect(mondayOf('2027-01-04')).toBe('2027-01-04');
  });
});

it('a call goes to who is on call, and then up the chain to its end', () => {
  const noon = shanghai('2026-11-25T12:00');
  expect([0, 1, 2, 3].map((level) => calledAt(rota, level, noon))).toEqual(['wang', 'chief', 'head', null]);
  expect([0, 1, 2].map((level) => minutesToNext(rota, level))).toEqual([10, 20, null]);
  expect(calledAt(rota, 0, shanghai('2026-11-28T12:00'))).toBeNull();
});
