// Decisions of both limiters at a steady rate, as the API takes them, and an independent look at what was accepted.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FoundTenant } from '@inkproof/identity';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { PostgresLimiter, QuotaStore, RedisLimiter, RedisRings } from '@inkproof/quota';
import { startPostgres } from '../parts/postgres.mjs';
import { startRedis } from '../parts/redis.mjs';
import { ensureDatabase, provision } from '../parts/provision.mjs';
import { ms, quantile, report } from './figures.mjs';
import { newDataFolder } from '../parts/launch.mjs';

const PER_SECOND = 2_000;
const SECONDS = 4;
const RUNS = 3;

const folder = newDataFolder();
const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
const { appUrl } = await provision(await ensureDatabase(server.url, 'inkproof'), crypto.randomBytes(12).toString('hex'));
const database = new Database({ url: appUrl, pool: 20 });
const quotas = new QuotaStore();
const postgres = new PostgresLimiter(database);
const redis = await startRedis();
const limiters = [postgres, new RedisLimiter(new RedisRings({ url: redis.url, onTrouble: () => {} }), postgres)];
let leases = 0;
const take = (limiter, tenantId) => limiter.take({ tenantId, environment: 'live', key: null, pages: 0, inFlight: false, lease: `lea_${++leases}` });
const found = new FoundTenant(new SortableIds(), new SystemClock());
const tenantWith = (n) =>
  database.asProvider(async (tx) => {
    const { tenantId } = await found.in(tx, { name: 'bench', owner: { name: 'bench', email: `${crypto.randomUUID()}@inkproof.example`, password: 'x' } });
    await quotas.open(tx, tenantId, n);
    return tenantId;
  });

/** Calls start on the clock, whether the ones before them were answered or not. */
const drive = async (decide) => {
  const verdicts = [];
  const startedMs = performance.now();
  const waiting = [];
  for (let i = 0; i < PER_SECOND * SECONDS; i++) {
    const due = startedMs + (i * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    waiting.push(
      decide(i).then((verdict) => {
        verdicts.push({ ...verdict, tookMs: performance.now() - Math.max(due, startedMs) });
      }),
    );
  }
  await Promise.all(waiting);
  return verdicts;
};

const instantUs = ({ at }) => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));
const mostInASecond = (verdicts) => {
  const times = verdicts.filter(({ accepted }) => accepted).map(instantUs).sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last] - times[first] >= 1_000_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

await sleep(1_100);
const scenes = [
  ['one tenant of 100, twenty times its quota', 100, 1],
  ['fifty tenants of 20, twice their quotas', 20, 50],
  ['a hundred tenants of 20, just their quotas', 20, 100],
];
for (const limiter of limiters)
  for (const [what, n, count] of scenes) {
    const p50s = [];
    const p99s = [];
    let exact = true;
    let accepted = 0;
    for (let run = 0; run < RUNS; run++) {
      const tenants = await Promise.all(Array.from({ length: count }, () => tenantWith(n)));
      const verdicts = await drive(async (i) => ({ ...(await take(limiter, tenants[i % count])), tenant: i % count }));
      p50s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.5));
      p99s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.99));
      for (let tenant = 0; tenant < count; tenant++) exact &&= mostInASecond(verdicts.filter((verdict) => verdict.tenant === tenant)) <= n;
      accepted += verdicts.filter((verdict) => verdict.accepted).length / RUNS;
    }
    report(`${limiter.store}, ${what}: p50, median of ${RUNS}`, ms(quantile(p50s, 0.5)));
    report(`${limiter.store}, ${what}: p99, median of ${RUNS}`, ms(quantile(p99s, 0.5)), quantile(p99s, 0.5) <= 5, `≤ 5 ms at ${PER_SECOND}/s`);
    report(`${limiter.store}, ${what}: never over N in any second`, `${Math.round(accepted)} of ${PER_SECOND * SECONDS} accepted`, exact, 'exact');
  }
await limiters[1].close();
await redis.stop();
await database.close();
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
