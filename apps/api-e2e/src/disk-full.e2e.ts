import fs from 'node:fs';
import path from 'node:path';
import { api, type Job } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { afterEach, expect, it } from 'vitest';
import { launch, type Launched } from '../../../tools/parts/launch.mjs';
import { smallDisk, type SmallDisk } from '../../../tools/testing/small-disk.mjs';
import { problemIn, withKey } from './product.js';

const MEGABYTE = 1_048_576;
const picture = new Uint8Array(drawPage({ lines: ['Receipt 20418'], fontPx: 26, widthPx: 320 }));
/** The same picture, and behind its end more bytes than a small disk has room for twice. */
const heavy = new Uint8Array(Buffer.concat([picture, Buffer.alloc(6 * MEGABYTE, 7)]));

const disks: SmallDisk[] = [];
const disk = (bytes: number): SmallDisk => {
  const made = smallDisk(bytes);
  disks.push(made);
  return made;
};
let launched: Launched | undefined;
afterEach(async () => {
  for (const one of disks) one.clear();
  await launched?.stop();
  if (launched && !disks.some(({ folder }) => launched!.dataFolder.startsWith(folder))) fs.rmSync(launched.dataFolder, { recursive: true, force: true });
  for (const one of disks.splice(0)) one.remove();
});

const post = (address: string, reader: string, body: Uint8Array<ArrayBuffer> = picture): Promise<Response> =>
  fetch(`${launched!.ready.api}${address}?languages=en&reader=${reader}`, { method: 'POST', headers: { authorization: `Bearer ${launched!.ready.apiKey}`, 'content-type': 'image/png' }, body });
const call = () => withKey(launched!.ready.apiKey, launched!.ready.api);
const ended = async (id: Job['id']): Promise<string> => (await call()(api.jobs.find, { params: { id }, query: { wait: 20 } })).status;

it('a full folder for temporary files refuses calls that need it by name, keeps jobs waiting, and is forgotten as soon as there is room', async () => {
  const temporary = disk(48 * MEGABYTE);
  launched = await launch({ TMPDIR: temporary.folder, NATIVE_TESSERACT: '/usr/bin/tesseract', READERS: '1' });
  expect((await post('/v1/recognitions', 'native')).status).toBe(200);

  temporary.fill();
  const refused = await post('/v1/recognitions', 'native');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await problemIn(refused)).toMatchObject({ status: 503, code: 'capacity.disk_full', retryable: true, billed: false });
  expect((await post('/v1/recognitions', 'tesseract')).status).toBe(200);
  const { id } = (await (await post('/v1/jobs', 'native')).json()) as Job;
  await expect.poll(async () => (await call()(api.jobs.find, { params: { id }, query: {} })).status, { timeout: 60_000 }).toBe('running');

  temporary.clear();
  expect(await ended(id)).toBe('succeeded');
  expect((await post('/v1/recognitions', 'native')).status).toBe(200);
}, 120_000);

it('a full disk under database and storage refuses by name what it cannot keep, loses nothing that it took, and goes on when there is room', async () => {
  const data = disk(400 * MEGABYTE);
  const folder = path.join(data.folder, 'data');
  launched = await launch({ READERS: '1', WORKER_READERS: '1' }, folder);
  const taken: Job['id'][] = [];
  const submit = async (): Promise<Response> => {
    const response = await post('/v1/jobs', 'tesseract', heavy);
    if (response.status === 202) taken.push(((await response.clone().json()) as Job).id);
    return response;
  };
  expect((await submit()).status).toBe(202);

  data.fill(2 * MEGABYTE);
  let refused = await submit();
  for (let i = 0; i < 10 && refused.status === 202; i++) refused = await submit();
  expect(refused.headers.get('retry-after')).not.toBeNull();
  expect(await problemIn(refused)).toMatchObject({ status: 503, code: expect.stringMatching(/^(capacity\.store|storage\.)_?unavailable$/) as unknown, retryable: true, billed: false });
  expect((await fetch(`${launched.ready.api}/health/live`)).status).toBe(200);

  data.clear();
  await expect.poll(async () => (await post('/v1/recognitions', 'tesseract')).status, { timeout: 60_000, interval: 500 }).toBe(200);
  for (const id of taken) await expect.poll(() => ended(id), { timeout: 60_000 }).toBe('succeeded');
  await expect.poll(async () => (await submit()).status, { timeout: 30_000, interval: 500 }).toBe(202);
}, 240_000);
