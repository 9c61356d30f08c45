// Decisions of both limiters at a steady rate, as the API takes them, and an independent look at what was accepted.
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresLimiter, RedisLimiter, RedisRings } from '@inkproof/quota';
import { instantUs, mostInASecond } from './accepted.mjs';
import { treeCpuSeconds } from './cpu.mjs';
import { ms, quantile, report } from './figures.mjs';
import { openStand } from './limiter-stand.mjs';

const PER_SECOND = 2_000;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const RUNS = Number(process.env.RUNS ?? 3);

const stand = await openStand();
const postgres = new PostgresLimiter(stand.database);
const limiters = [postgres, new RedisLimiter(new RedisRings({ url: stand.redisUrl, onTrouble: () => {} }), postgres)];
let leases = 0;
const take = (limiter, tenantId) => limiter.take({ tenantId, environment: 'live', key: null, pages: 0, inFlight: false, lease: `lea_${++leases}`, call: null });

/** Calls start on the clock, whether the ones before them were answered or not. */
const drive = async (decide, seconds = SECONDS) => {
  const verdicts = [];
  const startedMs = performance.now();
  const waiting = [];
  for (let i = 0; i < PER_SECOND * seconds; i++) {
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
    const firstMs = [];
    let exact = true;
    let accepted = 0;
    let unanswered = 0;
    const cpuUs = { store: [], node: [] };
    // A rate that is held is measured, not how a node opens its connections and the store plans on each for the first time.
    const others = [];
    while (others.length < count) others.push(await stand.tenantWith(n));
    await drive((i) => take(limiter, others[i % count]), WARM_UP_SECONDS);
    for (let run = 0; run < RUNS; run++) {
      // One after another: many at once would wait for connections longer than a transaction does.
      const tenants = [];
      while (tenants.length < count) tenants.push(await stand.tenantWith(n));
      const [storeBefore, nodeBefore] = [treeCpuSeconds(stand.pid), process.cpuUsage()];
      const verdicts = await drive(async (i) => ({ ...(await take(limiter, tenants[i % count])), tenant: i % count, isFirst: i < count }));
      const node = process.cpuUsage(nodeBefore);
      cpuUs.store.push(((treeCpuSeconds(stand.pid) - storeBefore) * 1_000_000) / verdicts.length);
      cpuUs.node.push((node.user + node.system) / verdicts.length);
      p50s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.5));
      p99s.push(quantile(verdicts.map(({ tookMs }) => tookMs), 0.99));
      firstMs.push(...verdicts.filter(({ isFirst }) => isFirst).map(({ tookMs }) => tookMs));
      for (let tenant = 0; tenant < count; tenant++) exact &&= mostInASecond(verdicts.filter((verdict) => verdict.accepted && verdict.tenant === tenant).map(instantUs)) <= n;
      accepted += verdicts.filter((verdict) => verdict.accepted).length / RUNS;
      unanswered += verdicts.filter(({ isUnanswered }) => isUnanswered).length / RUNS;
    }
    report(`${limiter.store}, ${what}: p50, median of ${RUNS}`, ms(quantile(p50s, 0.5)));
    report(`${limiter.store}, ${what}: p99, median of ${RUNS}`, ms(quantile(p99s, 0.5)), quantile(p99s, 0.5) <= 5, `≤ 5 ms at ${PER_SECOND}/s`);
    // Where many tenants begin at once, as after a crash, none of their rings is laid out yet.
    if (count > 1) report(`${limiter.store}, ${what}: p99 of the first calls of all`, ms(quantile(firstMs, 0.99)));
    report(`${limiter.store}, ${what}: CPU of a decision`, `${Math.round(quantile(cpuUs.store, 0.5))} µs in PostgreSQL, ${Math.round(quantile(cpuUs.node, 0.5))} µs in the node and its callers`);
    report(`${limiter.store}, ${what}: never over N in any second`, `${Math.round(accepted)} of ${PER_SECOND * SECONDS} accepted, ${Math.round(unanswered)} without an answer`, exact, 'exact');
  }
/**
 * A tenant within its quota, while another is away or at twenty times its own. The two take turns, a pair of slices after the
 * other, so that whatever else the machine does falls on both, and each pair says by itself how far the tail was moved.
 */
const VICTIM_PER_SECOND = 80;
const SLICE_SECONDS = 3;
const PAIRS = Number(process.env.PAIRS ?? 9);
const slice = async (limiter, [victim, other], isFlooded) => {
  const each = PER_SECOND / VICTIM_PER_SECOND;
  const tookMs = [];
  await drive(async (i) => {
    if (i % each) return isFlooded ? take(limiter, other) : { accepted: false };
    const startedMs = performance.now();
    const verdict = await take(limiter, victim);
    tookMs.push(performance.now() - startedMs);
    return verdict;
  }, SLICE_SECONDS);
  return tookMs;
};
for (const limiter of limiters) {
  const tenants = [await stand.tenantWith(100), await stand.tenantWith(100)];
  const sides = { alone: [], beside: [] };
  const ratios = [];
  await slice(limiter, tenants, true);
  for (let pair = 0; pair < PAIRS; pair++) {
    const p99s = {};
    // Neither always comes second.
    for (const side of pair % 2 ? ['alone', 'beside'] : ['beside', 'alone']) {
      const tookMs = await slice(limiter, tenants, side === 'beside');
      sides[side].push(...tookMs);
      p99s[side] = quantile(tookMs, 0.99);
    }
    ratios.push(p99s.beside / p99s.alone);
  }
  const percent = (ratio) => `${((ratio - 1) * 100).toFixed(0)} %`;
  const moved = quantile(ratios, 0.5);
  for (const share of [0.5, 0.99]) report(`${limiter.store}, a tenant within its quota: p${share * 100} alone, and beside one at 20 times`, `${ms(quantile(sides.alone, share))}, ${ms(quantile(sides.beside, share))}`);
  report(`${limiter.store}, so one at 20 times its quota moves another's p99 by`, `${percent(moved)}, median of ${PAIRS} pairs (a quarter under ${percent(quantile(ratios, 0.25))}, a quarter over ${percent(quantile(ratios, 0.75))})`, moved <= 1.1, '≤ 10 %');
}
await limiters[1].close();
await stand.close();
