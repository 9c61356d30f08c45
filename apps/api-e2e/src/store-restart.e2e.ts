import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { api, type Job } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, newDataFolder, type Launched } from '../../../tools/parts/launch.mjs';
import { startPostgres, type RunningPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase } from '../../../tools/parts/provision.mjs';
import { problemIn, withKey } from './product.js';

const DOCUMENTS = 20;

const folder = newDataFolder();
const password = crypto.randomBytes(12).toString('hex');
let server: RunningPostgres;
let launched: Launched;

beforeAll(async () => {
  server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password });
  launched = await launch({ DATABASE_URL: await ensureDatabase(server.url, 'inkproof'), READERS: '1', STREAMS_PER_TENANT: '2' });
});
afterAll(async () => {
  await launched.stop();
  await server.stop();
  for (const one of [folder, launched.dataFolder]) fs.rmSync(one, { recursive: true, force: true });
});

const call = () => withKey(launched.ready.apiKey, launched.ready.api);
const ask = (address: string, init: RequestInit = {}): Promise<Response> => fetch(launched.ready.api + address, { ...init, headers: { authorization: `Bearer ${launched.ready.apiKey}` } });
const batch = async (): Promise<Job> => {
  const form = new FormData();
  for (let i = 1; i <= DOCUMENTS; i++) form.append('file', new Blob([new Uint8Array(drawPage({ lines: [`Document ${i}`, 'Twelve boxes of paper, 48.60'], fontPx: 30 }))], { type: 'image/png' }));
  return (await (await ask('/v1/jobs?languages=en&reader=tesseract', { method: 'POST', body: form })).json()) as Job;
};
const look = (id: Job['id']): Promise<Job | undefined> => call()(api.jobs.find, { params: { id }, query: {} }).catch(() => undefined);

it('a store that is started anew in the middle of a batch costs none of its documents: each ends once, with one result and one charge', async () => {
  const { id } = await batch();
  await expect.poll(async () => (await look(id))?.progress.documents_done, { timeout: 30_000, interval: 50 }).toBeGreaterThan(2);
  await server.stop();
  server = await startPostgres({ folder: path.join(folder, 'pg'), port: server.port, password });

  await expect.poll(async () => (await look(id))?.status, { timeout: 60_000, interval: 500 }).toBe('succeeded');
  const job = (await look(id))!;
  expect(job.usage).toEqual({ pages: DOCUMENTS, billed_pages: DOCUMENTS });
  const { items } = await call()(api.recognitions.list, { query: { limit: 100 } });
  expect(items.filter((item) => item.job === id)).toHaveLength(DOCUMENTS);
  expect((await call()(api.usage.usage, { query: {} })).total.billed_pages).toBe(DOCUMENTS);
  for (const { number } of job.documents) expect((await call()(api.jobs.document, { params: { id, number }, query: {} })).text).toContain(`Document ${number}`);
}, 120_000);

it('a tenant follows as many jobs at once as it may, and one that it lets go makes room', async () => {
  const { id } = await batch();
  const leaving = new AbortController();
  const streams = await Promise.all([ask(`/v1/jobs/${id}/events`, { signal: leaving.signal }), ask(`/v1/jobs/${id}/events`)]);
  expect(streams.map(({ status }) => status)).toEqual([200, 200]);
  for (const address of [`/v1/jobs/${id}/events`, `/v1/jobs/${id}?wait=1`]) {
    const refused = await ask(address);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await problemIn(refused)).toMatchObject({ status: 503, code: 'capacity.too_many_streams', limit: { name: 'streams', max: 2 } });
  }
  expect((await ask(`/v1/jobs/${id}`)).status).toBe(200);
  leaving.abort();
  await expect.poll(async () => (await ask(`/v1/jobs/${id}?wait=1`)).status).toBe(200);
  await call()(api.jobs.cancel, { params: { id } });
  await streams[1]!.text();
}, 60_000);
