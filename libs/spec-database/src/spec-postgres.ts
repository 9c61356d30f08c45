import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { passingFolder } from '../../../tools/parts/passing-folder.mjs';
import { startPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase, provision } from '../../../tools/parts/provision.mjs';
import { backUpPostgres, type RestoredPostgres } from './back-up-postgres.js';
import type { SpecDatabase } from './index.js';

/** A PostgreSQL server of one spec file, which may be paused and killed without anybody else noticing. `drop` ends it. */
export interface SpecPostgres extends SpecDatabase {
  /** Every process of it stands still: it hangs up on nobody and answers nobody. */
  pause: () => void;
  resume: () => void;
  /** Every process of it dies at once; then it is started again, on the same port and data. */
  crash: () => Promise<void>;
  /** Copies everything the server has, while it runs, as operators do; what comes back starts that copy beside it. */
  backUp: () => Promise<() => Promise<RestoredPostgres>>;
}

/** Each of its connections is a process of its own. */
const processesOf = (pid: number): number[] => {
  const pairs = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return [pid, ...pairs.filter(([, parent]) => parent === pid).map(([child]) => child!)];
};

const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself meanwhile.
    }
  }
};

export const startSpecPostgres = async (settings: Record<string, string> = {}): Promise<SpecPostgres> => {
  const folder = passingFolder('own');
  const password = crypto.randomBytes(12).toString('hex');
  const start = (port: number) => startPostgres({ folder: path.join(folder, 'pg'), port, password, settings });
  let server = await start(0);
  const { port } = server;
  const ownerUrl = await ensureDatabase(server.url, 'inkproof');
  const { appUrl } = await provision(ownerUrl, crypto.randomBytes(12).toString('hex'));
  return {
    url: appUrl,
    ownerUrl,
    pause: () => signal(processesOf(server.pid), 'SIGSTOP'),
    resume: () => signal(processesOf(server.pid), 'SIGCONT'),
    async crash() {
      signal(processesOf(server.pid), 'SIGKILL');
      await server.stop();
      server = await start(port);
    },
    backUp: () => backUpPostgres({ ownerUrl, folder: server.folder, password }),
    async drop() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
