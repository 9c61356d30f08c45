import fs from 'node:fs';
import { api, type Job, type Recognition } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { descendantsOf, launch, type Launched } from '../../../tools/parts/launch.mjs';
import { startS3, type SpecS3 } from '../../../tools/parts/s3.mjs';
import { problemIn, withKey } from './product.js';

const picture = new Uint8Array(drawPage({ lines: ['Receipt 20418'], fontPx: 26, widthPx: 320 }));
let s3: SpecS3;
let launched: Launched | undefined;

beforeAll(async () => {
  s3 = await startS3();
});
afterEach(async () => {
  await launched?.stop();
  if (launched) fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});
afterAll(() => s3.drop());

const send = (address: string, init: RequestInit = {}): Promise<Response> => fetch(`${launched!.ready.api}${address}`, { ...init, headers: { authorization: `Bearer ${launched!.ready.apiKey}`, 'content-type': 'image/png' } });
const recognise = (retention: string): Promise<Response> => send(`/v1/recognitions?languages=en&reader=tesseract&retention=${retention}`, { method: 'POST', body: picture });
const submit = (): Promise<Response> => send('/v1/jobs?languages=en&reader=tesseract', { method: 'POST', body: picture });
const call = () => withKey(launched!.ready.apiKey, launched!.ready.api);
const ended = async (id: Job['id']): Promise<string> => (await call()(api.jobs.find, { params: { id }, query: { wait: 20 } })).status;
const readiness = async (): Promise<unknown> => (await fetch(`${launched!.ready.api}/health/ready`)).json();
const billed = async (): Promise<number> => (await call()(api.usage.usage, { query: {} })).total.billed_pages;

it('nodes share a bucket, and while it is away refuse by name what needs it, bill nothing of that, answer the rest, and lose no job', async () => {
  launched = await launch({ STORAGE_URL: s3.url('product'), READERS: '1', WORKER_READERS: '1' });
  const kept = (await (await recognise('all')).json()) as Recognition;
  expect(await (await send(`/v1/recognitions/${kept.id}`)).json()).toEqual(kept);
  // The file is laid down by the API, and read and answered by the worker.
  const { id } = (await (await submit()).json()) as Job;
  expect(await ended(id)).toBe('succeeded');
  expect(((await (await send(`/v1/jobs/${id}/documents/1`)).json()) as Recognition).text).toContain('Receipt 20418');
  expect(fs.existsSync(`${launched.dataFolder}/objects`)).toBe(false);
  const before = await billed();

  await s3.stop();
  expect(await readiness()).toMatchObject({ status: 'ok', checks: { database: 'ok', storage: 'down' } });
  for (const refused of [await recognise('result'), await submit(), await send(`/v1/recognitions/${kept.id}`)]) {
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemIn(refused)).toMatchObject({ status: 503, code: 'storage.unavailable', retryable: true, billed: false });
  }
  expect((await recognise('none')).status).toBe(200);
  expect(await billed()).toBe(before + 1);

  await s3.start();
  expect(await readiness()).toMatchObject({ status: 'ok', checks: { storage: 'ok' } });
  // What was accepted a moment ago fills the second of the quota.
  await sleep(1_000);
  expect((await recognise('result')).status).toBe(200);
  expect(await (await send(`/v1/recognitions/${kept.id}`)).json()).toEqual(kept);
}, 120_000);

it('what was answered as kept is there after the node that kept it was killed among many', async () => {
  launched = await launch({ READERS: '2', WORKER_READERS: '1' });
  const answered: Recognition[] = [];
  let killed = false;
  const waves = Array.from({ length: 4 }, async () => {
    while (!killed) {
      const response = await recognise('all').catch(() => undefined);
      if (response?.status === 200) answered.push((await response.json()) as Recognition);
    }
  });
  await expect.poll(() => answered.length, { timeout: 40_000, interval: 50 }).toBeGreaterThan(20);
  const node = descendantsOf(launched.process.pid!).find(({ command }) => command.includes('apps/api/dist/main.js'));
  process.kill(node!.pid, 'SIGKILL');
  killed = true;
  await Promise.all(waves);
  await launched.stop();

  launched = await launch({ READERS: '1', WORKER_READERS: '1' }, launched.dataFolder);
  for (const { id, text } of answered) expect(await (await send(`/v1/recognitions/${id}`)).json()).toMatchObject({ id, text });
}, 180_000);
