import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from './database.js';

/** Tables that hold nothing of a tenant or a person, and why. Every other table must be fenced. */
const open: Record<string, string> = {
  _prisma_migrations: 'which migrations were applied',
  node: 'API nodes of this install',
  sign_in_failure: 'counts under keyed hashes',
  spent_ticket: 'digests of tickets that were taken',
  quota_sentinel: 'one row for the whole install',
  job_turn: 'one row for the whole install',
  audit_key: 'public keys of this install',
  letterbox: 'halves of keys with which anybody may seal a mail, and which open none',
  sweep: 'how many things of anybody went',
  calendar_entry: 'the public calendar, and which of the staff entered it',
  calendar_day: 'the public calendar',
  plan: 'what the calls of any tenant on it may weigh',
  component: 'the parts of the service',
  incident: 'what the public is told of the service',
  incident_update: 'what the public is told of the service',
  probe_run: 'how parts of the service were seen to stand',
  intake_proof: 'whether tickets were taken',
  intake_gap: 'when no ticket was',
};

let spec: SpecDatabase;
let owner: pg.Client;
let database: Database;

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  database = new Database({ url: spec.url, pool: 5 });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

describe('the catalogue', () => {
  it('fences every table but those that hold nothing of anybody', async () => {
    const { rows } = await owner.query<{ name: string; fenced: boolean; policies: number }>(`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS fenced, (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`);
    expect(rows.length).toBeGreaterThan(10);
    for (const { name, fenced, policies } of rows) if (!(name in open)) expect({ name, fenced, hasPolicy: policies > 0 }).toEqual({ name, fenced: true, hasPolicy: true });
  });

  it('knows no column called tenant_id or person_id in an open table', async () => {
    const { rows } = await owner.query<{ table_name: string }>(`SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('tenant_id', 'person_id')`);
    expect(rows.map(({ table_name }) => table_name).filter((name) => name in open)).toEqual([]);
  });

  it('lets the application own nothing, bypass nothing and truncate nothing', async () => {
    const user = new URL(spec.url).username;
    const { rows } = await owner.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname IN ($1, 'inkproof_app', 'inkproof_gate')`, [user]);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(Object.values(row as object)).toEqual([false, false, false, false]);
    const owned = await owner.query(`SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN ($1, 'inkproof_app')`, [user]);
    expect(owned.rows).toEqual([]);
    const truncates = await owner.query(`SELECT table_name FROM information_schema.role_table_grants WHERE grantee IN ($1, 'inkproof_app') AND privilege_type = 'TRUNCATE'`, [user]);
    expect(truncates.rows).toEqual([]);
  });
});

describe('a transaction', () => {
  const at = new Date();
  beforeAll(async () => {
    await database.asProvider(async (tx) => {
      for (const id of ['ten_a', 'ten_b']) {
        await tx.tenant.create({ data: { id, name: id, createdAt: at } });
        await tx.quota.create({ data: { tenantId: id, requestsPerSecond: 5 } });
      }
    });
    for (const tenantId of ['ten_a', 'ten_b'])
      await database.asTenant(tenantId, (tx) => tx.apiKey.create({ data: { id: `key_${tenantId}`, tenantId, label: tenantId, environment: 'live', secretHash: `hash of ${tenantId}`, hint: 'ink_live_abcd', createdAt: at } }));
  });

  it('shows a tenant its own rows and nobody else', async () => {
    expect((await database.asTenant('ten_a', (tx) => tx.apiKey.findMany())).map(({ id }) => id)).toEqual(['key_ten_a']);
    expect((await database.asTenant('ten_a', (tx) => tx.tenant.findMany())).map(({ id }) => id)).toEqual(['ten_a']);
  });

  it('writes for no other tenant', async () => {
    await expect(database.asTenant('ten_a', (tx) => tx.apiKey.create({ data: { id: 'key_x', tenantId: 'ten_b', label: 'x', environment: 'live', secretHash: 'x', hint: 'x', createdAt: at } }))).rejects.toThrow(/row-level security/);
    expect(await database.asTenant('ten_a', (tx) => tx.apiKey.updateMany({ where: { id: 'key_ten_b' }, data: { label: 'taken' } }))).toEqual({ count: 0 });
  });

  it('writes rows at once for its tenant and no other, all or none, and leaves the connection clean', async () => {
    const one = new Database({ url: spec.url, pool: 1 });
    const adding = (id: string, tenantId: string) => ({ name: 'spec_add_key', text: 'INSERT INTO api_key (id, tenant_id, label, environment, secret_hash, hint, created_at) VALUES ($1, $2, $1, $3, $1, $1, $4)', values: [id, tenantId, 'test', at] });
    await expect(one.writeAsTenant('ten_b', [adding('key_own', 'ten_b'), adding('key_foreign', 'ten_a')])).rejects.toThrow(/row-level security/);
    expect(await one.asTenant('ten_b', (tx) => tx.apiKey.count({ where: { id: 'key_own' } }))).toBe(0);
    await one.writeAsTenant('ten_b', [adding('key_own', 'ten_b')]);
    expect(await one.asTenant('ten_b', (tx) => tx.apiKey.count({ where: { id: 'key_own' } }))).toBe(1);
    expect(await one.asPerson('per_nobody', (tx) => tx.apiKey.count())).toBe(0);
    await owner.query(`DELETE FROM api_key WHERE id = 'key_own'`);
    await one.close();
  });

  it('shows the provider tenants and keys, and no recognition', async () => {
    await database.asTenant('ten_a', (tx) =>
      tx.recognition.create({ data: { id: 'rec_a', tenantId: 'ten_a', createdAt: at, channel: 'api', languages: ['en'], pages: 1, words: 1, durationMs: 1, sealed: new Uint8Array(1), sealedKey: new Uint8Array(1) } }),
    );
    expect(await database.asProvider((tx) => tx.tenant.count())).toBe(2);
    expect(await database.asProvider((tx) => tx.apiKey.count())).toBe(2);
    expect(await database.asProvider((tx) => tx.recognition.count())).toBe(0);
  });

  it('leaves nothing behind for the next one on the same connection', async () => {
    const one = new Database({ url: spec.url, pool: 1 });
    await one.asTenant('ten_a', (tx) => tx.apiKey.count());
    await one.asTenant('ten_a', () => Promise.reject(new Error('rolled back'))).catch(() => {});
    expect(await one.asTenant('', (tx) => tx.apiKey.count())).toBe(0);
    expect(await one.asPerson('per_nobody', (tx) => tx.tenant.count())).toBe(0);
    await one.close();
  });

  it('finds a key at the gate by its hash and by nothing else', async () => {
    expect(await database.ask('gate_find_key', 'hash of ten_b')).toMatchObject({ id: 'key_ten_b', tenant_id: 'ten_b', ended: null });
    expect(await database.ask('gate_find_key', '%')).toBeUndefined();
  });
});
