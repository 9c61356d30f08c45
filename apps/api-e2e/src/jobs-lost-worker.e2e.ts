import fs from 'node:fs';
import { api, type Job } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { descendantsOf, launch, type Launched } from '../../../tools/parts/launch.mjs';
import { signedIn, withKey } from './product.js';

const JOBS = 200;
const AT_ONCE = 8;

let launched: Launched;
let picture: Uint8Array<ArrayBuffer>;

/** An API without readers and two workers: whatever is read goes through the queue. */
beforeAll(async () => {
  launched = await launch({ READERS: '0', WORKERS: '2', WORKER_READERS: '1' });
  const { call } = await signedIn(launched.ready.admin, launched.ready.api);
  const { items } = await call(api.admin.listTenants, { query: {} });
  await call(api.quota.open, { params: { id: items[0]!.id }, body: { requests_per_second: 1_000, source: { document: 'e2e' } } });
  picture = new Uint8Array(drawPage({ lines: ['Receipt 20418'], fontPx: 26, widthPx: 320 }));
});
afterAll(async () => {
  await launched.stop();
  fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});

const post = (path: string): Promise<Response> =>
  fetch(`${launched.ready.api}${path}?languages=en&reader=tesseract`, { method: 'POST', headers: { authorization: `Bearer ${launched.ready.apiKey}`, 'content-type': 'image/png' }, body: picture });
const workers = () => descendantsOf(launched.process.pid!).filter(({ command }) => command.includes('apps/worker/dist/main.js'));
const call = () => withKey(launched.ready.apiKey, launched.ready.api);

const everyJob = async (): Promise<Omit<Job, 'documents'>[]> => {
  const jobs: Omit<Job, 'documents'>[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await call()(api.jobs.list, { query: { limit: 100, ...(cursor !== undefined && { cursor }) } });
    jobs.push(...page.items);
    if (page.next_cursor === null) return jobs;
    cursor = page.next_cursor;
  }
};

it('a call to a node without readers is answered by a worker', async () => {
  const response = await post('/v1/recognitions');
  expect(response.status).toBe(200);
  expect(((await response.json()) as { text: string }).text).toMatch(/Receipt 20418/);
});

it('a worker killed among two hundred jobs costs none of them: each ends once, with one result and one charge', async () => {
  expect(workers()).toHaveLength(2);
  const before = await billed();
  const waves = Array.from({ length: AT_ONCE }, async () => {
    for (let i = 0; i < JOBS / AT_ONCE; i++) expect((await post('/v1/jobs')).status).toBe(202);
  });
  const done = async () => (await everyJob()).filter(({ status }) => status === 'succeeded').length;
  await expect.poll(done, { timeout: 40_000, interval: 500 }).toBeGreaterThan(JOBS / 10);
  process.kill(workers()[0]!.pid, 'SIGKILL');
  await Promise.all(waves);
  await expect.poll(done, { timeout: 90_000, interval: 1_000 }).toBe(JOBS);

  const jobs = await everyJob();
  expect(jobs).toHaveLength(JOBS);
  for (const job of jobs) expect(job.usage).toEqual({ pages: 1, billed_pages: 1 });
  expect((await billed()) - before).toBe(JOBS);
}, 150_000);

/** As the ledger has it. */
const billed = async (): Promise<number> => (await call()(api.usage.usage, { query: {} })).total.billed_pages;
