import { changelogKinds, SUNSET_DAYS } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsOfToday, faultOf, faultOfPublishing } from './entry.js';

const now = new Date('2026-12-01T00:00:00.000Z');
const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();
const known = new Set(['GET /v1/old', 'GET /v1/new']);
const deprecation = { kind: 'deprecated' as const, compatible: false, calls: ['GET /v1/old'], effective_at: inDays(0), sunset_at: inDays(SUNSET_DAYS), successor: 'GET /v1/new' };
const change = { kind: 'changed' as const, compatible: false, calls: [], effective_at: inDays(SUNSET_DAYS), sunset_at: null, successor: null };
const removal = { ...change, kind: 'removed' as const, calls: ['GET /v1/gone'], effective_at: inDays(0) };

it('the calls of today are those of the contract', () => {
  expect(callsOfToday.has('POST /v1/recognitions')).toBe(true);
  expect(callsOfToday.has('POST /v1/recognition')).toBe(false);
});

describe('a draft', () => {
  it.each([
    [{ ...deprecation, calls: ['GET /v1/nowhere'] }, /no such call: GET \/v1\/nowhere/],
    [{ ...deprecation, calls: [] }, /names the calls/],
    [{ ...deprecation, compatible: true }, /not compatible/],
    [{ ...deprecation, sunset_at: null }, /says when the calls end/],
    [{ ...deprecation, effective_at: inDays(SUNSET_DAYS + 1) }, /before it is discouraged/],
    [{ ...deprecation, successor: 'GET /v1/nowhere' }, /another call of today/],
    [{ ...deprecation, successor: 'GET /v1/old' }, /another call of today/],
    [{ ...change, kind: 'added' as const }, /breaks nothing/],
    [{ ...change, sunset_at: inDays(1) }, /belong to a deprecation/],
  ])('is refused with what to mend', (draft, said) => expect(faultOf(draft, known)).toMatch(said));

  it('holds together otherwise', () => {
    expect(faultOf(deprecation, known)).toBeUndefined();
    expect(faultOf(change, known)).toBeUndefined();
  });
});

describe('publishing', () => {
  it('says what is incompatible half a year beforehand, to the millisecond', () => {
    expect(faultOfPublishing(deprecation, now, [], known)).toBeUndefined();
    expect(faultOfPublishing({ ...deprecation, sunset_at: new Date(Date.parse(deprecation.sunset_at) - 1).toISOString() }, now, [], known)).toMatch(/180 days beforehand: `sunset_at`/);
    expect(faultOfPublishing({ ...change, effective_at: inDays(SUNSET_DAYS - 1) }, now, [], known)).toMatch(/`effective_at`/);
  });

  it('ends no call that was not discouraged until its time was over', () => {
    const gone = (sunset: number) => [{ calls: ['GET /v1/gone'], sunsetAt: new Date(inDays(sunset)) }];
    expect(faultOfPublishing(removal, now, [], known)).toMatch(/not over yet.*GET \/v1\/gone/);
    expect(faultOfPublishing(removal, now, gone(1), known)).toMatch(/not over yet/);
    expect(faultOfPublishing(removal, now, gone(0), known)).toBeUndefined();
  });

  it('never lets through what breaks a program within half a year, whatever is written', () => {
    const draft = fc.record({
      kind: fc.constantFrom(...changelogKinds),
      compatible: fc.boolean(),
      calls: fc.subarray([...known]),
      effective_at: fc.integer({ min: -400, max: 400 }).map(inDays),
      sunset_at: fc.option(fc.integer({ min: -400, max: 400 }).map(inDays)),
      successor: fc.option(fc.constantFrom(...known)),
    });
    fc.assert(
      fc.property(draft, (one) => {
        if (faultOfPublishing(one, now, [], known) !== undefined) return;
        const isSoon = new Date(one.sunset_at ?? one.effective_at) < new Date(inDays(SUNSET_DAYS));
        expect(one.compatible || one.kind === 'security' || !isSoon).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
