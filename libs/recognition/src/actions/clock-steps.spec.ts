import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { Database, StoreClock } from '@inkproof/platform';
import { PostgresLimiter, QuotaStore } from '@inkproof/quota';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { JobBench } from '../testing/job-bench.js';
import { fileOf } from '../testing/scripted-readers.js';

const HOUR_MS = 3_600_000;
const by: Actor = { kind: 'key', id: 'key_1', requestId: 'req_1' };
const never = new AbortController().signal;

let spec: SpecDatabase;
let database: Database;
let bench: JobBench<StoreClock>;
let tenant: Id<'ten'>;
let offsetMs = 0;
let letGo: () => void = () => {};

/** The machine's clock is set, under everything that runs here. */
const step = (hours: number): void => {
  vi.useRealTimers();
  offsetMs += hours * HOUR_MS;
  const now = Date.now() + offsetMs;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 2 });
  bench = await JobBench.by(spec.url, await StoreClock.start(() => database.now()));
  tenant = await bench.newTenant();
  await database.asProvider((tx) => new QuotaStore().open(tx, tenant, 2));
  await bench.work();
});
afterEach(() => {
  vi.useRealTimers();
  offsetMs = 0;
  letGo();
  bench.readers.beforePage = async () => {};
});
afterAll(async () => {
  await bench.stop();
  await database.close();
  await spec.drop();
});

describe.each([
  ['forward by thirty hours', 30],
  ['back by thirty hours', -30],
])('a node whose clock steps %s', (_, hours) => {
  it('in the middle of a job neither loses it nor lets its result go early', async () => {
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = (text) => (text === 'after' ? gate : Promise.resolve());
    const id = await bench.submit(tenant, [[`before`, 'after'], ['next']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))?.pagesDone, { timeout: 15_000 }).toBe(2);
    step(hours);
    await bench.sweep.sweep();
    letGo();
    const seen = await bench.follow.untilEnd(tenant, id, 20_000, never);
    expect(seen?.record).toMatchObject({ state: 'succeeded', documents: [{ pagesDone: 2 }, { pagesDone: 1 }] });
    step(hours);
    await bench.sweep.sweep();
    expect((await bench.fetch.document(tenant, id, 1, 'text', 'look')).body).toBe('before\fafter');
    const keptMs = seen!.record.expiresAt.getTime() - bench.clock.now().getTime();
    expect(keptMs).toBeGreaterThan(23 * HOUR_MS);
    expect(keptMs).toBeLessThanOrEqual(24 * HOUR_MS);
  }, 50_000);

  it('goes on taking jobs and answering calls', async () => {
    step(hours);
    const id = await bench.submit(tenant, [['prompt']]);
    expect((await bench.follow.untilEnd(tenant, id, 20_000, never))?.record.state).toBe('succeeded');
    const asked = { file: fileOf({ pages: ['called'] }), options: { languages: 'auto', reader: 'auto', pages: null }, caps: { maxPixels: 1_000, maxPages: 10 }, lane: tenant, laneLimit: 2, urgency: 'call', deadlineMs: 20_000 } as const;
    expect((await bench.queued.read(asked)).pages[0]?.text).toBe('called');
  }, 50_000);

  it('waits for news as long as it was asked to', async () => {
    bench.readers.beforePage = (text, signal) => (text === 'slow' ? sleep(60_000, undefined, { signal }) : Promise.resolve());
    const id = await bench.submit(tenant, [['slow']]);
    const beganMs = performance.now();
    const waiting = bench.follow.untilEnd(tenant, id, 1_000, never);
    step(hours);
    expect((await waiting)?.record.state).not.toBe('succeeded');
    const tookMs = performance.now() - beganMs;
    expect(tookMs).toBeGreaterThan(900);
    expect(tookMs).toBeLessThan(10_000);
    await bench.cancel.for(tenant, id, by);
  }, 15_000);

  it('admits under the quota as before', async () => {
    await sleep(1_100);
    step(hours);
    const limiter = new PostgresLimiter(database);
    const take = async () => (await limiter.take({ tenantId: tenant, environment: 'live', key: null, pages: 0, inFlight: false, lease: 'lea_1', call: null })).accepted;
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  });
});
