import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@inkproof/kernel';
import { LimiterBench } from '../testing/limiter-bench.js';
import { instantUs, mostInASecond } from '../testing/oracle.js';
import { PostgresLimiter } from './postgres-limiter.js';

let bench: LimiterBench;
beforeAll(async () => {
  bench = await LimiterBench.on('postgresql');
});
afterAll(() => bench.close());

/** One after another: many at once would wait for connections longer than a transaction does. */
const tenants = async (count: number, requestsPerSecond: number): Promise<Id<'ten'>[]> => {
  const opened: Id<'ten'>[] = [];
  while (opened.length < count) opened.push(await bench.tenant({ requestsPerSecond }));
  return opened;
};
const take = (tenantId: Id<'ten'>) => bench.limiter.take(bench.asked(tenantId));

describe('callers whose calls are judged in one statement', () => {
  it('are each told what they would be told alone', async () => {
    const many = await tenants(20, 3);
    // Their rings are laid out; what is judged together from now on is short.
    await Promise.all(many.map(take));
    const verdicts = await Promise.all(Array.from({ length: 6 }, () => many).flat().map(async (tenant) => ({ tenant, ...(await take(tenant)) })));
    for (const tenant of many) {
      const log = verdicts.filter((verdict) => verdict.tenant === tenant).map((verdict) => ({ ...verdict, atUs: instantUs(verdict) }));
      expect(mostInASecond(log)).toBeLessThanOrEqual(3);
      const times = log.filter(({ accepted }) => accepted).map(({ atUs }) => atUs);
      expect(times.length).toBeGreaterThanOrEqual(2);
      // One was accepted before the log begins.
      for (const { atUs, refusedBy, retryAfterUs } of log.filter(({ accepted }) => !accepted)) {
        expect(times.filter((time) => time <= atUs && time > atUs - 1_000_000).length).toBeGreaterThanOrEqual(2);
        expect({ refusedBy, waits: retryAfterUs > 0 }).toEqual({ refusedBy: 'tenant', waits: true });
      }
    }
  });

  it('do not wait for one whose ring is held, which is judged once it is free', async () => {
    const [held, free] = [await tenants(6, 5), await tenants(6, 5)];
    await Promise.all([...held, ...free].map(take));
    const holder = new pg.Client(bench.spec.ownerUrl);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM quota_ring WHERE tenant_id = ANY ($1) FOR UPDATE', [held]);
    let isFree = false;
    const waiting = Promise.all(held.map(async (tenant) => ({ ...(await take(tenant)), wasFree: isFree })));
    const beside = await Promise.all([...free, ...free].map(take));
    expect(beside.every(({ accepted }) => accepted)).toBe(true);
    isFree = true;
    await holder.query('COMMIT');
    for (const { accepted, wasFree } of await waiting) expect({ accepted, wasFree }).toEqual({ accepted: true, wasFree: true });
    await holder.end();
  });

  it('do not wait for one who begins while its tenant is changed, and who is judged after the change', async () => {
    const begin = await tenants(6, 5);
    const holder = new pg.Client(bench.spec.ownerUrl);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM tenant WHERE id = $1 FOR UPDATE', [begin[0]]);
    let isFree = false;
    const waiting = take(begin[0]!).then((verdict) => ({ ...verdict, wasFree: isFree }));
    const beside = await Promise.all(begin.slice(1).map(take));
    expect(beside.every(({ accepted }) => accepted)).toBe(true);
    isFree = true;
    await holder.query('COMMIT');
    expect(await waiting).toMatchObject({ accepted: true, wasFree: true });
    await holder.end();
  });

  it('share a ring with those of another node that lays it out at the same time', async () => {
    const other = new PostgresLimiter(bench.database);
    for (let round = 0; round < 5; round++) {
      const begin = await tenants(8, 3);
      const nodes = [bench.limiter, other];
      const verdicts = await Promise.all(nodes.flatMap((node) => [begin, begin].flat().map(async (tenant) => ({ tenant, ...(await node.take(bench.asked(tenant))) }))));
      for (const tenant of begin) {
        const timesUs = verdicts.filter((verdict) => verdict.tenant === tenant && verdict.accepted).map(instantUs);
        expect(timesUs.length).toBeGreaterThanOrEqual(3);
        expect(mostInASecond(timesUs.map((atUs) => ({ accepted: true, atUs })))).toBeLessThanOrEqual(3);
      }
    }
  });

  it('are judged beside one who cannot be, and who hears of it alone', async () => {
    const good = await tenants(4, 5);
    await Promise.all(good.map(take));
    const twice = bench.asked(good[0]!);
    expect((await bench.limiter.take(twice)).accepted).toBe(true);
    const outcomes = await Promise.allSettled([take('ten_nobody'), bench.limiter.take(twice), ...good.slice(1).map(take)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect((outcomes[0] as PromiseRejectedResult).reason).toMatchObject({ message: expect.stringContaining('has no quota') as string });
  });
});

it('rings of any length, lengthened while they turn, keep what they held and know how much is left', async () => {
  const tenant = await bench.tenant({ requestsPerSecond: 100 });
  const timesUs: number[] = [];
  for (const [n, calls] of [[100, 90], [130, 30], [300, 170], [700, 400]] as const) {
    await bench.change(tenant, n);
    for (const verdict of await Promise.all(Array.from({ length: calls }, () => take(tenant)))) {
      expect(verdict.accepted).toBe(true);
      const atUs = instantUs(verdict);
      timesUs.push(atUs);
      expect(verdict.remaining).toBe(n - timesUs.filter((time) => time > atUs - 1_000_000).length);
    }
  }
});
