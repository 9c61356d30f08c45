import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, sumsOf, type Down } from './ledger.js';
import { lengthOf } from './span.js';
import { hadBy, plansIn, staysOf, type OfPlans } from './stay.js';

const END = 1_000;
const month = { from: 0, until: END };
const plan = fc.constantFrom('free', 'standard', 'large');
const past = fc.uniqueArray(fc.record({ plan, until: fc.integer({ min: -100, max: END + 100 }) }), { maxLength: 5, selector: ({ until }) => until });
const down = fc
  .record({ from: fc.integer({ min: -200, max: END }), length: fc.integer({ min: 1, max: 600 }), plans: fc.uniqueArray(plan, { maxLength: 3 }), cause: fc.option(fc.constantFrom('maintenance' as const, 'third_party_network' as const)) })
  .map(({ from, length, plans, cause }): Down & OfPlans => ({ id: `out_${from}`, from, until: from + length, plans, bookings: cause ? [{ from, until: Infinity, cause }] : [] }));
const downs = fc.array(down, { maxLength: 6 });
const isIn = ({ from, until }: { from: number; until: number }, at: number) => from <= at && at < until;

describe('what a tenant had of outages that were for some plans', () => {
  it('adds up to the wall time, whatever plans it was on and however they changed', () => {
    fc.assert(
      fc.property(past, plan, downs, (left, now, given) => {
        const stays = staysOf(left, now);
        const sums = sumsOf(segmentsOf(month, given.flatMap((one) => hadBy(stays, one)), []));
        expect(Object.values(sums).reduce((sum, ms) => sum + ms)).toBe(END);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is at each instant what those on its plan of that instant had', () => {
    fc.assert(
      fc.property(past, plan, downs, fc.integer({ min: 0, max: END - 1 }), (left, now, given, at) => {
        const stays = staysOf(left, now);
        const then = stays.filter((stay) => isIn(stay, at));
        expect(then).toHaveLength(1);
        const standing = (of: readonly Down[]) => segmentsOf(month, of, []).find((segment) => isIn(segment, at))!.standing;
        expect(standing(given.flatMap((one) => hadBy(stays, one)))).toBe(standing(given.filter(({ plans }) => plans.length === 0 || plans.includes(then[0]!.plan))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never counts an instant of one outage twice', () => {
    fc.assert(
      fc.property(past, plan, down, (left, now, one) => {
        const parts = hadBy(staysOf(left, now), one);
        expect(parts.reduce((sum, part) => sum + lengthOf(part), 0)).toBeLessThanOrEqual(lengthOf(one));
      }),
    );
  });

  it('leaves an outage of everybody whole', () => {
    const all = { id: 'out_1', from: 1, until: 9, plans: [], bookings: [] };
    expect(hadBy(staysOf([{ plan: 'free', until: 5 }], 'large'), all)).toEqual([all]);
  });

  it('names each plan once', () => {
    expect(plansIn([{ plans: ['large', 'free'] }, { plans: [] }, { plans: ['free'] }])).toEqual(['free', 'large']);
  });
});
