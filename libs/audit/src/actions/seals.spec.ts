import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../model/act.js';
import { signable } from '../model/checkpoint.js';
import { SealStore } from '../store/seal-store.js';
import { Seals } from './seals.js';
import { areLinked, isSignedBy, keyIdOf, SigningKey } from './signing-key.js';
import { Trail, type Chain } from './trail.js';
import { trustedKeys } from './trusted-keys.js';

const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const trail = new Trail();
const store = new SealStore();
const [old, young] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
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

const sealing = (...seeds: Buffer[]) => new Seals(database, store, new SigningKey(seeds));
const act = (chain: Chain) => database.asProvider((tx) => trail.append(tx, chain, { action: 'key.revoked', by, targets: ['key_1'], details: {} }));
const list = (chain: string) => database.changeAsProvider((run) => store.list(run, chain, { size: 100 }));

it('signs the head of a chain so that anybody with the public key can check it', async () => {
  await act('ten_a');
  const { checkpoint, signature } = (await sealing(old).current('ten_a'))!;
  const { rows } = await owner.query<{ hash: Buffer }>(`SELECT hash FROM audit_entry WHERE chain = 'ten_a'`);
  expect(checkpoint).toMatchObject({ v: 1, chain: 'ten_a', seq: 1, head: rows[0]!.hash.toString('hex') });
  const [known] = await database.changeAsProvider((run) => store.keys(run));
  expect(keyIdOf(known!.publicKey)).toBe(checkpoint.key);
  expect(isSignedBy(known!.publicKey, signable('checkpoint', checkpoint), Buffer.from(signature, 'hex'))).toBe(true);
  expect(isSignedBy(known!.publicKey, signable('checkpoint', { ...checkpoint, seq: 2 }), Buffer.from(signature, 'hex'))).toBe(false);
});

it('makes one checkpoint for one head, however many ask at once and on however many nodes', async () => {
  await act('ten_b');
  const answers = await Promise.all(Array.from({ length: 8 }, () => sealing(old).current('ten_b')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await list('ten_b')).toHaveLength(1);
});

it('answers nothing for a chain in which nothing was written', async () => {
  expect(await sealing(old).current('ten_nobody')).toBeUndefined();
});

it('seals every chain that was written to, and none twice', async () => {
  for (let i = 0; i < 130; i++) await act(`ten_${i}`);
  await act('provider');
  expect(await sealing(old).all()).toBe(131);
  expect(await sealing(old).all()).toBe(0);
  await act('ten_7');
  expect(await sealing(old).all()).toBe(1);
  expect((await list('ten_7')).map(({ checkpoint }) => checkpoint.seq)).toEqual([2, 1]);
});

it('lets a key that is changed vouch for its successor', async () => {
  await act('ten_c');
  const { checkpoint } = (await sealing(young, old).current('ten_c'))!;
  const keys = await database.changeAsProvider((run) => store.keys(run));
  const [first, second] = [keys.find(({ vouchedBy }) => !vouchedBy)!, keys.find(({ vouchedBy }) => vouchedBy)!];
  expect(second).toMatchObject({ id: checkpoint.key, vouchedBy: first.id });
  expect(areLinked(second.publicKey, first.publicKey, second.vouching!)).toBe(true);
  expect([...trustedKeys(new SigningKey([young]), keys).keys()].sort()).toEqual([first.id, second.id].sort());
  expect([...trustedKeys(new SigningKey([young]), keys.map((key) => ({ ...key, vouching: key.vouching && Buffer.alloc(128) }))).keys()]).toEqual([second.id]);
});

it('shows a checkpoint to its own tenant and to no other', async () => {
  expect((await database.changeAsTenant('ten_a', (run) => store.list(run, 'ten_a', { size: 10 })))).toHaveLength(1);
  expect((await database.changeAsTenant('ten_b', (run) => store.list(run, 'ten_a', { size: 10 })))).toHaveLength(0);
});

it('cannot be made for a head that is not in the chain, nor changed, nor removed', async () => {
  const forged = { v: 1, chain: 'ten_a', seq: 1, head: 'f'.repeat(64), at: '2026-11-26T00:00:00.000000Z', key: 'k' } as const;
  const { head } = (await list('ten_a'))[0]!.checkpoint;
  await owner.query(`DELETE FROM audit_checkpoint WHERE chain = 'ten_a'`);
  await expect(database.changeAsProvider((run) => store.add(run, forged, Buffer.alloc(64)))).rejects.toThrow(/no such head/);
  await expect(database.changeAsTenant('ten_a', (run) => store.add(run, { ...forged, head }, Buffer.alloc(64)))).rejects.toThrow(/row-level security/);
  for (const sql of [`UPDATE audit_checkpoint SET key = 'x'`, 'DELETE FROM audit_checkpoint', `UPDATE audit_key SET id = 'x'`, 'DELETE FROM audit_key'])
    await expect(database.asProvider((tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/);
});
