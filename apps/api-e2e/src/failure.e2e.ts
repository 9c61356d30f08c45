import crypto from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api } from '@inkproof/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { descendantsOf, launch, newDataFolder, type Launched } from '../../../tools/parts/launch.mjs';
import { startPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase } from '../../../tools/parts/provision.mjs';
import { problemIn, sample, untilInFlight, withKey } from './product.js';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const started: Launched[] = [];
const folders: string[] = [];
const start = async (...given: Parameters<typeof launch>): Promise<Launched> => {
  const launched = await launch(...given);
  started.push(launched);
  folders.push(launched.dataFolder);
  return launched;
};
afterEach(async () => {
  for (const launched of started.splice(0)) await launched.stop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

const recognise = ({ ready }: Launched, name: 'invoice-en.png' | 'delivery-note-zh.jpg' = 'invoice-en.png') =>
  fetch(`${ready.api}/v1/recognitions?languages=${name.includes('zh') ? 'zh-Hans' : 'en'}&retention=result`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ready.apiKey}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(sample(name)),
  });

/** The API's; a worker has some too. */
const readersOf = (launched: Launched) => {
  const api = descendantsOf(launched.process.pid!).find(({ command }) => command.includes('apps/api/dist/main.js'));
  return descendantsOf(api!.pid).filter(({ command }) => command.includes('reader-process'));
};

describe('the launcher', () => {
  it('keeps data between starts, goes straight to ready, and moves from a busy port', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as { port: number };
    // Its very first start, on an empty folder.
    const first = await start({ API_PORT: String(port) }, newDataFolder());
    expect(first.output()).toContain(`port ${port} is taken`);
    expect(new URL(first.ready.api).port).not.toBe(String(port));
    for (const name of ['ready.json', 'secrets.json']) expect(fs.statSync(path.join(first.dataFolder, name)).mode & 0o077).toBe(0);
    const made = (await (await recognise(first)).json()) as { id: string };
    const stoppingMs = performance.now();
    expect(await first.stop('SIGINT')).toBe(0);
    expect(performance.now() - stoppingMs).toBeLessThan(5_000);
    expect(fs.existsSync(path.join(first.dataFolder, 'ready.json'))).toBe(false);

    const second = await start({}, first.dataFolder);
    squatter.close();
    expect(second.ready).toMatchObject({ apiKey: first.ready.apiKey, demo: first.ready.demo });
    const found = await withKey(second.ready.apiKey, second.ready.api)(api.recognitions.find, { params: { id: made.id as never } });
    expect(found.text).toMatch(/invoice/i);
  }, 180_000);

  it('killed with -9 leaves nothing that blocks the next start', { timeout: 180_000 }, async () => {
    const first = await start();
    const below = descendantsOf(first.process.pid!);
    expect(below.length).toBeGreaterThan(4);
    await first.stop('SIGKILL');
    const second = await start({}, first.dataFolder);
    expect((await recognise(second)).status).toBe(200);
    const left = below.filter(({ pid }) => isAlive(pid)).map(({ command }) => command);
    expect(left).toEqual([]);
  });

  it('does not start twice on one folder, and the first goes on', async () => {
    const first = await start({ READERS: '1', WORKERS: '0' });
    await expect(launch({}, first.dataFolder)).rejects.toThrow(/runs already/);
    expect((await recognise(first)).status).toBe(200);
  });

  it('refuses a production start with a default secret, naming it', async () => {
    const folder = newDataFolder();
    folders.push(folder);
    await expect(launch({ KEY_PEPPER: 'change-me-change-me-change-me-change-me' }, folder)).rejects.toThrow(/KEY_PEPPER still has the value of an example/);
  });

  it('finishes the calls in flight when it is told to stop', async () => {
    const launched = await start({ READERS: '1', WORKERS: '0' });
    const calling = recognise(launched, 'delivery-note-zh.jpg');
    await untilInFlight(withKey(launched.ready.apiKey, launched.ready.api));
    const stopping = launched.stop('SIGTERM');
    expect((await calling).status).toBe(200);
    expect(await stopping).toBe(0);
  });
});

describe('a reader', () => {
  it('killed at work costs a second reading, not the call', async () => {
    const launched = await start({ READERS: '1', WORKERS: '0' });
    await recognise(launched);
    const calling = recognise(launched, 'delivery-note-zh.jpg');
    await untilInFlight(withKey(launched.ready.apiKey, launched.ready.api));
    const [reader] = readersOf(launched);
    process.kill(reader!.pid, 'SIGKILL');
    expect((await calling).status).toBe(200);
    expect(readersOf(launched).map(({ pid }) => pid)).not.toContain(reader!.pid);
  });

  it('that cannot finish in time is replaced, and the next call works', async () => {
    const launched = await start({ READERS: '1', WORKERS: '0', RECOGNITION_DEADLINE_MS: '4000' });
    const [reader] = readersOf(launched);
    process.kill(reader!.pid, 'SIGSTOP');
    const late = await recognise(launched);
    expect(await problemIn(late)).toMatchObject({ status: 504, code: 'recognition.deadline_exceeded', retryable: true, billed: false });
    // On a busy machine one that just began may be late too.
    await expect.poll(async () => (await recognise(launched)).status, { timeout: 40_000 }).toBe(200);
    expect(isAlive(reader!.pid)).toBe(false);
  });

  it('has a queue with an end', async () => {
    const launched = await start({ READERS: '1', WORKERS: '0', READER_QUEUE: '0' });
    const [first, ...others] = await Promise.all([recognise(launched), recognise(launched), recognise(launched)]);
    const statuses = [first!, ...others].map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(503);
    const busy = [first!, ...others].find(({ status }) => status === 503)!;
    expect(await problemIn(busy)).toMatchObject({ code: 'capacity.busy', retryable: true });
  });
});

it('a store that is gone for five seconds is told as such, and calls work again when it is back', async () => {
  const folder = newDataFolder();
  folders.push(folder);
  const password = crypto.randomBytes(12).toString('hex');
  let server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password });
  const { port } = server;
  const launched = await start({ DATABASE_URL: await ensureDatabase(server.url, 'inkproof') });
  expect((await recognise(launched)).status).toBe(200);

  await server.stop();
  const gone = await recognise(launched);
  expect(gone.headers.get('retry-after')).toBe('1');
  expect(await problemIn(gone)).toMatchObject({ status: 503, code: 'capacity.store_unavailable', retryable: true, billed: false });
  expect((await fetch(`${launched.ready.api}/health/live`)).status).toBe(200);
  expect(await (await fetch(`${launched.ready.api}/health/ready`)).json()).toMatchObject({ status: 'down', checks: { database: 'down' } });
  await sleep(4_000);

  server = await startPostgres({ folder: path.join(folder, 'pg'), port, password });
  await expect.poll(async () => (await recognise(launched)).status, { timeout: 40_000 }).toBe(200);
  await launched.stop();
  await server.stop();
});
