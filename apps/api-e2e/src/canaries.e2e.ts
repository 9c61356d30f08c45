import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { api, type Job, type Recognition } from '@inkproof/contract';
import { drawPdf, pdfText } from '@inkproof/drawn-pages';
import { startRedis, type Redis } from '@inkproof/spec-database';
import { Redis as Client } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { launch, type Launched } from '../../../tools/parts/launch.mjs';
import { canariesIn, canary, readable, temporaryFolders } from '../../../tools/testing/search-files.js';
import { withKey } from './product.js';

const secrets = { kept: canary(), job: canary(), name: canary() };
/** A tag is for finding again, so it lies in the open. */
const open = canary();
const page = (word: string): Uint8Array => new Uint8Array(drawPdf([{ draws: [pdfText(60, 700, `Order ${word} of today`)] }]));

let redis: Redis;
let launched: Launched;
afterAll(async () => {
  await launched?.stop();
  await redis?.stop();
  if (launched) fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});

const send = (address: string, init: RequestInit = {}): Promise<Response> => fetch(`${launched.ready.api}${address}`, { ...init, headers: { authorization: `Bearer ${launched.ready.apiKey}`, ...init.headers } });
const submit = (address: string, word: string): Promise<Response> => {
  const body = new FormData();
  body.set('file', new Blob([page(word).slice()], { type: 'application/pdf' }), `${secrets.name}.pdf`);
  return send(`${address}&languages=en&tag=${open}`, { method: 'POST', body, headers: { 'idempotency-key': randomBytes(8).toString('hex') } });
};
/** Everything that Redis has, as it would lie on a disk. */
const inRedis = async (): Promise<Buffer> => {
  const client = new Client(redis.url);
  const keys = await client.keys('*');
  const held = await Promise.all(keys.map((key) => client.dumpBuffer(key)));
  await client.quit();
  return Buffer.concat([Buffer.from(keys.join('\n')), ...held.filter((bytes) => bytes !== null)]);
};
/** Database with its queue and its log of writes, storage, keys, what all processes printed, temporary files, Redis. */
const found = async (): Promise<string[]> => [
  ...readable([launched.dataFolder, ...temporaryFolders((entry) => launched.dataFolder.includes(entry))], { open, ...secrets }),
  ...canariesIn(Buffer.from(launched.output()), { open, ...secrets }).map((of) => `${of} in what was printed`),
  ...canariesIn(await inRedis(), { open, ...secrets }).map((of) => `${of} in Redis`),
];

it('what is read, by a call and by a job, can be found in no file, log, queue or memory of the running product, nor when it has stopped', async () => {
  redis = await startRedis();
  launched = await launch({ REDIS_URL: redis.url, LOG_LEVEL: 'trace', READERS: '1', WORKER_READERS: '1' });
  const kept = (await (await submit('/v1/recognitions?retention=all', secrets.kept)).json()) as Recognition;
  expect(kept.text).toContain(secrets.kept);
  // What was accepted a moment ago fills the second of the quota.
  await sleep(1_000);
  const { id } = (await (await submit('/v1/jobs?retention=none', secrets.job)).json()) as Job;
  const call = withKey(launched.ready.apiKey, launched.ready.api);
  expect((await call(api.jobs.find, { params: { id }, query: { wait: 20 } })).status).toBe('succeeded');
  expect(((await (await send(`/v1/jobs/${id}/documents/1`)).json()) as Recognition).text).toContain(secrets.job);

  const before = await found();
  expect(before.some((one) => /^open in .*\/pg\//.test(one))).toBe(true);
  expect(before.filter((one) => !one.startsWith('open '))).toEqual([]);

  await launched.stop();
  expect((await found()).filter((one) => !one.startsWith('open '))).toEqual([]);
}, 240_000);
