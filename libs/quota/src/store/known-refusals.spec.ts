import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, usOf } from '../model/instant.js';
import type { Verdict } from '../model/verdict.js';
import { KnownRefusals } from './known-refusals.js';
import type { Subject } from './limiter.js';

const subject: Subject = { tenantId: 'ten_1', environment: 'live', key: null };
const refused = (more: Partial<Verdict> = {}): Verdict => ({
  at: '2026-11-22T04:00:00.500000Z',
  ring: 'tenant',
  requestsPerSecond: 1,
  remaining: 0,
  key: null,
  inFlight: { now: 0, max: 1 },
  allowance: { max: null, used: 0, reserved: 0, overage: false, resetsAt: '' },
  accepted: false,
  refusedBy: 'tenant',
  retryAfterUs: 30_000,
  ...more,
});

describe('a refusal that is known', () => {
  it('is given again to the same key of the same tenant only', () => {
    const known = new KnownRefusals();
    known.note(subject, refused(), 100, 101);
    expect(known.find(subject, 102)).toMatchObject({ accepted: false, refusedBy: 'tenant' });
    const others: Subject[] = [{ ...subject, tenantId: 'ten_2' }, { ...subject, environment: 'test' }, { ...subject, key: { id: 'key_1', requestsPerSecond: 1 } }];
    for (const other of others) expect(known.find(other, 102)).toBeUndefined();
  });

  it.each(['in_flight', 'allowance'] as const)('is none where %s refused, which may end at any moment', (refusedBy) => {
    const known = new KnownRefusals();
    known.note(subject, refused({ refusedBy }), 100, 101);
    expect(known.find(subject, 101)).toBeUndefined();
  });

  it('is asked for anew after fifty milliseconds, however long the ring stays full', () => {
    const known = new KnownRefusals();
    known.note(subject, refused({ retryAfterUs: 900_000 }), 100, 101);
    expect(known.find(subject, 149.9)).toBeDefined();
    expect(known.find(subject, 150)).toBeUndefined();
  });

  it('holds at no instant at which the store would accept, and names none at which it would still refuse, wherever between question and answer the store decided', () => {
    const times = fc.record({ waitUs: fc.integer({ min: 1, max: 60_000 }), travelUs: fc.integer({ min: 0, max: 20_000 }), decidedAfter: fc.double({ min: 0, max: 1, noNaN: true }), laterUs: fc.integer({ min: 0, max: 60_000 }) });
    fc.assert(
      fc.property(times, ({ waitUs, travelUs, decidedAfter, laterUs }) => {
        const known = new KnownRefusals();
        const askedMs = 1_000;
        const answeredMs = askedMs + travelUs / 1_000;
        const nowMs = answeredMs + laterUs / 1_000;
        const verdict = refused({ retryAfterUs: waitUs });
        known.note(subject, verdict, askedMs, answeredMs);
        // By this node's clock.
        const freeMs = askedMs + (travelUs / 1_000) * decidedAfter + waitUs / 1_000;
        const found = known.find(subject, nowMs);
        if (!found) return;
        expect(nowMs).toBeLessThan(freeMs);
        expect(nowMs + found.retryAfterUs / 1_000).toBeGreaterThanOrEqual(freeMs - 1e-6);
        expect(usOf(found.at)).toBeGreaterThanOrEqual(usOf(verdict.at));
        expect(usOf(found.at)).toBeLessThan(usOf(verdict.at) + waitUs);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('an instant is written as it is read', () => {
  for (const at of ['2026-11-22T04:00:00.000000Z', '2026-12-31T23:59:59.999999Z', '2026-11-22T04:00:00.000123Z']) expect(instantOf(usOf(at))).toBe(at);
});
