// Four nodes whose clocks disagree by four seconds hammer one tenant at five times its quota, in each of the two stores.
// This process counts what they were accepted. SECONDS=5 makes it short.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mostInASecond } from './accepted.mjs';
import { report } from './figures.mjs';
import { openStand } from './limiter-stand.mjs';

const SECONDS = Number(process.env.SECONDS ?? 60);
const N = 100;
const LOAD = 5;
const SKEWS_MS = [-2_000, -700, 700, 2_000];

/** Starts a node and answers how to have it begin and what it was accepted. */
const startNode = async (skewMs, errand) => {
  const child = fork(path.join(import.meta.dirname, 'skew-child.mjs'), [String(skewMs)]);
  child.send(errand);
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => [{ gone: code }])]);
  if (!said.ready) throw new Error(`A node ended before it began (${said.gone}).`);
  return async () => {
    child.send('go');
    const [log] = await once(child, 'message');
    child.disconnect();
    return { ...log, skewMs: log.clockMs - Date.now() };
  };
};

const stand = await openStand();
for (const store of ['postgresql', 'redis']) {
  const tenantId = await stand.tenantWith(N);
  const errand = { store, tenantId, appUrl: stand.appUrl, redisUrl: stand.redisUrl, perSecond: (N * LOAD) / SKEWS_MS.length, seconds: SECONDS };
  const nodes = await Promise.all(SKEWS_MS.map((skewMs) => startNode(skewMs, errand)));
  // What they were accepted while they came up is a second old before they begin.
  await sleep(1_100);
  const logs = await Promise.all(nodes.map((begin) => begin()));
  const times = logs.flatMap(({ acceptedUs }) => acceptedUs);
  const firstUs = times.reduce((a, b) => Math.min(a, b), Infinity);
  const inTime = times.filter((time) => time < firstUs + SECONDS * 1_000_000).length;
  const share = inTime / (N * SECONDS);
  const failed = logs.reduce((sum, log) => sum + log.failed, 0);
  const most = mostInASecond(times);
  report(`${store}: clocks of the nodes`, logs.map(({ skewMs }) => `${(skewMs / 1_000).toFixed(1)} s`).join(', '));
  report(`${store}: most accepted in any second, N = ${N}`, String(most), most <= N, `≤ ${N}`);
  report(`${store}: accepted of what there was in ${SECONDS} s`, `${inTime.toLocaleString('en')} (${(share * 100).toFixed(2)} %), ${failed} without an answer`, share >= 0.999, '≥ 99.9 %');
}
await stand.close();
