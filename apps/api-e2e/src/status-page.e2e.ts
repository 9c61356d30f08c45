import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Status } from '@inkproof/contract';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { descendantsOf, launch, type Launched } from '../../../tools/parts/launch.mjs';
import { freePort } from '../../../tools/parts/ports.mjs';

let launched: Launched;
let server: ChildProcess;
let page: string;

beforeAll(async () => {
  launched = await launch({ STATUS_SECONDS: '1', PROBE_SECONDS: '1', READERS: '1' });
  const port = await freePort(0);
  page = `http://127.0.0.1:${port}/`;
  // As its container runs it: on the folder, and knowing nothing else.
  server = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../status/serve.mjs')], { env: { STATUS_URL: pathToFileURL(path.join(launched.dataFolder, 'status')).href, STATUS_PORT: String(port) }, stdio: 'inherit' });
});
afterAll(async () => {
  server.kill();
  await launched.stop();
  fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});

const told = async (): Promise<Status> => Status.parse(await (await fetch(new URL('status.json', page))).json());
const stateOf = async (component: string) => (await told()).components.find(({ id }) => id === component)?.state;

it('the status page finds the service up, and outlives API, worker and PostgreSQL that are killed: it is served, and says that it is old', async () => {
  await expect.poll(() => stateOf('recognition').catch(() => undefined), { timeout: 60_000, interval: 500 }).toBe('up');
  await expect.poll(() => stateOf('console'), { timeout: 60_000, interval: 500 }).toBe('up');
  expect(Status.parse(await (await fetch(`${launched.ready.api}/v1/status`)).json()).components.map(({ id }) => id)).toEqual((await told()).components.map(({ id }) => id));

  for (const { pid } of [...descendantsOf(launched.process.pid!), { pid: launched.process.pid! }]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with the one before.
    }
  }
  await expect(fetch(`${launched.ready.api}/health/live`)).rejects.toThrow();
  expect((await fetch(page)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const name of ['en.html', 'feed.rss', 'feed.atom', 'feed.json', 'maintenance.ics', 'status.json']) expect((await fetch(new URL(name, page))).status).toBe(200);
  for (const name of ['../ready.json', '%2e%2e/secrets.json', 'current', '.hidden.html']) expect((await fetch(page + name)).status).toBe(404);

  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox'] });
  try {
    const reader = await browser.newPage();
    const complaints: string[] = [];
    reader.on('console', (message) => complaints.push(message.text()));
    await reader.goto(new URL('en.html', page).href);
    await reader.getByText('This page is out of date').waitFor();
    expect(complaints).toEqual([]);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(page);
    expect(await plain.getByText('制作于').isVisible()).toBe(true);
  } finally {
    await browser.close();
  }
}, 180_000);
