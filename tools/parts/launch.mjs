// Starts the product as a person does, for the end-to-end specs and the benches.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { passingFolder } from './passing-folder.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const LOOK_EVERY_MS = 10;

export const newDataFolder = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-run-'));
  // PostgreSQL may run as another user, who has to walk through.
  fs.chmodSync(folder, 0o711);
  return folder;
};

/** Of an install that keeps its data elsewhere, an empty folder; of any other a copy of what was prepared for many, if anything was. */
const folderFor = ({ DATABASE_URL, STORAGE_URL }) => {
  const prepared = process.env.INKPROOF_PREPARED;
  if (!prepared || DATABASE_URL || STORAGE_URL) return newDataFolder();
  const folder = passingFolder('run');
  // With their owners: PostgreSQL's files may be another user's.
  const { status, stderr } = spawnSync('cp', ['-Rp', `${prepared}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The prepared install could not be copied:\n${stderr}`);
  return folder;
};

/** `npm start`'s own script, on a data folder and ports of its own, in this checkout or another. */
export const launch = async (environment = {}, dataFolder = folderFor(environment), { cwd = root, withinMs = 90_000 } = {}) => {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd,
    env: { ...process.env, INKPROOF_DATA_DIR: dataFolder, DATABASE_PORT: '0', API_PORT: '0', WORKER_PORT: '0', CONSOLE_PORT: '0', STATUS_PORT: '0', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const file = path.join(dataFolder, 'ready.json');
  // A file of another launcher on the same folder is not this one's.
  const readyHere = () => {
    const ready = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
    return ready?.pid === child.pid ? ready : undefined;
  };
  let ready;
  while (!(ready = readyHere())) {
    if (child.exitCode !== null || performance.now() - startedMs > withinMs) {
      child.kill();
      throw new Error(`It did not get ready:\n${said}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
  const readyMs = performance.now() - startedMs;
  const stop = (signal = 'SIGTERM') => {
    child.kill(signal);
    return exited;
  };
  return { ready, readyMs, process: child, output: () => said, dataFolder, stop };
};

/** How the owner of the database of an install with a PostgreSQL of its own connects to it. */
export const ownerUrlOf = ({ dataFolder, output }) => {
  const { databasePassword } = JSON.parse(fs.readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8'));
  const [, port] = /PostgreSQL is up on port (\d+)/.exec(output());
  return `postgres://postgres:${encodeURIComponent(databasePassword)}@127.0.0.1:${port}/inkproof`;
};

/** The processes below one, children's children included. Linux only: it is read from /proc. */
export const descendantsOf = (pid) => {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = fs.readFileSync(`/proc/${name}/status`, 'utf8');
        const numberIn = (field) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{ pid: Number(name), parent: numberIn('PPid'), residentBytes: numberIn('VmRSS') * 1_024, command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });
  const below = (of) => all.filter(({ parent }) => parent === of).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
};
