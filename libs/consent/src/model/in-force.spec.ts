import { addDays, dayStart } from '@inkproof/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsAt, givenWay, inForceAt, waitingAt, type Dated } from './in-force.js';

const at = (text: string): Date => new Date(text);
const version = (number: number, acceptedAt: string, effectiveOn: Dated['effectiveOn'] = null): Dated => ({ number, state: 'accepted', acceptedAt: at(acceptedAt), effectiveOn, endedAt: null });
const numberAt = (versions: Dated[], moment: string): number | undefined => inForceAt(versions, at(moment))?.number;
/** As they are written when somebody looks. */
const written = <Version extends Dated>(versions: Version[], now: Date): Version[] => {
  const ends = new Map(givenWay(versions, now).map(({ version: { number }, at: endedAt }) => [number, endedAt]));
  return versions.map((each) => (ends.has(each.number) ? { ...each, state: 'superseded', endedAt: ends.get(each.number)! } : each));
};

describe('a version accepted ahead of its day', () => {
  const versions = [version(1, '2026-11-01T00:00:00Z', '2026-10-01'), version(2, '2026-11-10T00:00:00Z', '2026-12-01')];

  it('leaves the one before in force until its day begins in Shanghai, to the millisecond', () => {
    expect([numberAt(versions, '2026-11-20T00:00:00Z'), numberAt(versions, '2026-11-30T15:59:59.999Z'), numberAt(versions, '2026-11-30T16:00:00Z')]).toEqual([1, 1, 2]);
    expect(waitingAt(versions, at('2026-11-30T15:59:59.999Z')).map(({ number }) => number)).toEqual([2]);
    expect(givenWay(versions, at('2026-11-30T15:59:59.999Z'))).toEqual([]);
    expect(givenWay(versions, at('2027-01-01T00:00:00Z'))).toEqual([{ version: versions[0], successor: versions[1], at: at('2026-11-30T16:00:00Z') }]);
  });

  it('never takes effect when a later one begins before it', () => {
    const three = [...versions, version(3, '2026-11-15T00:00:00Z', '2026-11-20')];
    expect(numberAt(three, '2026-11-21T00:00:00Z')).toBe(3);
    expect(numberAt(three, '2026-12-02T00:00:00Z')).toBe(3);
    expect(givenWay(three, at('2026-12-02T00:00:00Z')).map(({ version: { number }, at: end }) => [number, end])).toEqual([[1, at('2026-11-19T16:00:00Z')], [2, at('2026-11-19T16:00:00Z')]]);
  });

  it('begins with its acceptance when its day is past', () => {
    expect(beginsAt(version(1, '2026-11-01T00:00:00Z', '2026-10-01'))).toEqual(at('2026-11-01T00:00:00Z'));
    expect(beginsAt(version(1, '2026-11-01T00:00:00Z'))).toEqual(at('2026-11-01T00:00:00Z'));
  });
});

describe('of any filing', () => {
  const FIRST = dayStart('2026-11-01').getTime();
  const DAY_MS = 86_400_000;
  const accepted = fc.array(fc.record({ after: fc.integer({ min: 1, max: 5 * DAY_MS }), day: fc.option(fc.integer({ min: -5, max: 12 }), { nil: null }) }), { minLength: 1, maxLength: 6 });
  const filings = accepted.map((gaps) => {
    let moment = FIRST;
    return gaps.map(({ after, day }, index): Dated => ({ number: index + 1, state: 'accepted', acceptedAt: new Date((moment += after)), effectiveOn: day === null ? null : addDays('2026-11-10', day), endedAt: null }));
  });
  const moments = fc.integer({ min: 0, max: 40 * DAY_MS }).map((after) => new Date(FIRST + after));

  it('the text as it stood at any instant is the same whether and whenever it was written down', () => {
    fc.assert(
      fc.property(filings, moments, moments, moments, (versions, asked, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const known = versions.filter(({ acceptedAt }) => acceptedAt! <= asked);
        expect(inForceAt(written(versions, late), asked)?.number).toBe(inForceAt(versions, asked)?.number);
        expect(written(written(versions, early), late)).toEqual(written(versions, late));
        expect(inForceAt(known, asked)?.number).toBe(inForceAt(versions, asked)?.number);
      }),
    );
  });

  it('something is in force without a gap from the day on which the first version begins', () => {
    fc.assert(
      fc.property(filings, moments, (versions, asked) => {
        const first = Math.min(...versions.map((each) => beginsAt(each)!.getTime()));
        expect(inForceAt(versions, asked) !== undefined).toBe(asked.getTime() >= first);
      }),
    );
  });
});
