import { createHash } from 'node:crypto';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../model/act.js';
import { canonical } from '../model/canonical.js';
import { Trail } from './trail.js';

interface Row {
  chain: string;
  seq: string;
  at: string;
  body: string;
  salt: Buffer;
  commitment: Buffer;
  hash: Buffer;
}

const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const trail = new Trail();
const revoked = { action: 'key.revoked', by, targets: ['key_1'], details: {} } as const;
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 8 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

const rowsOf = async (chain: string): Promise<Row[]> =>
  (await owner.query<Row>('SELECT chain, seq, quota_instant(at) AS at, body, salt, commitment, hash FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows;

it('numbers entries without a gap and chains each to the one before, as anybody can work out again', async () => {
  // As many at once as there are connections, so that nobody waits for one longer than a busy machine allows.
  for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 8 }, () => database.asTenant('ten_a', (tx) => trail.append(tx, 'ten_a', { ...revoked, after: { revoked: true } }))));
  const rows = await rowsOf('ten_a');
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  let prev = '0'.repeat(64);
  for (const { chain, seq, at, body, salt, commitment, hash } of rows) {
    expect(createHash('sha256').update(salt).update(body).digest()).toEqual(commitment);
    expect(createHash('sha256').update(canonical({ v: 1, chain, seq: Number(seq), at, commitment: commitment.toString('hex'), prev })).digest()).toEqual(hash);
    expect(canonical(JSON.parse(body))).toBe(body);
    prev = hash.toString('hex');
  }
});

it('stands or falls with the act', async () => {
  await expect(
    database.asTenant('ten_b', async (tx) => {
      await trail.append(tx, 'ten_b', revoked);
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  expect(await rowsOf('ten_b')).toEqual([]);
});

it('is written by prepared statements too', async () => {
  await database.changeAsTenant('ten_c', (run) => trail.append(run, 'ten_c', revoked));
  expect(await rowsOf('ten_c')).toHaveLength(1);
});

it('lets nobody write into the log of another', async () => {
  await expect(database.asTenant('ten_a', (tx) => trail.append(tx, 'ten_b', revoked))).rejects.toThrow(/does not speak for chain/);
  await expect(database.asPerson('per_1', (tx) => trail.append(tx, 'provider', revoked))).rejects.toThrow(/does not speak for chain/);
});

it('shows a tenant its own entries and lets the application change, add or remove none', async () => {
  expect(await database.asTenant('ten_a', (tx) => tx.auditEntry.count())).toBe(40);
  expect(await database.asTenant('ten_b', (tx) => tx.auditEntry.count())).toBe(0);
  for (const sql of [`UPDATE audit_entry SET action = 'x'`, 'DELETE FROM audit_entry', `INSERT INTO audit_entry (chain, seq, at, commitment, hash) VALUES ('ten_a', 99, now(), '', '')`])
    await expect(database.asTenant('ten_a', (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/);
});
