import { StillClock } from '@inkproof/kernel';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { ObjectStore } from './object-store.js';

const HOUR_MS = 3_600_000;

let spec: SpecDatabase;
let database: Database;
let objects: ObjectStore;
const clock = new StillClock();
const later = () => new Date(clock.now().getTime() + HOUR_MS);

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  objects = new ObjectStore(database, randomBytes(32), clock);
  await database.asProvider(async (tx) => {
    for (const id of ['ten_a', 'ten_b']) await tx.tenant.create({ data: { id, name: id, createdAt: clock.now() } });
  });
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

it('gives back to the byte what was put in, megabytes too', async () => {
  const bytes = randomBytes(3_000_000);
  await objects.put('ten_a', { id: 'obj_1', bytes, expiresAt: later() });
  expect((await objects.get('ten_a', 'obj_1'))?.equals(bytes)).toBe(true);
});

it('shows an object to its own tenant and to no other', async () => {
  await objects.put('ten_a', { id: 'obj_2', bytes: Buffer.from('mine'), expiresAt: later() });
  expect(await objects.get('ten_b', 'obj_2')).toBeUndefined();
  await objects.remove('ten_b', ['obj_2']);
  expect(await objects.get('ten_a', 'obj_2')).toEqual(Buffer.from('mine'));
  await objects.remove('ten_a', ['obj_2']);
  expect(await objects.get('ten_a', 'obj_2')).toBeUndefined();
});

it('keeps noise in the store, and one object is not passed off as another', async () => {
  await objects.put('ten_a', { id: 'obj_3', bytes: Buffer.from('a secret that is long enough to be found'), expiresAt: later() });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ sealed: Buffer }>(`SELECT sealed FROM stored_object WHERE id = 'obj_3'`);
  expect(rows[0]!.sealed.includes('secret')).toBe(false);
  await owner.query(`UPDATE stored_object SET id = 'obj_4' WHERE id = 'obj_3'`);
  await owner.end();
  await expect(objects.get('ten_a', 'obj_4')).rejects.toThrow();
});

it('comes into being with the act it belongs to, or not at all', async () => {
  const act = database.changeAsTenant('ten_a', async (run) => {
    await run(objects.writing('ten_a', { id: 'obj_5', bytes: Buffer.from('x'), expiresAt: later() }));
    throw new Error('thought better of it');
  });
  await expect(act).rejects.toThrow('thought better of it');
  expect(await objects.get('ten_a', 'obj_5')).toBeUndefined();
});

it('is out of reach from the moment it expires, and forgotten by the next sweep', async () => {
  await objects.put('ten_b', { id: 'obj_6', bytes: Buffer.from('x'), expiresAt: later() });
  clock.advance(HOUR_MS);
  expect(await objects.get('ten_b', 'obj_6')).toBeUndefined();
  expect(Number((await database.askAll<{ count: string }>('gate_forget_objects', clock.now()))[0]?.count)).toBeGreaterThan(0);
});
