import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 90_000;

/** What ready.json tells. */
export interface Ready {
  console: string;
  api: string;
  docs: string;
  apiKey: string;
  demo: { email: string; password: string };
  admin: { email: string; password: string };
  pid: number;
}

export interface Launched {
  ready: Ready;
  process: ChildProcess;
  /** Everything it printed so far. */
  output: () => string;
  dataFolder: string;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export const newDataFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-e2e-'));
  // PostgreSQL may run as another user, who has to walk through.
  fs.chmodSync(folder, 0o711);
  return folder;
};

/** The product as a person starts it: `npm start`'s own script, on a data folder and ports of its own. */
export const launch = async (environment: Record<string, string> = {}, dataFolder = newDataFolder()): Promise<Launched> => {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, INKPROOF_DATA_DIR: dataFolder, API_PORT: '0', CONSOLE_PORT: '0', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const file = path.join(dataFolder, 'ready.json');
  // A file of another launcher on the same folder is not this one's.
  const readyHere = (): Ready | undefined => {
    const ready = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Ready) : undefined;
    return ready?.pid === child.pid ? ready : undefined;
  };
  for (let waitedMs = 0; !readyHere(); waitedMs += 50) {
    if (child.exitCode !== null || waitedMs > READY_WITHIN_MS) throw new Error(`It did not get ready:\n${said}`);
    await sleep(50);
  }
  return {
    ready: readyHere()!,
    process: child,
    output: () => said,
    dataFolder,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
};

/** The processes below one, children's children included. Linux only, as these tests are. */
export const descendantsOf = (pid: number): { pid: number; command: string }[] => {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });
  const below = (of: number): typeof all => all.filter(({ parent }) => parent === of).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
