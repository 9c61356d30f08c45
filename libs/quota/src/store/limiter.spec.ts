import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lease, Verdict } from '../model/verdict.js';
import { CHANGES_HOLD_WITHIN_MS, LimiterBench } from '../testing/limiter-bench.js';
import { instantUs, mostInASecond } from '../testing/oracle.js';
import { LEASE_MS, type Asked } from './limiter.js';
import { settling } from './lease-rows.js';

const logOf = (verdicts: Verdict[]) => verdicts.map((verdict) => ({ ...verdict, atUs: instantUs(verdict) }));
const acceptedOf = (verdicts: Verdict[]) => verdicts.filter(({ accepted }) => accepted);

describe.each(['postgresql', 'redis'] as const)('the limits of a tenant in %s', (store) => {
  let bench: LimiterBench;
  beforeAll(async () => {
    bench = await LimiterBench.on(store);
  });
  afterAll(() => bench.close());

  const take = (tenantId: Id<'ten'>, more: Partial<Asked> = {}) => bench.limiter.take(bench.asked(tenantId, more));
  const many = (count: number, tenantId: Id<'ten'>, more: Partial<Asked> = {}) => Promise.all(Array.from({ length: count }, () => take(tenantId, more)));
  const leaseOf = ({ lease, tenantId, environment, inFlight, pages }: Asked): Lease => ({ id: lease, tenantId, environment, inFlight, pages });

  describe('calls a second', () => {
    it('are N that come at once after a rest, and no more', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 5 });
      const log = logOf(await many(40, tenant));
      const accepted = log.filter((call) => call.accepted).sort((a, b) => a.atUs - b.atUs);
      // A machine that is busy may take longer than a second over a hundred.
      expect(accepted.slice(0, 5).map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0]);
      expect(mostInASecond(log)).toBe(5);
      expect(accepted.every(({ refusedBy, retryAfterUs }) => refusedBy === null && retryAfterUs === 0)).toBe(true);
    });

    it('are never refused to idle tenants, whose full rings are being written over', async () => {
      const idle = await Promise.all(Array.from({ length: 10 }, () => bench.tenant({ requestsPerSecond: 3 })));
      for (let round = 0; round < 2; round++) {
        const verdicts = await Promise.all(idle.flatMap((tenant) => Array.from({ length: 3 }, () => take(tenant))));
        expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
        await sleep(1_005);
      }
    });

    it('are never more than N in any half-open second under load, and refused only when N were accepted in it', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 50 });
      const verdicts: Verdict[] = [];
      // Two seconds' worth are let through on a busy machine too, if a little later; the spec ends with them or not at all.
      let accepted = 0;
      const hammer = async () => {
        while (accepted < 100) {
          const verdict = await take(tenant);
          verdicts.push(verdict);
          accepted += Number(verdict.accepted);
        }
      };
      await Promise.all(Array.from({ length: 5 }, hammer));
      const log = logOf(verdicts);
      expect(mostInASecond(log)).toBe(50);
      const times = log.filter(({ accepted }) => accepted).map(({ atUs }) => atUs);
      for (const { atUs } of log.filter(({ accepted }) => !accepted)) expect(times.filter((time) => time <= atUs && time > atUs - 1_000_000).length).toBeGreaterThanOrEqual(50);
    });

    it('are accepted again at the instant that was named, and not five milliseconds before', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 1 });
      const first = await take(tenant);
      const refused = await take(tenant);
      expect(refused).toMatchObject({ accepted: false, refusedBy: 'tenant', remaining: 0 });
      await sleep(refused.retryAfterUs / 1_000 - 30);
      const early = await take(tenant);
      // A machine that is busy may have slept too long.
      expect(early.accepted).toBe(instantUs(early) - instantUs(first) >= 1_000_000);
      await sleep(Math.ceil(early.retryAfterUs / 1_000));
      expect((await take(tenant)).accepted).toBe(!early.accepted);
    });

    it('are another number from the next change on, up and down, and nothing accepted before is forgotten', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 2 });
      const before = await many(2, tenant);
      await bench.change(tenant, 10);
      expect(mostInASecond(logOf([...before, ...(await many(30, tenant))]))).toBe(10);
      await bench.change(tenant, 3);
      await sleep(1_010);
      expect(mostInASecond(logOf(await many(30, tenant)))).toBe(3);
    });

    it('are what a term of the contract says from its instant on, with nobody doing anything then', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 2 });
      const [row] = (await bench.owner.query<{ begins: string }>(
        `INSERT INTO quota_term (id, tenant_id, basis, requests_per_second, burst, effective_from, set_by, set_at)
         VALUES ('qtm_' || $1, $1, 'contracted', 7, 'at_once', clock_timestamp() + interval '400 milliseconds', 'per_x', clock_timestamp()) RETURNING quota_instant(effective_from) AS begins`,
        [tenant],
      )).rows;
      const verdicts: Verdict[] = [];
      while (acceptedOf(verdicts).length < 7) verdicts.push(await take(tenant));
      const seventh = instantUs(verdicts.at(-1)!) - instantUs({ at: row!.begins });
      // A refusal is known for a moment, and elsewhere than in PostgreSQL so is the contract.
      expect(seventh).toBeGreaterThanOrEqual(0);
      expect(seventh).toBeLessThan(CHANGES_HOLD_WITHIN_MS * 1_000);
      expect(acceptedOf(verdicts.filter((verdict) => verdict.at < row!.begins))).toHaveLength(2);
    });

    it('are not used up by looking', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 4 });
      await take(tenant);
      for (let i = 0; i < 10; i++) expect(await bench.limiter.look(bench.subject(tenant))).toMatchObject({ accepted: true, requestsPerSecond: 4, remaining: 3 });
    });
  });

  describe('a key with a quota of its own', () => {
    it('uses its own and its tenant’s together, and is told which of them refused', async () => {
      const key = { id: 'key_a', requestsPerSecond: 2 } as const;
      const { verdicts, looked, others, withAnother } = await bench.inOneSecond({ requestsPerSecond: 5 }, async (tenant) => ({
        verdicts: await many(6, tenant, { key }),
        looked: await bench.limiter.look({ ...bench.subject(tenant), key }),
        others: await many(9, tenant),
        withAnother: await take(tenant, { key: { id: 'key_b', requestsPerSecond: 2 } }),
      }));
      expect(acceptedOf(verdicts)).toHaveLength(2);
      expect(verdicts.filter(({ accepted }) => !accepted).map(({ refusedBy }) => refusedBy)).toEqual(['key', 'key', 'key', 'key']);
      expect(looked).toMatchObject({ remaining: 3, key: { requestsPerSecond: 2, remaining: 0 } });
      expect(acceptedOf(others)).toHaveLength(3);
      expect(withAnother).toMatchObject({ accepted: false, refusedBy: 'tenant', key: { remaining: 2 } });
    });
  });

  describe('test keys', () => {
    it('have a small quota of their own, and leave their tenant’s alone', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 3, testRequestsPerSecond: 2, testInFlightMax: 50, inFlightMax: 3 });
      const tests = await many(5, tenant, { environment: 'test' });
      expect(mostInASecond(logOf(tests))).toBe(2);
      expect(tests.find(({ accepted }) => !accepted)).toMatchObject({ refusedBy: 'test', ring: 'test', requestsPerSecond: 2 });
      expect(mostInASecond(logOf(await many(5, tenant)))).toBe(3);
    });

    it('never use pages of the month', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 3, monthMaxPages: 0 });
      expect((await take(tenant, { environment: 'test' })).accepted).toBe(true);
      expect(await take(tenant, { pages: 1 })).toMatchObject({ accepted: false, refusedBy: 'allowance' });
    });
  });

  describe('calls in flight', () => {
    it('are as many as may be, until one of them ends', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, inFlightMax: 2 });
      const asked = [1, 2, 3].map(() => bench.asked(tenant));
      const verdicts = [];
      for (const one of asked) verdicts.push(await bench.limiter.take(one));
      expect(verdicts.map(({ refusedBy, inFlight }) => [refusedBy, inFlight])).toEqual([[null, { now: 1, max: 2 }], [null, { now: 2, max: 2 }], ['in_flight', { now: 2, max: 2 }]]);
      // Refused, it used nothing: as many of N are left as were.
      expect((await bench.limiter.look(bench.subject(tenant))).remaining).toBe(98);
      await bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: asked[0]!.lease, at: verdicts[0]!.at }, 0)]);
      await bench.limiter.free(leaseOf(asked[0]!));
      expect((await take(tenant)).accepted).toBe(true);
    });

    it('free their places within seconds when their node is gone, and keep them while it renews', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, inFlightMax: 2 });
      const [kept, lost] = [bench.asked(tenant), bench.asked(tenant)];
      const [, taken] = await Promise.all([bench.limiter.take(kept), bench.limiter.take(lost)]);
      const renewing = setInterval(() => void bench.limiter.renew([leaseOf(kept)]), 1_000);
      // Judged by the store's own clock: a busy machine may come late to any timer of this process.
      const ageMs = (verdict: Verdict) => (instantUs(verdict) - instantUs(taken)) / 1_000;
      const refused: Verdict[] = [];
      let next = await take(tenant);
      for (; !next.accepted; next = await take(tenant)) {
        refused.push(next);
        await sleep(ageMs(next) < LEASE_MS - 500 ? 400 : 50);
      }
      expect(new Set(refused.map(({ refusedBy }) => refusedBy))).toEqual(new Set(['in_flight']));
      expect(Math.max(...refused.map(ageMs))).toBeLessThan(LEASE_MS + 200);
      expect(ageMs(next)).toBeGreaterThanOrEqual(LEASE_MS - 1);
      expect(next.inFlight.now).toBe(2);
      expect((await take(tenant)).refusedBy).toBe('in_flight');
      clearInterval(renewing);
    });

    it('do not count jobs', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, inFlightMax: 1 });
      await take(tenant, { inFlight: false });
      await take(tenant, { inFlight: false });
      expect(await take(tenant)).toMatchObject({ accepted: true, inFlight: { now: 1 } });
    });
  });

  describe('pages of the month', () => {
    it('are held when a call is let in, charged when it is recorded, and free when it came to nothing', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, monthMaxPages: 10 });
      const [first, second] = [bench.asked(tenant, { pages: 6 }), bench.asked(tenant, { pages: 4 })];
      const { at } = await bench.limiter.take(first);
      expect((await bench.limiter.take(second)).allowance).toMatchObject({ max: 10, used: 0, reserved: 10 });
      expect(await take(tenant, { pages: 1 })).toMatchObject({ accepted: false, refusedBy: 'allowance', retryAfterUs: 0, allowance: { resetsAt: expect.stringMatching(/T16:00:00\.000000Z$/) } });
      // One of its six pages was empty, and the other call failed.
      await bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: first.lease, at }, 5)]);
      await bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: second.lease, at }, 0)]);
      expect((await bench.limiter.look(bench.subject(tenant))).allowance).toMatchObject({ used: 5, reserved: 0 });
      expect((await take(tenant, { pages: 6 })).refusedBy).toBe('allowance');
      expect((await take(tenant, { pages: 5 })).accepted).toBe(true);
    });

    it('are never more than there are, however many calls come at once, and stay counted when they are added up', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 5_000, monthMaxPages: 40 });
      const asked = Array.from({ length: 60 }, () => bench.asked(tenant, { pages: 1 }));
      const verdicts = await Promise.all(asked.map((one) => bench.limiter.take(one)));
      expect(acceptedOf(verdicts)).toHaveLength(40);
      const settled = asked.filter((_, i) => verdicts[i]!.accepted);
      await Promise.all(settled.map(({ lease }) => bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: lease, at: verdicts[0]!.at }, 1)])));
      await many(40, tenant, { environment: 'test' });
      expect((await bench.limiter.look(bench.subject(tenant))).allowance).toMatchObject({ used: 40, reserved: 0 });
    });

    it('beyond the allowance are read where that was agreed, and the tenant learns how many', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, monthMaxPages: 3, overage: true });
      const asked = bench.asked(tenant, { pages: 8 });
      const { accepted, at } = await bench.limiter.take(asked);
      expect(accepted).toBe(true);
      await bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: asked.lease, at }, 8)]);
      expect((await bench.limiter.look(bench.subject(tenant))).allowance).toMatchObject({ max: 3, used: 8, overage: true });
    });

    it('are charged even where the lease ran out meanwhile', async () => {
      const tenant = await bench.tenant({ requestsPerSecond: 100, monthMaxPages: 10 });
      await bench.database.writeAsTenant(tenant, [settling({ tenantId: tenant, id: 'lea_gone', at: (await take(tenant)).at }, 4)]);
      expect((await bench.limiter.look(bench.subject(tenant))).allowance.used).toBe(4);
    });
  });

  describe('a refusal consumes nothing anywhere', () => {
    /** Everything that a call may use up, as it stands. */
    const standing = async (tenantId: Id<'ten'>, key: Asked['key']) => {
      const { remaining, key: own, inFlight, allowance } = await bench.limiter.look({ tenantId, environment: 'live', key });
      return { remaining, own: own?.remaining, flying: inFlight.now, reserved: allowance.reserved };
    };
    const key = { id: 'key_z', requestsPerSecond: 3 } as const;

    it.each([
      ['the allowance', { requestsPerSecond: 9, monthMaxPages: 5 }, { pages: 6 }, 'allowance'],
      ['the calls in flight', { requestsPerSecond: 9, inFlightMax: 1 }, {}, 'in_flight'],
      ['the quota of the key', { requestsPerSecond: 9 }, {}, 'key'],
      ['the quota of the tenant', { requestsPerSecond: 1 }, {}, 'tenant'],
    ])('whether it comes from %s', async (what, grants, more, by) => {
      const { first, before, verdicts, after } = await bench.inOneSecond(grants, async (tenant) => {
        const first: Verdict[] = [];
        for (let i = 0; i < (by === 'key' ? 3 : 1); i++) first.push(await take(tenant, { key }));
        return { first, before: await standing(tenant, key), verdicts: await many(20, tenant, { key, ...more }), after: await standing(tenant, key) };
      });
      expect(first.every(({ accepted }) => accepted)).toBe(true);
      expect(new Set(verdicts.map(({ refusedBy }) => refusedBy)), what).toEqual(new Set([by]));
      expect(after).toEqual(before);
    });
  });

  it('is never told to wait for a second where only the next month helps', async () => {
    const tenant = await bench.tenant({ requestsPerSecond: 1, monthMaxPages: 1 });
    await take(tenant, { pages: 1 });
    expect(await take(tenant, { pages: 1 })).toMatchObject({ refusedBy: 'allowance', retryAfterUs: 0 });
  });
});
