import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');

export const newFolder = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-bench-'));
  fs.chmodSync(folder, 0o711);
  return folder;
};

/** Starts the product as `npm start` does and answers how long it took to be ready. */
export const launch = async (folder, environment = {}, cwd = root) => {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd, env: { ...process.env, INKPROOF_DATA_DIR: folder, API_PORT: '0', CONSOLE_PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const file = path.join(folder, 'ready.json');
  while (!fs.existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`It did not get ready:\n${said}`);
    await sleep(10);
  }
  const readyMs = performance.now() - startedMs;
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { ready: JSON.parse(fs.readFileSync(file, 'utf8')), readyMs, said: () => said, pid: child.pid, stop };
};

/** Gives the demo tenant a quota that does not stand in the way of measuring. */
export const widenQuota = async ({ api, admin }, requestsPerSecond = 5000) => {
  const signIn = await fetch(`${api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(admin) });
  const headers = { cookie: signIn.headers.get('set-cookie').split(';')[0], 'content-type': 'application/json' };
  const { items } = await (await fetch(`${api}/v1/admin/tenants`, { headers })).json();
  await fetch(`${api}/v1/admin/tenants/${items[0].id}`, { method: 'PATCH', headers, body: JSON.stringify({ requests_per_second: requestsPerSecond }) });
};
