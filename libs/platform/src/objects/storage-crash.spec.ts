import { SortableIds, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { smallDisk } from '../../../../tools/testing/small-disk.mjs';
import { Database } from '../database/database.js';
import { Blobs } from './blobs.js';
import { LocalBlobs } from './local-blobs.js';
import { ObjectStore, type KeptObject } from './object-store.js';
import { StorageOfAnother, SweepStrays } from './sweep-strays.js';
import { TenantKeys } from './tenant-keys.js';
import { UnlinkBlobs } from './unlink-blobs.js';

const HOUR_MS = 3_600_000;
const TENANT = 'ten_a';

let spec: SpecDatabase;
let owner: pg.Client;
let wire: UnsteadyWire;
const clock = new StillClock();
const ids = new SortableIds(clock);
const masterKey = randomBytes(32);
const blobs = new LocalBlobs(specFolder());
const nodes: Database[] = [];

/** A node that has just been started, on a line that may be cut or straight to the store. */
const node = ({ url = spec.url, master = masterKey, storage = blobs as Blobs } = {}) => {
  const database = new Database({ url, pool: 1 });
  nodes.push(database);
  const keys = new TenantKeys(database, master, clock);
  return { database, objects: new ObjectStore(database, storage, keys, ids, clock), unlink: new UnlinkBlobs(database, storage, clock), strays: new SweepStrays(database, storage, keys, clock) };
};
const kept = (bytes = Buffer.from('x')): KeptObject => ({ id: ids.next('obj'), class: 'job_input', bytes, expiresAt: null });
const rows = async (): Promise<string[]> => (await owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE blob IS NOT NULL ORDER BY blob')).rows.map(({ blob }) => blob);
const laid = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of blobs.list({ from: 'blb_', before: 'blb`' })) names.push(name);
  return names.sort();
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  wire = await UnsteadyWire.to(spec.url);
  await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'x', now())`, [TENANT]);
  await node().objects.put(TENANT, kept());
});
afterEach(async () => {
  wire.mend();
  await Promise.all(nodes.splice(0).map((database) => database.close()));
});
afterAll(async () => {
  await wire.close();
  await owner.end();
  await spec.drop();
});

/** Lets a node die with its n-th message to the store, for every n, heard and unheard, until the act ends before it comes to that. */
const dyingAtEvery = async (act: (at: ReturnType<typeof node>) => Promise<unknown>, after: () => Promise<void>): Promise<number> => {
  for (let message = 1; ; message++)
    for (const unheard of [false, true]) {
      wire.mend();
      const dying = node({ url: wire.url });
      await dying.database.ping();
      wire.dieAt(message, unheard);
      await act(dying).catch(() => {});
      if (!wire.isDead) return message - 1;
      wire.mend();
      await after();
    }
};

describe('whoever dies while an object is written', () => {
  it('leaves a row with its bytes, or bytes that are swept an hour later, at every message to the store', async () => {
    const messages = await dyingAtEvery(
      ({ objects }) => objects.put(TENANT, kept()),
      async () => {
        for (const { id } of (await owner.query<{ id: string }>('SELECT id FROM stored_object')).rows) expect(await node().objects.get(TENANT, id)).toEqual(Buffer.from('x'));
      },
    );
    expect(messages).toBeGreaterThan(4);
    expect((await laid()).length).toBeGreaterThan((await rows()).length);
    clock.advance(HOUR_MS - 1);
    expect(await node().strays.sweep()).toBe(0);
    clock.advance(2);
    expect(await node().strays.sweep()).toBeGreaterThan(0);
    expect(await laid()).toEqual(await rows());
  });
});

describe('whoever dies while an object is erased', () => {
  it('leaves it whole, or erased with its blob still to be unlinked by others, at every message to the store', async () => {
    let id = '';
    const messages = await dyingAtEvery(
      async ({ objects, unlink }) => {
        id = (await owner.query<{ id: string }>('SELECT id FROM stored_object LIMIT 1')).rows[0]?.id ?? '';
        await objects.remove(TENANT, [id]);
        await unlink.all();
      },
      async () => {
        const another = node();
        const isThere = await another.objects.has(TENANT, id);
        expect(await another.objects.get(TENANT, id)).toEqual(isThere ? Buffer.from('x') : undefined);
        // What the dead one had taken is left to it for a minute.
        clock.advance(60_001);
        await another.unlink.all();
        expect(await laid()).toEqual(await rows());
        await another.objects.put(TENANT, kept());
      },
    );
    expect(messages).toBeGreaterThan(6);
  });

  it('at the storage leaves it to be unlinked when the storage is back', async () => {
    const object = kept();
    await node().objects.put(TENANT, object);
    await node().objects.remove(TENANT, [object.id]);
    const away = node({ storage: new LocalBlobs('/proc/none') });
    await expect(away.unlink.all()).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect((await laid()).length).toBe((await rows()).length + 1);
    clock.advance(60_001);
    await node().unlink.all();
    expect(await laid()).toEqual(await rows());
  });
});

it('several nodes unlink at once, each what the others have left', async () => {
  const { objects } = node();
  const many = Array.from({ length: 60 }, () => kept());
  for (const object of many) await objects.put(TENANT, object);
  await objects.remove(TENANT, many.map(({ id }) => id));
  await Promise.all([node(), node(), node()].map(({ unlink }) => unlink.all()));
  expect(await laid()).toEqual(await rows());
  expect((await owner.query('SELECT FROM blob_to_unlink')).rowCount).toBe(0);
});

it('an install that comes to the storage of another sweeps nothing', async () => {
  const { objects } = node();
  await objects.lay(TENANT, kept());
  clock.advance(HOUR_MS + 1);
  await expect(node({ master: randomBytes(32) }).strays.sweep()).rejects.toThrow(StorageOfAnother);
  expect((await laid()).length).toBe((await rows()).length + 1);
  expect(await node().strays.sweep()).toBe(1);
});

it('a disk that is full refuses by name and leaves nothing of what did not fit, and takes more when there is room', async () => {
  const disk = smallDisk(64_000_000);
  try {
    const storage = new LocalBlobs(`${disk.folder}/objects`);
    const { objects } = node({ storage });
    await storage.check();
    const before = kept(randomBytes(1_000_000));
    await objects.put(TENANT, before);
    disk.fill(100_000);
    const tooMuch = kept(randomBytes(1_000_000));
    for (const act of [() => storage.check(), () => objects.put(TENANT, tooMuch)]) await expect(act()).rejects.toMatchObject({ code: 'storage.unavailable', cause: { message: expect.stringMatching(/^The disk of .* is full\. Make room/) as unknown } });
    expect(await objects.has(TENANT, tooMuch.id)).toBe(false);
    expect((await objects.get(TENANT, before.id))?.equals(before.bytes)).toBe(true);
    disk.clear();
    await objects.put(TENANT, tooMuch);
    expect((await objects.get(TENANT, tooMuch.id))?.equals(tooMuch.bytes)).toBe(true);
    await objects.remove(TENANT, [before.id, tooMuch.id]);
    await node({ storage }).unlink.all();
  } finally {
    disk.remove();
  }
});
