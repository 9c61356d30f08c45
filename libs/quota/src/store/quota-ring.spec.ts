import { CountingIds, SystemClock, type Id } from '@inkproof/kernel';
import { FoundTenant } from '@inkproof/identity';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../model/verdict.js';
import { QuotaStore } from './quota-store.js';

let spec: SpecDatabase;
let database: Database;
let quotas: QuotaStore;
const found = new FoundTenant(new CountingIds(), new SystemClock());
let tenants = 0;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 20 });
  quotas = new QuotaStore(database);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const tenantWith = (requestsPerSecond: number): Promise<Id<'ten'>> =>
  database.asProvider(async (tx) => {
    const { tenantId } = await found.in(tx, { name: 'x', owner: { name: 'x', email: `x${tenants++}@inkproof.example`, password: 'x' } });
    await quotas.open(tx, tenantId, requestsPerSecond);
    return tenantId;
  });

const change = (tenantId: Id<'ten'>, requestsPerSecond: number) => database.asProvider((tx) => quotas.change(tx, tenantId, requestsPerSecond));

/** Microseconds from the store's own instants, read without the limiter's maths. */
const instantUs = ({ at }: Verdict): number => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));

/** The most calls accepted in any half-open second of a record. */
const mostInASecond = (verdicts: Verdict[]): number => {
  const times = verdicts.filter(({ accepted }) => accepted).map(instantUs).sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last]! - times[first]! >= 1_000_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

describe('the quota', () => {
  it('accepts N calls that come at once after a rest, and no more', async () => {
    const tenant = await tenantWith(5);
    const verdicts = await Promise.all(Array.from({ length: 100 }, () => quotas.take(tenant)));
    expect(verdicts.filter(({ accepted }) => accepted)).toHaveLength(5);
    expect(verdicts.filter(({ accepted }) => accepted).map(({ remaining }) => remaining).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('never refuses idle tenants wrongly, whose full rings are being written over', async () => {
    const idle = await Promise.all(Array.from({ length: 20 }, () => tenantWith(3)));
    for (let round = 0; round < 3; round++) {
      const verdicts = await Promise.all(idle.flatMap((tenant) => [quotas.take(tenant), quotas.take(tenant), quotas.take(tenant)]));
      expect(verdicts.filter(({ accepted }) => !accepted)).toEqual([]);
      await sleep(1_010);
    }
  });

  it('holds over two seconds of five callers hammering, refuses only when N were accepted, and is not slowed by refusals', async () => {
    const tenant = await tenantWith(50);
    const verdicts: Verdict[] = [];
    const until = Date.now() + 2_200;
    const hammer = async () => {
      while (Date.now() < until) verdicts.push(await quotas.take(tenant));
    };
    await Promise.all(Array.from({ length: 5 }, hammer));
    expect(mostInASecond(verdicts)).toBe(50);
    const accepted = verdicts.filter((verdict) => verdict.accepted).map(instantUs);
    for (const refusal of verdicts.filter((verdict) => !verdict.accepted)) {
      const at = instantUs(refusal);
      expect(accepted.filter((time) => time <= at && time > at - 1_000_000).length).toBeGreaterThanOrEqual(50);
    }
    expect(accepted.length).toBeGreaterThanOrEqual(100);
  });

  it('accepts a retry at the instant it named, and not five milliseconds before', async () => {
    const tenant = await tenantWith(1);
    await quotas.take(tenant);
    const refused = await quotas.take(tenant);
    expect(refused.accepted).toBe(false);
    await sleep(refused.retryAfterUs / 1_000 - 30);
    const early = await quotas.take(tenant);
    expect(early.accepted).toBe(false);
    await sleep(Math.ceil(early.retryAfterUs / 1_000));
    expect((await quotas.take(tenant)).accepted).toBe(true);
  });

  it('holds a new N from the next call, up and down, without forgetting what it accepted', async () => {
    const tenant = await tenantWith(2);
    const verdicts = [await quotas.take(tenant), await quotas.take(tenant)];
    await change(tenant, 10);
    verdicts.push(...(await Promise.all(Array.from({ length: 30 }, () => quotas.take(tenant)))));
    expect(verdicts.filter(({ accepted }) => accepted)).toHaveLength(10);
    await change(tenant, 3);
    await sleep(1_010);
    const after = await Promise.all(Array.from({ length: 30 }, () => quotas.take(tenant)));
    expect(after.filter(({ accepted }) => accepted)).toHaveLength(3);
  });

  it('takes nothing when it is only looked at', async () => {
    const tenant = await tenantWith(4);
    await quotas.take(tenant);
    for (let i = 0; i < 10; i++) expect(await quotas.look(tenant)).toMatchObject({ requestsPerSecond: 4, remaining: 3 });
  });

  it('is set by the provider only', async () => {
    const tenant = await tenantWith(1);
    await expect(database.asTenant(tenant, (tx) => quotas.change(tx, tenant, 5_000))).rejects.toThrow(/only the provider/);
  });

  it('accepts nothing for a second after a crash wiped its sentinel, and says that the limiter is unavailable', async () => {
    const tenant = await tenantWith(5);
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    await owner.query('TRUNCATE quota_sentinel');
    await expect(quotas.take(tenant)).rejects.toMatchObject({ code: 'capacity.limiter_unavailable' });
    await expect(quotas.take(tenant)).rejects.toMatchObject({ code: 'capacity.limiter_unavailable' });
    await sleep(1_010);
    expect((await quotas.take(tenant)).accepted).toBe(true);
    await owner.end();
  });
});
