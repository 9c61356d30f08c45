// Decisions of both limiters at a steady rate, as the API takes them, and an independent look at what was accepted.
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresLimiter, RedisLimiter, RedisRings } from '@inkproof/quota';
import { instantUs, mostInASecond } from './accepted.mjs';
import { ms, quantile, report } from './figures.mjs';
import { openStand } from './limiter-stand.mjs';

const PER_SECOND = 2_000;
const SECONDS = 4;
const RUNS = Number(process.env.RUNS ?? 3);

const stand = await openStand();
const postgres = new PostgresLimiter(stand.database);
const limiters = [postgres, new RedisLimiter(new RedisRings({ url: stand.redisUrl, onTrouble: () => {} }), postgres)];
let leases = 0;
const take = (limiter, tenantId) => limiter.take({ tenantId, environment: 'live', key: null, pages: 0, inFlight: false, lease: `lea_${++leases}`, call: null });

/** Calls start on the clock, whether the ones before them were answered or not. */
const drive = async (decide) => {
  const verdicts = [];
  const startedMs = performance.now();
  const waiting = [];
  for (let i = 0; i < PER_SECOND * SECONDS; i++) {
    const due = startedMs + (i * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    // A timer is a little early or late: what is late is the call's wait, what is early is not its gain.
    const beganMs = Math.min(due, performance.now());
    waiting.push(
      // One that is told that the limiter cannot be asked took its time too.
      decide(i).catch(() => ({ accepted: false, isUnanswered: true })).then((verdict) => {
        verdicts.push({ ...verdict, tookMs: performance.now() - beganMs });
      }),
    );
  }
  await Promise.all(waiting);
  return verdicts;
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
    let unanswered = 0;
    for (let run = 0; run < RUNS; run++) {
      // One after another: many at once would wait for connections longer than a transaction does.
      const tenants = [];
      while (tenants.length < count) tenants.push(await stand.tenantWith(n));
      const verdicts = await drive(async (i) => ({ ...(await take(limiter, tenants[i % count])), tenant: i % count }));
      p50s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.5));
      p99s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.99));
      for (let tenant = 0; tenant < count; tenant++) exact &&= mostInASecond(verdicts.filter((verdict) => verdict.accepted && verdict.tenant === tenant).map(instantUs)) <= n;
      accepted += verdicts.filter((verdict) => verdict.accepted).length / RUNS;
      unanswered += verdicts.filter(({ isUnanswered }) => isUnanswered).length / RUNS;
    }
    report(`${limiter.store}, ${what}: p50, median of ${RUNS}`, ms(quantile(p50s, 0.5)));
    report(`${limiter.store}, ${what}: p99, median of ${RUNS}`, ms(quantile(p99s, 0.5)), quantile(p99s, 0.5) <= 5, `≤ 5 ms at ${PER_SECOND}/s`);
    report(`${limiter.store}, ${what}: never over N in any second`, `${Math.round(accepted)} of ${PER_SECOND * SECONDS} accepted, ${Math.round(unanswered)} without an answer`, exact, 'exact');
  }
await limiters[1].close();
await stand.close();
