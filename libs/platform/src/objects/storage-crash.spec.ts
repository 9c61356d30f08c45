import { SortableIds, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallDisk } from '../../../../tools/testing/small-disk.mjs';
import { Database } from '../database/database.js';
import { Blobs } from './blobs.js';
import { LocalBlobs } from './local-blobs.js';
import { MoveKeys } from './move-keys.js';
import { ObjectStore, type KeptObject } from './object-store.js';
import { StorageOfAnother, SweepStrays } from './sweep-strays.js';
import { Drawers } from './drawers.js';
import { ReplaceTenantKey } from './replace-tenant-key.js';
import { TenantKeys } from './tenant-keys.js';
import { TwoPlaces } from './two-places.js';
import { UnlinkBlobs } from './unlink-blobs.js';

const HOUR_MS = 3_600_000;
const [TENANT, OTHER] = ['ten_a', 'ten_c'];

let spec: SpecDatabase;
let owner: pg.Client;
let wire: UnsteadyWire;
const clock = new StillClock();
const ids = new SortableIds(clock);
const masterKey = randomBytes(32);
const [blobs, keyBlobs] = [new LocalBlobs(specFolder()), new LocalBlobs(specFolder())];
const nodes: Database[] = [];
let straight: Database;

/** Connections of its own, straight to the store or on a line that may be cut. */
const connected = (url = spec.url): Database => {
  const database = new Database({ url, pool: 1 });
  nodes.push(database);
  return database;
};
/** A node that has just been started: it remembers nothing. Those that nobody cuts off share their connections, which cost most of it. */
const node = ({ database = straight, master = masterKey, storage = blobs as Blobs, keyPlace = keyBlobs as Blobs } = {}) => {
  const places = new TwoPlaces(storage, keyPlace);
  const keys = new TenantKeys(database, keyPlace, master, ids, clock);
  return { database, keys, drawers: new Drawers(database, keys, ids, clock), replace: new ReplaceTenantKey(database, keys), objects: new ObjectStore(database, places, keys, ids, clock), unlink: new UnlinkBlobs(database, places, clock), strays: new SweepStrays(database, places, keys, clock), move: new MoveKeys(database, places, ids) };
};
const kept = (bytes = Buffer.from('x')): KeptObject => ({ id: ids.next('obj'), class: 'job_input', bytes, expiresAt: null });
const rows = async (of?: string): Promise<string[]> => (await owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE blob IS NOT NULL AND ($1::text IS NULL OR tenant_id = $1) ORDER BY blob', [of])).rows.map(({ blob }) => blob);
const drawerKeys = async (): Promise<string[]> => (await owner.query<{ key: string }>('SELECT key FROM drawer')).rows.map(({ key }) => key);
const laid = async (place: Blobs = blobs): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of place.list({ from: 'blb_', before: 'blb`' })) names.push(name);
  return names.sort();
};
const tenantKeys = async (of?: string): Promise<string[]> => (await owner.query<{ key: string }>('SELECT key FROM tenant_key WHERE key IS NOT NULL AND ($1::text IS NULL OR tenant_id = $1)', [of])).rows.map(({ key }) => key);
/** Each row has its bytes and its key, each tenant's key is where its row says, and nothing else lies in either place. */
const expectNothingLeft = async (): Promise<void> => {
  const named = await rows();
  expect(await laid()).toEqual(named);
  expect(await laid(keyBlobs)).toEqual([...named, ...(await drawerKeys())].sort());
  for (const key of await tenantKeys()) expect(await keyBlobs.exists(key)).toBe(true);
};

/** Two places of one node, which dies with its n-th act on them: it is not done any more, and none after it. */
const dyingPlaces = (at: number): { storage: Blobs; keyPlace: Blobs; isDead: () => boolean } => {
  let acts = 0;
  const dying = (place: Blobs): Blobs =>
    new Proxy(place, {
      get: (target, name: keyof Blobs) => {
        const act = target[name].bind(target) as (...given: unknown[]) => unknown;
        return (...given: unknown[]) => (++acts >= at ? Promise.reject(new Error('died')) : act(...given));
      },
    });
  return { storage: dying(blobs), keyPlace: dying(keyBlobs), isDead: () => acts >= at };
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  wire = await UnsteadyWire.to(spec.url);
  straight = new Database({ url: spec.url, pool: 1 });
  await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'x', now())`, [TENANT]);
  await node().objects.put(TENANT, kept());
});
afterEach(async () => {
  wire.mend();
  await Promise.all(nodes.splice(0).map((database) => database.close()));
});
afterAll(async () => {
  await straight.close();
  await wire.close();
  await owner.end();
  await spec.drop();
});

/** Lets a node die with its n-th message to the store, for every n, heard and unheard, until the act ends before it comes to that. */
const dyingAtEvery = async (act: (at: ReturnType<typeof node>) => Promise<unknown>, after: () => Promise<void>): Promise<number> => {
  for (let message = 1; ; message++)
    for (const unheard of [false, true]) {
      wire.mend();
      const dying = node({ database: connected(`${wire.url}?application_name=dying`) });
      await dying.database.ping();
      wire.dieAt(message, unheard);
      await act(dying).catch(() => {});
      if (!wire.isDead) return message - 1;
      wire.mend();
      // The store deals with what reached it, and then ends the connection: until then rows may be locked, and whoever comes passes them over.
      await expect.poll(async () => (await owner.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'dying'`)).rowCount, { interval: 2 }).toBe(0);
      await after();
    }
};

describe('whoever dies while an object is written', () => {
  it('leaves a row with its bytes, or bytes that are swept an hour later, at every message to the store', async () => {
    const messages = await dyingAtEvery(
      ({ objects }) => objects.put(TENANT, kept()),
      async () => {
        for (const { id } of (await owner.query<{ id: string }>('SELECT id FROM stored_object WHERE tenant_id = $1', [TENANT])).rows) expect(await node().objects.get(TENANT, id)).toEqual(Buffer.from('x'));
      },
    );
    expect(messages).toBeGreaterThan(4);
    expect((await laid()).length).toBeGreaterThan((await rows()).length);
    clock.advance(HOUR_MS - 1);
    expect(await node().strays.sweep()).toBe(0);
    clock.advance(2);
    expect(await node().strays.sweep()).toBeGreaterThan(0);
    await expectNothingLeft();
  });
});

describe('whoever dies at one of the two places', () => {
  it('while an object is written leaves what is swept an hour later, at every act', async () => {
    let at = 1;
    for (; ; at++) {
      const { isDead, ...places } = dyingPlaces(at);
      await node(places).objects.put(TENANT, kept()).catch(() => {});
      if (!isDead()) break;
    }
    // The tenant's key is fetched, key and bytes are laid down.
    expect(at).toBe(4);
    clock.advance(HOUR_MS + 1);
    expect(await node().strays.sweep()).toBeGreaterThan(0);
    await expectNothingLeft();
  });

  it('while the key of a tenant is drawn leaves one that opens nothing, and the tenant gets another', async () => {
    await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ('ten_b', 'x', now())`);
    const messages = await dyingAtEvery(
      async ({ keys }) => {
        await owner.query(`DELETE FROM tenant_key WHERE tenant_id = 'ten_b'`);
        await keys.of('ten_b');
      },
      async () => expect((await node().keys.of('ten_b')).key).toHaveLength(32),
    );
    expect(messages).toBeGreaterThan(6);
    await expectNothingLeft();
  });

  it('while an object is erased has destroyed its key first, and others take away the rest', async () => {
    for (let at = 1; ; at++) {
      const object = kept();
      await node().objects.put(TENANT, object);
      const name = (await owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE id = $1', [object.id])).rows[0]!.blob;
      const { isDead, ...places } = dyingPlaces(at);
      await node().objects.remove(TENANT, [object.id]);
      await node(places).unlink.all().catch(() => {});
      expect(!(await blobs.exists(name)) && (await keyBlobs.exists(name))).toBe(false);
      clock.advance(60_001);
      await node().unlink.all();
      await expectNothingLeft();
      if (!isDead()) break;
    }
  });
});

describe('whoever dies while the key of a tenant is replaced leaves everything to be read, and others end it', () => {
  let others: ReturnType<typeof node>;
  let [object, words] = [kept(), Buffer.alloc(0) as Uint8Array];
  beforeAll(async () => {
    await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'x', now())`, [OTHER]);
    const { objects, drawers } = node();
    await objects.put(OTHER, (object = kept()));
    words = (await drawers.of(OTHER, 'a request')).seal('row', Buffer.from('words'));
  });
  beforeEach(() => {
    clock.advance(60_001);
    others = node();
  });

  const read = async (): Promise<void> => {
    expect(await others.objects.get(OTHER, object.id)).toEqual(Buffer.from('x'));
    expect((await others.drawers.of(OTHER, 'a request')).open('row', words).toString()).toBe('words');
  };
  const replace = async ({ replace: by, keys, database }: ReturnType<typeof node>, since: Date): Promise<void> => {
    await by.for(OTHER, since);
    await database.changeAsTenant(OTHER, async (run) => keys.destroy(run, OTHER, await keys.before(run, OTHER)));
  };
  const end = async (): Promise<void> => {
    await read();
    await replace(others, clock.now());
    clock.advance(60_001);
    await others.unlink.all();
    const [key, ...more] = await tenantKeys(OTHER);
    // Keys say by which they are wrapped: they are opened without a row of it too.
    expect([more, (await keyBlobs.get((await drawerKeys())[0]!))!.includes(key!)]).toEqual([[], true]);
    await read();
    await expectNothingLeft();
    clock.advance(60_001);
  };

  it('at every message to the store', async () => {
    expect(await dyingAtEvery((at) => replace(at, clock.now()), end)).toBeGreaterThan(12);
  }, 240_000);

  it('at every act on the place of the keys', async () => {
    for (let at = 1; ; at++) {
      const { isDead, ...places } = dyingPlaces(at);
      await replace(node(places), clock.now()).catch(() => {});
      await end();
      if (!isDead()) break;
    }
  }, 60_000);
});

describe('whoever dies while keys are moved out of the database', () => {
  it('leaves each object to be read, and each key in one place when others have moved the rest', async () => {
    const ofBefore = async (): Promise<void> => {
      for (const name of await tenantKeys(TENANT)) await owner.query('UPDATE tenant_key SET wrapped = $2, key = NULL WHERE key = $1', [name, await keyBlobs.get(name)]);
      for (const name of await rows(TENANT)) {
        await owner.query('UPDATE stored_object SET sealed_key = $2 WHERE blob = $1 AND sealed_key IS NULL', [name, await keyBlobs.get(name)]);
        await keyBlobs.remove([name]);
      }
      await node().unlink.all();
    };
    await ofBefore();
    const messages = await dyingAtEvery(
      ({ move }) => move.some(),
      async () => {
        const another = node();
        for (const { id } of (await owner.query<{ id: string }>('SELECT id FROM stored_object WHERE tenant_id = $1', [TENANT])).rows) expect(await another.objects.get(TENANT, id)).toEqual(Buffer.from('x'));
        await another.move.some();
        expect((await owner.query('SELECT FROM stored_object WHERE sealed_key IS NOT NULL')).rowCount).toBe(0);
        expect((await owner.query('SELECT FROM tenant_key WHERE wrapped IS NOT NULL')).rowCount).toBe(0);
        await ofBefore();
      },
    );
    expect(messages).toBeGreaterThan(7);
    clock.advance(HOUR_MS + 1);
    await node().strays.sweep();
    await expectNothingLeft();
    expect(await node().move.some()).toBe(0);
  });
});

describe('whoever dies while an object is erased', () => {
  it('leaves it whole, or erased with its blob still to be unlinked by others, at every message to the store', async () => {
    let id = '';
    const messages = await dyingAtEvery(
      async ({ objects, unlink }) => {
        id = (await owner.query<{ id: string }>('SELECT id FROM stored_object WHERE tenant_id = $1 LIMIT 1', [TENANT])).rows[0]?.id ?? '';
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
        await expectNothingLeft();
        await another.objects.put(TENANT, kept());
      },
    );
    expect(messages).toBeGreaterThan(6);
  });

  it.each([['storage', { storage: new LocalBlobs('/proc/none') }], ['place of the keys', { keyPlace: new LocalBlobs('/proc/none') }]])('at the %s leaves it to be unlinked when that is back', async (_, gone) => {
    const object = kept();
    await node().objects.put(TENANT, object);
    await node().objects.remove(TENANT, [object.id]);
    const away = node(gone);
    await expect(away.unlink.all()).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect((await laid()).length).toBe((await rows()).length + 1);
    clock.advance(60_001);
    await node().unlink.all();
    await expectNothingLeft();
  });
});

it('several nodes unlink at once, each what the others have left', async () => {
  const { objects } = node();
  const many = Array.from({ length: 60 }, () => kept());
  for (const object of many) await objects.put(TENANT, object);
  await objects.remove(TENANT, many.map(({ id }) => id));
  await Promise.all(Array.from({ length: 3 }, () => node({ database: connected() })).map(({ unlink }) => unlink.all()));
  await expectNothingLeft();
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
