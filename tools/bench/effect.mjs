// How long until what was decided holds on every node: two API processes share a database, and both are asked without pause.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawPage } from '@inkproof/drawn-pages';
import pg from 'pg';
import { fileText } from '../parts/filed-text.mjs';
import { launch, newDataFolder } from '../parts/launch.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { ensureDatabase } from '../parts/provision.mjs';
import { ms, quantile, report } from './figures.mjs';

const RUNS = 10;
const WITHIN_MS = 1_000;
const page = drawPage({ lines: ['EFFECT'], widthPx: 240, fontPx: 28 });

const folder = newDataFolder();
const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
const ownerUrl = await ensureDatabase(server.url, 'inkproof');
const settings = { DATABASE_URL: ownerUrl, MFA_REQUIRED: 'off', READERS: '1' };
const one = await launch(settings);
const second = newDataFolder();
fs.copyFileSync(path.join(one.dataFolder, 'secrets.json'), path.join(second, 'secrets.json'));
const two = await launch(settings, second);
const nodes = [one.ready.api, two.ready.api];
const owner = new pg.Client(ownerUrl);
await owner.connect();

const signIn = async (who) => {
  const answer = await fetch(`${nodes[0]}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(who) });
  return { cookie: answer.headers.get('set-cookie').split(';')[0], 'content-type': 'application/json' };
};
const asked = async (headers, method, address, body) => {
  const answer = await fetch(nodes[0] + address, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
const member = await signIn(one.ready.demo);
const admin = await signIn(one.ready.admin);
const tenant = (await asked(admin, 'GET', '/v1/admin/tenants')).items[0].id;
await asked(admin, 'POST', `/v1/admin/tenants/${tenant}/quota-terms`, { requests_per_second: 4000, source: { document: 'bench' } });
const issue = () => asked(member, 'POST', '/v1/keys', { label: 'effect' });
const look = (node, secret) => fetch(`${node}/v1/limits`, { headers: { authorization: `Bearer ${secret}` } });
const read = (node, secret) => fetch(`${node}/v1/recognitions?languages=en`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'image/png' }, body: page });

/** Asks one node over and over until what it says has changed; answers how long after `startedMs` that was seen, and whether it stayed so. */
const seenBy = async (ask, isChanged, startedMs) => {
  while (!(await isChanged(await ask()))) if (performance.now() - startedMs > 10 * WITHIN_MS) throw new Error('It never took effect');
  const tookMs = performance.now() - startedMs;
  for (let again = 0; again < 5; again++) if (!(await isChanged(await ask()))) throw new Error('It took effect and was forgotten');
  return tookMs;
};

/** The time from the deciding until each node is seen to hold to it. `undo` brings back what was. */
const measure = async (what, { prepare, act, ask, isChanged, undo = () => {} }) => {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const given = await prepare();
    const decided = { ms: performance.now() };
    const watched = nodes.map((node) => seenBy(() => ask(node, given), isChanged, decided.ms));
    const [, ...seen] = await Promise.all([act(given), ...watched]);
    times.push(...seen);
    await undo(given);
  }
  report(`${what}, slowest of ${RUNS} on two nodes`, `${ms(quantile(times, 1))}, median ${ms(quantile(times, 0.5))}`, quantile(times, 1) <= WITHIN_MS, `≤ ${WITHIN_MS} ms`);
};

const refusedBy = (code) => async (answer) => (await answer.json()).code === code;
await measure('a revoked key', { prepare: issue, act: ({ id }) => asked(member, 'DELETE', `/v1/keys/${id}`), ask: (node, { secret }) => look(node, secret), isChanged: refusedBy('key.revoked') });
await measure('a key rotated at once', { prepare: issue, act: ({ id }) => asked(member, 'POST', `/v1/keys/${id}/rotation`, { overlap_hours: 0 }), ask: (node, { secret }) => look(node, secret), isChanged: refusedBy('key.rotated') });
await measure('a leaked key', { prepare: issue, act: ({ secret }) => asked({ 'content-type': 'application/json' }, 'POST', '/v1/key-leaks', { keys: [secret] }), ask: (node, { secret }) => look(node, secret), isChanged: refusedBy('key.revoked') });
const key = await issue();
const suspend = (at) => owner.query('UPDATE tenant SET suspended_at = $2 WHERE id = $1', [tenant, at]);
await measure('a suspended tenant', { prepare: () => key, act: () => suspend(new Date()), ask: (node, { secret }) => read(node, secret), isChanged: refusedBy('tenant.suspended'), undo: () => suspend(null) });
const filing = `flg_${'0'.repeat(26)}`;
await fileText(owner, { tenantId: tenant, filingId: filing, versionId: `flv_${'0'.repeat(26)}`, categories: ['name'] });
const declaring = (node, authorization) =>
  fetch(`${node}/v1/recognitions?${new URLSearchParams({ languages: 'en', personal_information: JSON.stringify({ filing, authorization }) })}`, { method: 'POST', headers: { authorization: `Bearer ${key.secret}`, 'content-type': 'image/png' }, body: page });
const word = () => asked(member, 'POST', '/v1/authorizations', { filing, subject: 'effect', media: ['web_operation'], given_at: '2026-11-01T00:00:00Z', commitment: '0'.repeat(64) });
await measure('a withdrawn authorisation', { prepare: word, act: ({ id }) => asked(member, 'POST', `/v1/authorizations/${id}/withdraw`), ask: (node, { id }) => declaring(node, id), isChanged: refusedBy('consent.authorization_withdrawn') });
let n = 100;
await measure('a changed quota', {
  prepare: () => ++n,
  act: (quota) => asked(admin, 'POST', `/v1/admin/tenants/${tenant}/quota-terms`, { requests_per_second: quota, source: { document: 'bench' } }),
  ask: (node) => look(node, key.secret),
  isChanged: async (answer) => (await answer.json()).requests_per_second?.limit === n,
});

// An overlap that ends in a second and a half: no node may accept after it, nor refuse before it, by the store's clock.
const late = [];
for (let run = 0; run < RUNS; run++) {
  const { id, secret } = await issue();
  await asked(member, 'POST', `/v1/keys/${id}/rotation`, { overlap_hours: 1 });
  await owner.query("UPDATE api_key SET retires_at = clock_timestamp() + interval '500 milliseconds' WHERE id = $1", [id]);
  const startedMs = performance.now();
  const times = await Promise.all(nodes.map((node) => seenBy(() => look(node, secret), refusedBy('key.rotated'), startedMs)));
  late.push(...times.map((tookMs) => tookMs - 500));
  await sleep(10);
}
report(`a rotated key at the end of its overlap, ${RUNS} times on two nodes`, `${ms(quantile(late, 1))} late at most, ${ms(Math.max(0, -quantile(late, 0)))} early`, quantile(late, 1) <= WITHIN_MS && quantile(late, 0) > -50, `≤ ${WITHIN_MS} ms late, not early`);

await owner.end();
await Promise.all([one.stop(), two.stop()]);
await server.stop();
for (const made of [one.dataFolder, second, folder]) fs.rmSync(made, { recursive: true, force: true });
