import { CountingIds, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import { createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { seal } from '../vault/seal.js';
import { LocalBlobs } from './local-blobs.js';
import { ObjectStore, type KeptObject } from './object-store.js';
import { Drawers } from './drawers.js';
import { ReplaceTenantKey } from './replace-tenant-key.js';
import { TenantKeys } from './tenant-keys.js';
import { TwoPlaces } from './two-places.js';
import { UnlinkBlobs } from './unlink-blobs.js';

const HOUR_MS = 3_600_000;

let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let objects: ObjectStore;
let unlink: UnlinkBlobs;
const clock = new StillClock();
const ids = new CountingIds();
const [blobs, keyBlobs] = [new LocalBlobs(specFolder()), new LocalBlobs(specFolder())];
const places = new TwoPlaces(blobs, keyBlobs);
const masterKey = randomBytes(32);
const kept = (id: string, bytes: Uint8Array = Buffer.from('x')): KeptObject => ({ id, class: 'job_input', bytes, expiresAt: new Date(clock.now().getTime() + HOUR_MS) });

/** A node: it has its own memory, and shares database, storage and master key with the others. */
const node = (): { objects: ObjectStore; keys: TenantKeys; drawers: Drawers; replace: ReplaceTenantKey } => {
  const keys = new TenantKeys(database, keyBlobs, masterKey, ids, clock);
  return { keys, objects: new ObjectStore(database, places, keys, ids, clock), drawers: new Drawers(database, keys, ids, clock), replace: new ReplaceTenantKey(database, keys) };
};
const rowOf = async (id: string): Promise<{ blob: string | null; sealed_key: Buffer | null; digest: Buffer; salt: Buffer } | undefined> =>
  (await owner.query<{ blob: string | null; sealed_key: Buffer | null; digest: Buffer; salt: Buffer }>('SELECT blob, sealed_key, digest, salt FROM stored_object WHERE id = $1', [id])).rows[0];

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  objects = node().objects;
  unlink = new UnlinkBlobs(database, places, clock);
  await database.asProvider(async (tx) => {
    for (const id of ['ten_a', 'ten_b', 'ten_c', 'ten_d']) await tx.tenant.create({ data: { id, name: id, createdAt: clock.now() } });
  });
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});

it('gives back to the byte what was put in, megabytes too, on every node', async () => {
  const bytes = randomBytes(3_000_000);
  await objects.put('ten_a', kept('obj_1', bytes));
  expect((await node().objects.get('ten_a', 'obj_1'))?.equals(bytes)).toBe(true);
});

it('shows an object to its own tenant and to no other', async () => {
  await objects.put('ten_a', kept('obj_2', Buffer.from('mine')));
  expect([await objects.get('ten_b', 'obj_2'), await objects.has('ten_b', 'obj_2')]).toEqual([undefined, false]);
  await objects.remove('ten_b', ['obj_2']);
  expect(await objects.get('ten_a', 'obj_2')).toEqual(Buffer.from('mine'));
  await objects.remove('ten_a', ['obj_2']);
  expect([await objects.get('ten_a', 'obj_2'), await objects.has('ten_a', 'obj_2')]).toEqual([undefined, false]);
});

it('keeps noise in the storage, and no bytes in the database', async () => {
  await objects.put('ten_a', kept('obj_3', Buffer.from('a secret that is long enough to be found')));
  const { rows } = await owner.query<{ row: string }>(`SELECT o::text AS row FROM stored_object o WHERE id = 'obj_3'`);
  expect(rows[0]!.row.includes(Buffer.from('secret').toString('hex'))).toBe(false);
  expect((await blobs.get((await rowOf('obj_3'))!.blob!))!.includes('secret')).toBe(false);
});

it('does not pass one object off as another, of the same tenant or of two', async () => {
  await objects.put('ten_a', kept('obj_3a'));
  await owner.query(`UPDATE stored_object SET id = 'obj_3b' WHERE id = 'obj_3a'`);
  await expect(objects.get('ten_a', 'obj_3b')).rejects.toThrow();
  await objects.put('ten_b', kept('obj_3c'));
  await owner.query(`UPDATE stored_object SET tenant_id = 'ten_a' WHERE id = 'obj_3c'`);
  await expect(objects.get('ten_a', 'obj_3c')).rejects.toThrow();
});

it('comes into being with the act it belongs to, or not at all', async () => {
  const row = await objects.lay('ten_a', kept('obj_5'));
  const act = database.changeAsTenant('ten_a', async (run) => {
    await run(row);
    throw new Error('thought better of it');
  });
  await expect(act).rejects.toThrow('thought better of it');
  expect(await objects.get('ten_a', 'obj_5')).toBeUndefined();
});

it('is out of reach from the moment it expires, and forgotten by the next sweep', async () => {
  await objects.put('ten_b', kept('obj_6'));
  await objects.put('ten_b', { ...kept('obj_7'), expiresAt: null });
  clock.advance(HOUR_MS);
  expect(await objects.get('ten_b', 'obj_6')).toBeUndefined();
  expect(Number((await database.askAll<{ count: string }>('gate_forget_objects', clock.now()))[0]?.count)).toBeGreaterThan(0);
  expect(await objects.get('ten_b', 'obj_7')).toEqual(Buffer.from('x'));
});

it('reads what was kept before there was a storage', async () => {
  const { sealed, sealedKey } = seal(masterKey, 'obj_8', Buffer.from('old'));
  await owner.query(`INSERT INTO stored_object (id, tenant_id, created_at, expires_at, bytes, sealed, sealed_key, wrapped_by) VALUES ('obj_8', 'ten_a', now(), '2999-01-01', 3, $1, $2, 1)`, [sealed, sealedKey]);
  expect(await objects.get('ten_a', 'obj_8')).toEqual(Buffer.from('old'));
});

it('says so when the storage has lost what a row points to', async () => {
  await objects.put('ten_a', kept('obj_9'));
  await blobs.remove([(await rowOf('obj_9'))!.blob!]);
  await expect(objects.get('ten_a', 'obj_9')).rejects.toThrow('is missing from the storage');
});

it('keeps no key in the database, and opens nothing without the one outside', async () => {
  await objects.put('ten_a', kept('obj_9a'));
  const { blob, sealed_key } = (await rowOf('obj_9a'))!;
  expect([sealed_key, (await owner.query('SELECT FROM tenant_key WHERE wrapped IS NOT NULL')).rowCount]).toEqual([null, 0]);
  await keyBlobs.remove([blob!]);
  await expect(objects.get('ten_a', 'obj_9a')).rejects.toThrow(`The key ${blob} of the object obj_9a is missing from the storage`);
});

describe('erasing', () => {
  it('goes with the act it belongs to, tells what may still be told, and has the blob unlinked after it', async () => {
    const bytes = Buffer.from('to be erased');
    await objects.put('ten_a', kept('obj_10', bytes));
    const { blob, salt } = (await rowOf('obj_10'))!;
    const act = database.changeAsTenant('ten_a', async (run) => {
      await objects.erase(run, 'ten_a', ['obj_10']);
      throw new Error('thought better of it');
    });
    await expect(act).rejects.toThrow();
    await unlink.all();
    expect(await objects.get('ten_a', 'obj_10')).toEqual(bytes);

    const erased = await database.changeAsTenant('ten_a', (run) => objects.erase(run, 'ten_a', ['obj_10', 'obj_none']));
    expect(erased).toEqual([{ id: 'obj_10', class: 'job_input', bytes: bytes.length, blob, salt, digest: createHmac('sha256', salt).update(bytes).digest() }]);
    expect(await blobs.exists(blob!)).toBe(true);
    await unlink.all();
    expect([await blobs.exists(blob!), await keyBlobs.exists(blob!), await rowOf('obj_10'), (await owner.query('SELECT FROM blob_to_unlink')).rowCount]).toEqual([false, false, undefined, 0]);
  });

  it('leaves no blob behind, by whichever way a row goes', async () => {
    await objects.put('ten_a', kept('obj_11'));
    await objects.put('ten_a', kept('obj_12'));
    const names = [(await rowOf('obj_11'))!.blob!, (await rowOf('obj_12'))!.blob!];
    await database.asTenant('ten_a', (tx) => tx.storedObject.deleteMany({ where: { tenantId: 'ten_a', id: 'obj_11' } }));
    await owner.query(`DELETE FROM stored_object WHERE id = 'obj_12'`);
    await unlink.all();
    expect(await Promise.all(names.map((name) => blobs.exists(name)))).toEqual([false, false]);
  });
});

describe("a tenant's key", () => {
  it('is one, also when two nodes seal the first objects at once', async () => {
    const nodes = [node(), node(), node()];
    await Promise.all(nodes.map((one, i) => one.objects.put('ten_c', kept(`obj_2${i}`))));
    for (const i of [0, 1, 2]) expect(await objects.get('ten_c', `obj_2${i}`)).toEqual(Buffer.from('x'));
  });

  const keyOf = async (number: number): Promise<string> => (await owner.query<{ key: string }>(`SELECT key FROM tenant_key WHERE tenant_id = 'ten_d' AND number = $1`, [number])).rows[0]!.key;
  const destroyBefore = ({ keys }: { keys: TenantKeys }) => database.changeAsTenant('ten_d', async (run) => keys.destroy(run, 'ten_d', await keys.before(run, 'ten_d')));

  it('is replaced by the next, by which what stays is opened, on nodes that have not heard of it too', async () => {
    const [here, there] = [node(), node()];
    await here.objects.put('ten_d', kept('obj_30'));
    const drawer = await there.drawers.of('ten_d', 'a request');
    const words = drawer.seal('row', Buffer.from('words'));
    const first = await keyOf(1);
    clock.advance(1);
    await here.replace.for('ten_d', clock.now());
    await here.replace.for('ten_d', clock.now());
    await destroyBefore(here);
    await unlink.all();
    expect([await keyBlobs.exists(first), await keyBlobs.exists(await keyOf(2)), (await owner.query(`SELECT FROM tenant_key WHERE tenant_id = 'ten_d'`)).rowCount]).toEqual([false, true, 2]);
    for (const one of [here, there, node()]) {
      expect(await one.objects.get('ten_d', 'obj_30')).toEqual(Buffer.from('x'));
      expect((await one.drawers.of('ten_d', 'a request')).open('row', words).toString()).toBe('words');
    }
  });

  it('is not destroyed while anything is wrapped by it', async () => {
    const here = node();
    await here.keys.renew('ten_d', new Date(clock.now().getTime() + 1));
    await expect(destroyBefore(here)).rejects.toThrow('something is wrapped by this key still');
    await here.replace.for('ten_d', clock.now());
    await destroyBefore(here);
    expect(await node().objects.get('ten_d', 'obj_30')).toEqual(Buffer.from('x'));
  });

  it('writes nothing any more from a node that has not heard of its end, which is served when it asks again', async () => {
    const [here, there] = [node(), node()];
    await there.objects.put('ten_d', kept('obj_31'));
    const laid = await there.objects.lay('ten_d', kept('obj_32'));
    clock.advance(1);
    await here.replace.for('ten_d', clock.now());
    await destroyBefore(here);
    await expect(database.writeAsTenant('ten_d', [laid])).rejects.toMatchObject({ code: 'storage.unavailable' });
    await there.objects.put('ten_d', kept('obj_33'));
    expect(await here.objects.get('ten_d', 'obj_33')).toEqual(Buffer.from('x'));
    expect(await here.objects.has('ten_d', 'obj_32')).toBe(false);
  });

  it('opens what stayed for a database of before that is put back, and a tenant there gets its next', async () => {
    await owner.query(`UPDATE stored_object SET wrapped_by = 1 WHERE tenant_id = 'ten_d'; SET session_replication_role = replica; DELETE FROM tenant_key WHERE tenant_id = 'ten_d'; INSERT INTO tenant_key (tenant_id, number, created_at, key) VALUES ('ten_d', 1, now(), 'tky_gone'); SET session_replication_role = DEFAULT`);
    const after = node();
    expect(await after.objects.get('ten_d', 'obj_33')).toEqual(Buffer.from('x'));
    await expect(after.objects.put('ten_d', kept('obj_34'))).rejects.toThrow('The key tky_gone of ten_d is missing from the place of the keys');
    await keyBlobs.put(after.keys.mark, new Uint8Array());
    await after.objects.put('ten_d', kept('obj_34'));
    expect(await node().objects.get('ten_d', 'obj_34')).toEqual(Buffer.from('x'));
  });

  it('does not come back', async () => {
    await owner.query(`INSERT INTO tenant_key (tenant_id, number, created_at, destroyed_at) VALUES ('ten_b', 7, now(), now())`);
    const revive = () => database.changeAsTenant('ten_b', (run) => run({ text: `UPDATE tenant_key SET wrapped = '\\x00', destroyed_at = NULL WHERE tenant_id = 'ten_b' AND number = 7 RETURNING 1`, values: [] }));
    await expect(revive()).rejects.toThrow('a destroyed key does not come back');
    await expect(database.changeAsTenant('ten_d', (run) => run({ text: `DELETE FROM tenant_key WHERE tenant_id = 'ten_d'`, values: [] }))).rejects.toThrow('permission denied');
  });
});
