import { components, type ComponentName, type MaintenanceImpact } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { WindowStore, type Impacts } from '@inkproof/maintenance';
import { tellIn } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { showJob } from '../http/show-job.js';
import { JobBench } from '../testing/job-bench.js';

const HOUR_MS = 3_600_000;
const never = new AbortController().signal;
const store = new WindowStore();

let spec: SpecDatabase;
let bench: JobBench;
let owner: pg.Client;
let tenant: Id<'ten'>;
let other: Id<'ten'>;

beforeAll(async () => {
  spec = await openSpecDatabase();
  bench = await JobBench.on(spec.url);
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await owner.query(`CREATE TEMP TABLE large AS SELECT * FROM plan WHERE name = 'standard'; UPDATE large SET name = 'large'; INSERT INTO plan SELECT * FROM large`);
  [tenant, other] = [await bench.newTenant(), await bench.newTenant()];
  await owner.query(`UPDATE tenant SET plan_name = 'large' WHERE id = $1`, [other]);
  await bench.work();
});
afterAll(async () => {
  await owner.end();
  await bench.stop();
  await spec.drop();
});

/** Work on jobs that has begun, told to the nodes as it is told to them. */
const begun = async (impact: MaintenanceImpact, plans: string[] = []): Promise<Id<'mnt'>> => {
  const [id, at] = [bench.ids.next('mnt'), bench.clock.now()];
  const impacts = { ...(Object.fromEntries(components.map((name: ComponentName) => [name, 'none'])) as Impacts), jobs: impact };
  await bench.database.asProvider(async (tx) => {
    await store.add(tx, { id, state: 'draft', draftedBy: 'per_1', draftedAt: at, version: 1, restored: [] });
    await store.addVersion(tx, id, { kind: 'emergency', titleZh: 'x', titleEn: 'x', textZh: 'x', textEn: 'x', startsAt: at, endsAt: new Date(at.getTime() + HOUR_MS), plans, reason: 'r', rollbackPlan: 'x', beginsByItself: true, endsByItself: false, impacts, number: 1, writtenBy: 'per_1', writtenAt: at });
    await store.change(tx, id, { state: 'scheduled', publishedBy: 'per_1', publishedAt: at, announcedAt: at });
    await store.change(tx, id, { state: 'in_progress', startedAt: at });
    await tellIn(tx, 'maintenance');
  });
  await expect.poll(() => bench.door.windows.map((window) => window.id)).toContain(id);
  return id;
};
const complete = (id: Id<'mnt'>) =>
  bench.database.asProvider(async (tx) => {
    await store.change(tx, id, { state: 'completed', endedAt: bench.clock.now() });
    await tellIn(tx, 'maintenance');
  });
const seen = async (id: Id<'job'>) => showJob((await bench.follow.see(tenant, id))!);
const ended = (id: Id<'job'>, of = tenant) => bench.follow.untilEnd(of, id, 20_000, never);
const putOff = async (): Promise<number> => (await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'document' AND state = 'retry' AND start_after > now()`)).rows[0]!.count;

it('what is being read is finished, what is queued waits in its place and says until when, and goes on within seconds after the work', async () => {
  let finish = (): void => {};
  bench.readers.beforePage = () => new Promise((resolve) => (finish = resolve));
  const running = await bench.submit(tenant, [['running']]);
  await expect.poll(async () => (await seen(running)).status).toBe('running');
  const work = await begun('unavailable');
  bench.readers.beforePage = async () => {};
  const queued = [await bench.submit(tenant, [['first'], ['second']]), await bench.submit(tenant, [['third']])];
  const polls = queued.map((id) => ended(id));
  const events: string[] = [];
  const stream = (async () => {
    for await (const event of bench.follow.events(tenant, queued[1]!, 0, never)) if (event?.kind === 'job') events.push(`${event.job.record.state} ${event.job.waiting?.maintenance ?? ''}`.trim());
  })();
  finish();
  expect((await ended(running))!.record.state).toBe('succeeded');
  await expect.poll(putOff, { timeout: 10_000 }).toBe(3);
  const until = new Date(bench.clock.now().getTime() + HOUR_MS).toISOString();
  expect(await Promise.all(queued.map(seen))).toMatchObject([
    { status: 'queued', position: 0, waiting: { maintenance: work, until } },
    { status: 'queued', position: 2, waiting: { maintenance: work, until } },
  ]);
  expect(Object.keys(bench.readers.timesRead)).toEqual(['running']);

  await complete(work);
  const since = performance.now();
  expect((await Promise.all(polls)).map((job) => job!.record.state)).toEqual(['succeeded', 'succeeded']);
  // Promised is a second or two; this machine runs other specs as well. The announced end is an hour away.
  expect(performance.now() - since).toBeLessThan(10_000);
  await stream;
  expect([events[0], events.at(-1)]).toEqual([`queued ${work}`, 'succeeded']);
  expect(bench.readers.timesRead).toMatchObject({ first: 1, second: 1, third: 1 });
  expect((await seen(queued[0]!)).waiting).toBeNull();
});

it('holds those alone whom the work concerns, and nobody where jobs are only slower', async () => {
  const work = await begun('unavailable', ['standard']);
  const held = await bench.submit(tenant, [['held']]);
  const free = await bench.submit(other, [['free']]);
  expect((await ended(free, other))!.record.state).toBe('succeeded');
  expect(await seen(held)).toMatchObject({ status: 'queued', waiting: { maintenance: work } });
  await complete(work);
  expect((await ended(held))!.record.state).toBe('succeeded');
  const slower = await begun('degraded');
  expect((await ended(await bench.submit(tenant, [['slower']])))!.record.state).toBe('succeeded');
  await complete(slower);
});

it('uses up no try, however often it is put off, and is taken out when its job is cancelled', async () => {
  const work = await begun('unavailable');
  const id = await bench.submit(tenant, [['patient']]);
  for (let time = 0; time < 12; time++) {
    await expect.poll(putOff, { timeout: 10_000 }).toBe(1);
    await bench.queue.comeUp('document');
    await sleep(20);
  }
  await expect.poll(putOff, { timeout: 10_000 }).toBe(1);
  const dropped = await bench.submit(tenant, [['dropped']]);
  await expect.poll(putOff, { timeout: 10_000 }).toBe(2);
  expect(await bench.cancel.for(tenant, dropped, { kind: 'key', id: 'key_1', requestId: 'req_1' })).toBe(true);
  await complete(work);
  expect((await ended(id))!.record.state).toBe('succeeded');
  expect((await ended(dropped))!.record.state).toBe('canceled');
  expect(bench.readers.timesRead).not.toHaveProperty('dropped');
});
