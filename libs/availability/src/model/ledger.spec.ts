import { causeOf, causesOfOneTenant, evidenceFor, outageCauses, outageOrigins, type OriginOf } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeAt, segmentsOf, sumsOf, type Booking, type Down } from './ledger.js';
import type { Span } from './span.js';

const END = 1_000;
const day = { from: 0, until: END };
const span = fc.tuple(fc.integer({ min: -200, max: END + 200 }), fc.integer({ min: 1, max: 400 })).map(([from, length]) => ({ from, until: from + length }));
const booking = fc.tuple(span, fc.constantFrom(...outageCauses)).map(([at, cause]): Booking => ({ ...at, cause }));
const downs = fc.array(fc.tuple(span, fc.array(booking, { maxLength: 5 }), fc.boolean()), { maxLength: 6 }).map((all) => all.map(([at, bookings, isDisputed], i): Down => ({ id: `out_${i}`, ...at, bookings, isDisputed })));
const covered = (spans: readonly Span[], at: number) => spans.some(({ from, until }) => from <= at && at < until);

const down = (from: number, until: number, ...bookings: Booking[]): Down => ({ id: `out_${from}`, from, until, bookings });

describe('the ledger', () => {
  it('has every instant exactly once, whatever overlaps: the sum of all standings is the wall time', () => {
    fc.assert(
      fc.property(downs, fc.array(span, { maxLength: 4 }), (given, unseen) => {
        const segments = segmentsOf(day, given, unseen);
        expect(segments.at(0)?.from).toBe(day.from);
        expect(segments.at(-1)?.until).toBe(day.until);
        for (const [i, { from, until }] of segments.entries()) {
          expect(until).toBeGreaterThan(from);
          if (i > 0) expect(from).toBe(segments[i - 1]!.until);
        }
        expect(Object.values(sumsOf(segments)).reduce((sum, one) => sum + one)).toBe(END);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agrees with asking each instant by itself', () => {
    fc.assert(
      fc.property(downs, fc.array(span, { maxLength: 4 }), fc.integer({ min: 0, max: END - 1 }), (given, unseen, at) => {
        const { standing } = segmentsOf(day, given, unseen).find((segment) => covered([segment], at))!;
        const causes = given.filter((one) => covered([one], at)).map((one) => causeAt(one, at));
        expect(standing).toBe(outageCauses.find((cause) => causes.includes(cause)) ?? (covered(unseen, at) ? 'unknown' : 'up'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same in whatever order outages are given', () => {
    fc.assert(
      fc.property(downs, (given) => {
        expect(sumsOf(segmentsOf(day, [...given].reverse(), []))).toEqual(sumsOf(segmentsOf(day, given, [])));
      }),
    );
  });

  it('puts an outage of which nobody said anything down to the provider', () => {
    expect(segmentsOf(day, [down(100, 200)], [])).toMatchObject([{ standing: 'up' }, { standing: 'provider', from: 100, until: 200 }, { standing: 'up' }]);
  });

  it('takes the later word for the part it is about, and leaves the rest', () => {
    const told = down(100, 200, { from: 100, until: 200, cause: 'third_party_network' }, { from: 150, until: 200, cause: 'provider' });
    expect(segmentsOf({ from: 100, until: 200 }, [told], [])).toMatchObject([
      { standing: 'third_party_network', until: 150 },
      { standing: 'provider', until: 200 },
    ]);
  });

  it('lets nothing of the provider hide behind what a tenant did at the same time', () => {
    const own = down(100, 200, { from: 100, until: 200, cause: 'suspension' });
    expect(sumsOf(segmentsOf(day, [own, down(150, 250)], []))).toMatchObject({ suspension: 50, provider: 100 });
  });

  it('calls nothing up that nobody saw', () => {
    expect(sumsOf(segmentsOf(day, [], [day]))).toMatchObject({ up: 0, unknown: END });
  });
});

describe('causes', () => {
  it('follow from the origin, and an attack on our own platform is the provider’s', () => {
    expect(causeOf.attack_on_platform).toBe('provider');
    expect(outageOrigins.filter((origin) => causeOf[origin] === 'third_party_network')).toEqual(['attack_elsewhere', 'virus_elsewhere', 'carrier']);
    const elsewhere: OriginOf<'third_party_network'> = 'attack_elsewhere';
    // @ts-expect-error 5.4(3) excludes it
    const excluded: OriginOf<'third_party_network'> = 'attack_on_platform';
    expect(elsewhere).not.toBe(excluded);
  });

  it('each have an origin and something that proves them', () => {
    for (const cause of outageCauses) {
      expect(outageOrigins.some((origin) => causeOf[origin] === cause)).toBe(true);
      expect(evidenceFor[cause].length).toBeGreaterThan(0);
    }
    expect(causesOfOneTenant).toEqual(['suspension', 'tenant']);
  });
});
