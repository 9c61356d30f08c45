import { setTimeout as sleep } from 'node:timers/promises';
import { FoundTenant } from '@inkproof/identity';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database, type Config } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PlanStore } from './plan-store.js';
import { TenantStore } from './tenant-store.js';

const install = { uploads: { maxBytes: 1_000_000, maxPixels: 900_000_000, maxPages: 500 }, jobs: { maxPages: 200 }, readers: { deadlineMs: 90_000 } } as Config;
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let plans: PlanStore;
let tenantId: Id<'ten'>;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 2 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  plans = new PlanStore(database, install);
  tenantId = (await database.asProvider((tx) => new FoundTenant(new CountingIds(), new StillClock()).in(tx, { name: 'x', owner: { name: 'x', email: 'x@inkproof.example', password: 'x' } }))).tenantId;
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});

it('is the standard one for a new tenant, and no more than the install can bear', async () => {
  expect(await plans.of(tenantId)).toEqual({ name: 'standard', uploadMaxBytes: 1_000_000, pageMaxPixels: 50_000_000, callMaxPages: 20, jobMaxPages: 200, jobMaxDocuments: 100, readingsAtOnce: 4, deadlineMs: 60_000, inFlightMax: 100, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 });
});

it('is another at once when staff choose another, and only one that exists', async () => {
  await owner.query(`INSERT INTO plan VALUES ('small', 1000, 2000, 3, 4, 5, 1, 7000)`);
  await database.asProvider((tx) => new TenantStore().putOnPlan(tx, tenantId, 'small'));
  expect(await plans.of(tenantId)).toMatchObject({ name: 'small', uploadMaxBytes: 1_000, callMaxPages: 3, readingsAtOnce: 1, deadlineMs: 7_000 });
  await expect(database.asProvider((tx) => new TenantStore().putOnPlan(tx, tenantId, 'golden'))).rejects.toMatchObject({ code: 'plan.unknown' });
});

it('is remembered for calls no longer than half a second, and not at all where it could not be asked for', async () => {
  const own = new Database({ url: spec.url, pool: 2 });
  const remembering = new PlanStore(own, install);
  await database.asProvider((tx) => new TenantStore().putOnPlan(tx, tenantId, 'standard'));
  expect((await remembering.lately(tenantId)).name).toBe('standard');
  await database.asProvider((tx) => new TenantStore().putOnPlan(tx, tenantId, 'small'));
  const changedMs = performance.now();
  // Whenever a busy machine comes to ask: no call that asks later than this is told what was.
  let askedMs = changedMs;
  let lastToldMs = changedMs;
  while ((askedMs = performance.now(), await remembering.lately(tenantId)).name !== 'small') {
    lastToldMs = askedMs;
    await sleep(10);
  }
  expect(lastToldMs - changedMs).toBeLessThan(1_000);
  await expect(remembering.lately('ten_unknown')).rejects.toThrow(/no plan/);
  await expect(remembering.lately('ten_unknown')).rejects.toThrow(/no plan/);
  await own.close();
});

it('is not written by the application', async () => {
  await expect(database.asProvider((tx) => tx.plan.create({ data: { name: 'own', uploadMaxBytes: 1, pageMaxPixels: 1, callMaxPages: 1, jobMaxPages: 1, jobMaxDocuments: 1, readingsAtOnce: 1, deadlineMs: 1 } }))).rejects.toThrow(/permission denied/);
});
