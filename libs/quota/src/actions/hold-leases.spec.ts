import { createLog, Database } from '@inkproof/platform';
import type { Id } from '@inkproof/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Lease } from '../model/verdict.js';
import { LEASE_MS } from '../store/limiter.js';
import { PostgresLimiter } from '../store/postgres-limiter.js';
import { LimiterBench } from '../testing/limiter-bench.js';
import { HoldLeases } from './hold-leases.js';

/** Two rounds of renewals, on a machine that is busy. */
const ROUNDS_MS = 5_000;

let bench: LimiterBench;
let tenantId: Id<'ten'>;
let held: HoldLeases;
let lines: string[];

beforeAll(async () => {
  bench = await LimiterBench.on('postgresql');
});
afterAll(() => bench.close());
beforeEach(async () => {
  lines = [];
  tenantId = await bench.tenant({ requestsPerSecond: 100, monthMaxPages: 100 });
  held = holdingOn(bench.database);
});
afterEach(() => held.onApplicationShutdown());

const holdingOn = (database: Database): HoldLeases => {
  const holding = new HoldLeases(new PostgresLimiter(database), createLog('debug', { write: (line: string) => void lines.push(line) }));
  holding.onApplicationBootstrap();
  return holding;
};
const taken = async (): Promise<Lease> => {
  const asked = bench.asked(tenantId, { pages: 3 });
  await bench.limiter.take(asked);
  return { id: asked.lease, tenantId, environment: 'live', inFlight: true, pages: 3 };
};
/** Milliseconds until the lease ends; nothing where there is none. */
const leftMs = async ({ id }: Lease): Promise<number | undefined> => {
  const { rows } = await bench.owner.query<{ left: string }>('SELECT extract(epoch FROM expires_at - clock_timestamp()) * 1000 AS left FROM quota_lease WHERE id = $1', [id]);
  return rows[0] && Number(rows[0].left);
};

it('renews what is held before it ends, and nothing else', async () => {
  const [kept, stranger] = [await taken(), await taken()];
  held.hold(kept);
  await bench.owner.query(`UPDATE quota_lease SET expires_at = clock_timestamp() + interval '3 seconds'`);
  await expect.poll(() => leftMs(kept), { timeout: ROUNDS_MS }).toBeGreaterThan(3_000);
  expect(await leftMs(kept)).toBeLessThanOrEqual(LEASE_MS);
  expect(await leftMs(stranger)).toBeLessThan(3_000);
});

it('takes again what the store has lost, with its pages', async () => {
  const lease = await taken();
  held.hold(lease);
  await bench.owner.query('DELETE FROM quota_lease WHERE id = $1', [lease.id]);
  await expect.poll(() => leftMs(lease), { timeout: ROUNDS_MS }).toBeGreaterThan(0);
  expect(await bench.limiter.look(bench.subject(tenantId))).toMatchObject({ inFlight: { now: 1 }, allowance: { reserved: 3 } });
});

it('does not take again what was let go', async () => {
  const [ended, kept] = [await taken(), await taken()];
  for (const lease of [ended, kept]) held.hold(lease);
  held.letGo(ended);
  await bench.owner.query('DELETE FROM quota_lease WHERE tenant_id = $1', [tenantId]);
  await expect.poll(() => leftMs(kept), { timeout: ROUNDS_MS }).toBeGreaterThan(0);
  expect(await leftMs(ended)).toBeUndefined();
});

it('warns while the store is away, and holds on', async () => {
  const away = new Database({ url: bench.spec.url.replace(/@[^/]+/, '@127.0.0.1:1'), pool: 1 });
  const holding = holdingOn(away);
  holding.hold(await taken());
  const warnings = () => lines.map((line) => JSON.parse(line) as { level: number; msg: string; leases?: number }).filter(({ level }) => level === 40);
  await expect.poll(() => warnings().length, { timeout: ROUNDS_MS }).toBeGreaterThanOrEqual(2);
  expect(warnings()[0]).toMatchObject({ msg: 'leases were not renewed', leases: 1 });
  await holding.onApplicationShutdown();
  await away.close();
});

it('renews nothing any more once its node has stopped', async () => {
  const lease = await taken();
  held.hold(lease);
  await held.onApplicationShutdown();
  await bench.owner.query('DELETE FROM quota_lease WHERE id = $1', [lease.id]);
  await sleep(1_200);
  expect(await leftMs(lease)).toBeUndefined();
});
