// What benches of the store stand on: a PostgreSQL of their own with every migration applied.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Database } from '@inkproof/platform';
import { newDataFolder } from '../parts/launch.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { ensureDatabase, provision } from '../parts/provision.mjs';

const password = () => crypto.randomBytes(12).toString('hex');

/** `pool` is how many connections the application may have. The folder holds the database and whatever else the bench lays there. */
export const openDatabaseStand = async (pool) => {
  const folder = newDataFolder();
  const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: password() });
  const ownerUrl = await ensureDatabase(server.url, 'inkproof');
  const { appUrl } = await provision(ownerUrl, password());
  const database = new Database({ url: appUrl, pool });
  return {
    folder,
    ownerUrl,
    appUrl,
    database,
    /** The server's process; its connections are its children. */
    pid: server.pid,
    close: async () => {
      await database.close();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
