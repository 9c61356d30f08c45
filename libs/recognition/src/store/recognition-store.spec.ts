import { FoundTenant } from '@inkproof/identity';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database, seal, type ObjectStore, type TwoPlaces } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognitionOf } from '../testing/reading-of.js';
import { RecognitionStore } from './recognition-store.js';
import { openStorage } from '../testing/open-vault.js';

const ids = new CountingIds();
const clock = new StillClock();
const UNTIL = '2026-12-22T04:00:00.000Z';
const kept = { kept: 'result', until: UNTIL } as const;
const masterKey = Buffer.alloc(32, 7);
const words = ['沈若川', '13800138000', 'Invoice'];
let spec: SpecDatabase;
let database: Database;
let store: RecognitionStore;
let objects: ObjectStore;
let places: TwoPlaces;
let owner: pg.Client;
let tenant: Id<'ten'>;
let other: Id<'ten'>;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  ({ objects, places } = openStorage(database, masterKey, ids, clock));
  store = new RecognitionStore(database, objects, ids, clock, masterKey);
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const found = new FoundTenant(ids, new StillClock());
  const open = async (email: string) => (await database.asProvider((tx) => found.in(tx, { name: 'x', owner: { name: 'x', email, password: 'x' } }))).tenantId;
  tenant = await open('a@inkproof.example');
  other = await open('b@inkproof.example');
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});

const file = Buffer.from('the file of 沈若川');
const written = async (more: Parameters<typeof recognitionOf>[2] = {}) => {
  const recognition = recognitionOf(ids.next('rec'), words, { retention: kept, ...more });
  await database.writeAsTenant(tenant, await store.lay(tenant, null, recognition, file));
  return recognition;
};

describe('a result at rest', () => {
  it('is given back as it was, to its own tenant and to no other', async () => {
    const recognition = await written();
    expect(await store.find(tenant, recognition.id)).toEqual({ recognition, fileId: null });
    expect(await store.find(other, recognition.id)).toBeUndefined();
    expect(await store.find(tenant, 'rec_nothing')).toBeUndefined();
  });

  it('holds nothing of what was read, in any column', async () => {
    const { id } = await written();
    const { rows } = await owner.query<Record<string, unknown>>('SELECT * FROM recognition WHERE id = $1', [id]);
    const bytes = Buffer.concat(Object.values(rows[0]!).map((value) => (value instanceof Buffer ? value : Buffer.from(String(value)))));
    for (const word of [...words, 'blocks', 'polygon']) expect(bytes.includes(word)).toBe(false);
    expect(rows[0]).toMatchObject({ pages: 1, words: 3 });
  });

  it('does not open after a flipped bit, under another key, or in the place of another', async () => {
    const [one, two] = [await written(), await written()];
    const { blob } = (await owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE id = (SELECT result_id FROM recognition WHERE id = $1)', [one.id])).rows[0]!;
    const key = (await places.keys.get(blob))!;
    key[40]! ^= 1;
    await places.keys.put(blob, key);
    await expect(store.find(tenant, one.id)).rejects.toThrow('unable to authenticate');
    await expect(new RecognitionStore(database, openStorage(database, Buffer.alloc(32, 8), ids, clock, places).objects, ids, clock, masterKey).find(tenant, two.id)).rejects.toThrow('unable to authenticate');
    await owner.query(`UPDATE recognition a SET result_id = b.result_id FROM recognition b WHERE a.id = $1 AND b.id = $2`, [one.id, two.id]);
    await expect(store.find(tenant, one.id)).rejects.toThrow('is another');
    expect(await store.find(tenant, two.id)).toMatchObject({ recognition: two });
  });

  it('is read where it was kept before there was a storage', async () => {
    const old = await written({ retention: { kept: 'none', until: null } });
    const { sealed, sealedKey } = seal(masterKey, old.id, Buffer.from(JSON.stringify(old)));
    await owner.query('UPDATE recognition SET sealed = $2, sealed_key = $3 WHERE id = $1', [old.id, sealed, sealedKey]);
    expect(await store.find(tenant, old.id)).toEqual({ recognition: old, fileId: null });
  });
});

describe('what is kept', () => {
  it('is nothing of what was read unless that was chosen', async () => {
    const { id } = await written({ retention: { kept: 'none', until: null } });
    expect(await store.find(tenant, id)).toBe('not_kept');
    const { rows } = await owner.query<Record<string, unknown>>('SELECT sealed, sealed_key, result_id, file_id FROM recognition WHERE id = $1', [id]);
    expect(rows).toEqual([{ sealed: null, sealed_key: null, result_id: null, file_id: null }]);
  });

  it('is the file too when that was chosen, for as long as the result', async () => {
    const { id } = await written({ retention: { kept: 'all', until: UNTIL } });
    const found = await store.find(tenant, id);
    const { fileId } = found as Exclude<typeof found, string | undefined>;
    expect(await objects.get(tenant, fileId!)).toEqual(file);
    expect(await objects.get(other, fileId!)).toBeUndefined();
    const { rows } = await owner.query<{ expires_at: Date }>('SELECT expires_at FROM stored_object WHERE id = $1', [fileId]);
    expect(rows[0]!.expires_at.toISOString()).toBe(UNTIL);
  });

  it('holds no other forms of the result: they are made anew', async () => {
    const { id } = await written({ outputs: [{ format: 'text', media_type: 'text/plain', text: 'x' }] });
    expect(await store.find(tenant, id)).toMatchObject({ recognition: { outputs: [] } });
  });

  it('is gone from its last instant on, also where nobody has swept yet', async () => {
    const [ending, staying] = [await written({ retention: { kept: 'result', until: '2026-11-22T04:00:01.000Z' } }), await written()];
    clock.advance(999);
    expect(await store.find(tenant, ending.id)).toMatchObject({ recognition: ending });
    clock.advance(1);
    expect(await store.find(tenant, ending.id)).toBe('not_kept');
    expect(await store.find(tenant, staying.id)).toMatchObject({ recognition: staying });
  });
});

describe('the list', () => {
  it('shows what may be shown, newest first, with the key that called', async () => {
    const key = { id: 'key_1', tenantId: tenant, label: 'billing', environment: 'live', secretHash: 'x', hint: 'x', createdAt: new Date(0) } as const;
    await database.asTenant(tenant, (tx) => tx.apiKey.create({ data: key }));
    const recognition = recognitionOf('rec_zz', words, { tag: 'order 7', languages: ['zh-Hans', 'en'] });
    await database.writeAsTenant(tenant, await store.lay(tenant, 'key_1', recognition));
    const [newest, ...older] = await store.list(tenant, { size: 50 });
    expect(newest).toEqual({ id: 'rec_zz', created_at: '2026-11-22T04:00:00.000Z', tag: 'order 7', channel: 'api', languages: ['zh-Hans', 'en'], confidence: 0.9, duration_ms: 12, pages: 1, words: 3, job: null, relied_on: null, retention: { kept: 'none', until: null }, key: { id: 'key_1', label: 'billing' } });
    expect(older.every(({ key: caller }) => caller === null)).toBe(true);
  });

  it('goes on below the last one shown, and is a tenant’s own', async () => {
    const all = (await store.list(tenant, { size: 50 })).map(({ id }) => id);
    expect((await store.list(tenant, { below: all[0], size: 2 })).map(({ id }) => id)).toEqual(all.slice(1, 3));
    expect(await store.list(other, { size: 50 })).toEqual([]);
  });
});
