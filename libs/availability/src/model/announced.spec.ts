import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedOf, LEAD_HOURS, toldAlike, type Telling } from './announced.js';

const HOUR = 3_600_000;
const hours = (toldAt: number, from: number, until: number): Telling => ({ toldAt: toldAt * HOUR, from: from * HOUR, until: until * HOUR, isAway: true, plans: [] });

describe('a maintenance window', () => {
  it('counts as announced when it was told 72 hours before, to the millisecond', () => {
    expect(announcedOf([hours(0, LEAD_HOURS, 80)])).toEqual({ from: 72 * HOUR, until: 80 * HOUR });
    expect(announcedOf([{ ...hours(0, LEAD_HOURS, 80), toldAt: 1 }])).toBeUndefined();
  });

  it('that was never told counts for nothing', () => {
    expect(announcedOf([])).toBeUndefined();
  });

  it('that was made longer too late keeps the end that was told in time', () => {
    expect(announcedOf([hours(0, 100, 104), hours(90, 100, 110)])).toEqual({ from: 100 * HOUR, until: 104 * HOUR });
  });

  it('that was moved in time counts as it was moved, and too late only as far as both agree', () => {
    expect(announcedOf([hours(0, 100, 104), hours(10, 200, 204)])).toEqual({ from: 200 * HOUR, until: 204 * HOUR });
    expect(announcedOf([hours(0, 100, 104), hours(95, 102, 106)])).toEqual({ from: 102 * HOUR, until: 104 * HOUR });
    expect(announcedOf([hours(0, 100, 104), hours(95, 104, 108)])).toBeUndefined();
  });

  it('counts for those whom it was told in time, and for nobody to whom it was widened too late', () => {
    const widened = [{ ...hours(0, 100, 104), plans: ['free'] }, { ...hours(90, 100, 104), plans: ['free', 'large'] }];
    expect(announcedOf(widened, ['free'])).toEqual({ from: 100 * HOUR, until: 104 * HOUR });
    for (const plans of [['large'], ['free', 'large'], []]) expect(announcedOf(widened, plans)).toBeUndefined();
    expect(announcedOf([hours(0, 100, 104)], ['large'])).toEqual({ from: 100 * HOUR, until: 104 * HOUR });
    expect(toldAlike(widened, ['large', 'free'])).toEqual([['free'], ['large']]);
    expect(toldAlike([hours(0, 100, 104)], ['large', 'free'])).toEqual([['free', 'large']]);
    expect(toldAlike(widened, [])).toEqual([[]]);
  });

  it('counts for a part of the service from when it was told of that part', () => {
    expect(announcedOf([{ ...hours(0, 100, 104), isAway: false }, hours(90, 100, 104)])).toBeUndefined();
    expect(announcedOf([{ ...hours(0, 100, 104), isAway: false }, hours(10, 100, 104)])).toEqual({ from: 100 * HOUR, until: 104 * HOUR });
  });

  it('never counts longer than the last telling, nor at all without one in time', () => {
    const telling = fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 24 })).map(([told, from, length]) => hours(told, from, from + length));
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 5 }), (given) => {
        const tellings = given.sort((a, b) => a.toldAt - b.toldAt);
        const span = announcedOf(tellings);
        if (!span) return;
        const last = tellings.at(-1)!;
        expect(span.from).toBeGreaterThanOrEqual(last.from);
        expect(span.until).toBeLessThanOrEqual(last.until);
        expect(tellings.some(({ toldAt, from, until }) => from - toldAt >= LEAD_HOURS * HOUR && from <= span.from && span.until <= until)).toBe(true);
      }),
    );
  });
});
