// What both benches of the limiters stand on: a PostgreSQL and a Redis of their own, and tenants.
import crypto from 'node:crypto';
import { FoundTenant } from '@inkproof/identity';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { QuotaStore } from '@inkproof/quota';
import { startRedis } from '../parts/redis.mjs';
import { openDatabaseStand } from './database-stand.mjs';

export const openStand = async () => {
  const stand = await openDatabaseStand(20);
  const { appUrl, database, pid } = stand;
  const redis = await startRedis();
  const quotas = new QuotaStore();
  const found = new FoundTenant(new SortableIds(), new SystemClock());
  return {
    appUrl,
    redisUrl: redis.url,
    database,
    pid,
    tenantWith: (n) =>
      database.asProvider(async (tx) => {
        const { tenantId } = await found.in(tx, { name: 'bench', owner: { name: 'bench', email: `${crypto.randomUUID()}@inkproof.example`, password: 'x' } });
        await quotas.open(tx, tenantId, n);
        return tenantId;
      }),
    close: async () => {
      await redis.stop();
      await stand.close();
    },
  };
};
