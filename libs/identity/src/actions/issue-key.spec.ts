import { Trail, type Actor } from '@inkproof/audit';
import { usualScopes } from '@inkproof/contract';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWellFormed } from '../model/api-key.js';
import { KeyStore } from '../store/key-store.js';
import { FoundTenant } from './found-tenant.js';
import { IssueKey } from './issue-key.js';

const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const ids = new CountingIds();
const clock = new StillClock();
let spec: SpecDatabase;
let database: Database;
let store: KeyStore;
let issueKey: IssueKey;
let tenants: Id<'ten'>[];

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  store = new KeyStore(database);
  issueKey = new IssueKey(database, store, new Trail(), ids, clock, 'pepper');
  const found = new FoundTenant(ids, clock);
  tenants = [];
  for (const email of ['a@inkproof.example', 'b@inkproof.example']) tenants.push((await database.asProvider((tx) => found.in(tx, { name: 'x', owner: { name: 'x', email, password: 'x' } }))).tenantId);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

it('answers a well-formed secret of the environment asked for, and a key that was never used', async () => {
  const { key, secret } = await issueKey.for(tenants[0]!, { label: 'billing', environment: 'test', retention: 'none' }, by);
  expect(isWellFormed(secret)).toBe(true);
  expect(secret.startsWith(key.hint)).toBe(true);
  expect(key).toMatchObject({ id: 'key_1', label: 'billing', environment: 'test', retention: 'none', hint: expect.stringMatching(/^ink_test_/), createdAt: clock.now(), expiresAt: null, lastUsedAt: null, retiresAt: null, revokedAt: null });
  expect(key.scopes).toEqual([...usualScopes]);
});

it('leaves nothing of the secret in the store but its beginning and a hash that the pepper keys', async () => {
  const { key, secret } = await issueKey.for(tenants[0]!, { label: 'x', environment: 'live', retention: 'none' }, by);
  const peppered = new IssueKey(database, store, new Trail(), ids, clock, 'another pepper');
  await peppered.for(tenants[0]!, { label: 'x', environment: 'live', retention: 'none' }, by);
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ row: string; secret_hash: string }>('SELECT api_key::text AS row, secret_hash FROM api_key');
  await owner.end();
  for (const { row } of rows) expect(row).not.toContain(secret.slice(key.hint.length));
  expect(rows.every(({ secret_hash }) => /^[0-9a-f]{64}$/.test(secret_hash))).toBe(true);
});

it('shows a key to its own tenant and to no other, newest first', async () => {
  const [one, other] = tenants as [Id<'ten'>, Id<'ten'>];
  const { key } = await issueKey.for(other, { label: 'theirs', environment: 'live', retention: 'none' }, by);
  expect(await store.list(other)).toEqual([key]);
  const ours = (await store.list(one)).map(({ id }) => id);
  expect(ours).not.toContain(key.id);
  expect(ours).toEqual([...ours].sort().reverse());
});
