import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../tools/parts/postgres.mjs';

/** A server on a copy of the data of before. */
export interface RestoredPostgres {
  ownerUrl: string;
  drop: () => Promise<void>;
}

/** As PostgreSQL's manual has it: say that it begins, copy, say that it ends, and keep with it what that answers and the log that was written meanwhile. */
const copyData = async (ownerUrl: string, from: string, to: string): Promise<void> => {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  // With their owners, who may be another user than this one.
  const copy = (...given: string[]): void => {
    const { status, stderr } = spawnSync('cp', ['-a', ...given], { encoding: 'utf8' });
    if (status !== 0 && /^(?!.*No such file or directory).+$/m.test(stderr)) throw new Error(stderr);
  };
  try {
    await client.query(`SELECT pg_backup_start('spec', fast => true)`);
    copy(from, to);
    const { labelfile } = (await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)')).rows[0]!;
    copy(`${from}/pg_wal/.`, `${to}/pg_wal`);
    fs.rmSync(path.join(to, 'postmaster.pid'), { force: true });
    fs.writeFileSync(path.join(to, 'backup_label'), labelfile);
    const { uid, gid } = fs.statSync(to);
    fs.chownSync(path.join(to, 'backup_label'), uid, gid);
  } finally {
    await client.end();
  }
};

/** Copies everything that a running server has, as operators do; what comes back starts that copy beside it. */
export const backUpPostgres = async ({ ownerUrl, folder, password }: { ownerUrl: string; folder: string; password: string }): Promise<() => Promise<RestoredPostgres>> => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-backup-'));
  fs.chmodSync(copy, 0o755);
  const to = path.join(copy, 'pg');
  await copyData(ownerUrl, folder, to);
  return async () => {
    const restored = await startPostgres({ folder: to, port: 0, password });
    return {
      ownerUrl: Object.assign(new URL(ownerUrl), { port: String(restored.port) }).href,
      async drop() {
        await restored.stop();
        fs.rmSync(copy, { recursive: true, force: true });
      },
    };
  };
};
