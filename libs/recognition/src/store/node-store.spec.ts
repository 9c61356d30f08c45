import { StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NodeStore, type Sign } from './node-store.js';

const clock = new StillClock();
let spec: SpecDatabase;
let database: Database;
let nodes: NodeStore;
beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 2 });
  nodes = new NodeStore(database, clock);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const sign = (id: string, checks: Sign['checks']): Sign => ({ id, kind: 'api', limiter: 'redis', version: '0', startedAt: clock.now(), readers: { total: 1, busy: 0, queued: 0, replaced: 0, recycled: 0 }, memoryBytes: 1, installed: [], checks });
const checksOf = async (id: string) => (await nodes.list()).find((node) => node.id === id)?.checks;

it('every node is listed with what it lacked when it was last seen, whichever node is asked', async () => {
  await nodes.beat(sign('well', { database: 'ok', limiter_redis: 'ok' }));
  await nodes.beat(sign('cut-off', { database: 'ok', limiter_redis: 'down' }));
  expect(await checksOf('well')).toEqual({ database: 'ok', limiter_redis: 'ok' });
  expect(await checksOf('cut-off')).toEqual({ database: 'ok', limiter_redis: 'down' });
  await nodes.beat(sign('cut-off', { database: 'ok', limiter_redis: 'ok' }));
  expect(await checksOf('cut-off')).toEqual({ database: 'ok', limiter_redis: 'ok' });
});
