import { Trail } from '@inkproof/audit';
import { PROBE_TENANT } from '@inkproof/contract';
import { SortableIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWellFormed } from '../model/api-key.js';
import { KeyStore } from '../store/key-store.js';
import { KeepProbeTenant } from './keep-probe-tenant.js';
import { keyedHash } from './secret-hash.js';

const PEPPER = 'a pepper of at least thirty-two characters';
let spec: SpecDatabase;
let database: Database;
beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 6 });
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const clock = new StillClock();
const node = (pepper = PEPPER) => new KeepProbeTenant(database, new Trail(), new SortableIds(clock), clock, pepper);

it('is made once, by whichever node comes first, and all have the same key', async () => {
  const secrets = await Promise.all([node().key(), node().key(), node().key()]);
  expect(new Set(secrets).size).toBe(1);
  expect(isWellFormed(secrets[0]!)).toBe(true);
  const keys = await new KeyStore(database).list(PROBE_TENANT);
  expect(keys).toMatchObject([{ label: 'probe', environment: 'test', retention: 'none', scopes: ['tickets', 'recognise'] }]);
  expect(await new KeyStore(database).find(keyedHash(PEPPER, secrets[0]!))).toMatchObject({ tenantId: PROBE_TENANT, ended: null });
});

it('follows from the pepper alone', async () => {
  expect(await node('another pepper, as long as the one before it').key()).not.toBe(await node().key());
});

it('is hidden from the provider, unless it names it', async () => {
  await node().key();
  const count = { where: { id: PROBE_TENANT } };
  expect(await database.asProvider((tx) => tx.tenant.count(count))).toBe(0);
  expect(await database.asProviderOf('ten_somebody', (tx) => tx.tenant.count(count))).toBe(0);
  expect(await database.asProviderOf(PROBE_TENANT, (tx) => tx.tenant.count(count))).toBe(1);
});
