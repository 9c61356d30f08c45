// What both benches of the limiters stand on: a PostgreSQL and a Redis of their own, and tenants.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { FoundTenant } from '@inkproof/identity';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { QuotaStore } from '@inkproof/quota';
import { newDataFolder } from '../parts/launch.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { ensureDatabase, provision } from '../parts/provision.mjs';
import { startRedis } from '../parts/redis.mjs';

export const openStand = async () => {
  const folder = newDataFolder();
  const server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
  const { appUrl } = await provision(await ensureDatabase(server.url, 'inkproof'), crypto.randomBytes(12).toString('hex'));
  const redis = await startRedis();
  const database = new Database({ url: appUrl, pool: 20 });
  const quotas = new QuotaStore();
  const found = new FoundTenant(new SortableIds(), new SystemClock());
  return {
    appUrl,
    redisUrl: redis.url,
    database,
    tenantWith: (n) =>
      database.asProvider(async (tx) => {
        const { tenantId } = await found.in(tx, { name: 'bench', owner: { name: 'bench', email: `${crypto.randomUUID()}@inkproof.example`, password: 'x' } });
        await quotas.open(tx, tenantId, n);
        return tenantId;
      }),
    close: async () => {
      await redis.stop();
      await database.close();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
