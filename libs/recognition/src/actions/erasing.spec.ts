import { createPublicKey, verify } from 'node:crypto';
import { canonical, type Actor } from '@inkproof/audit';
import type { CertificateBody, DeletionSelection } from '@inkproof/contract';
import { DAY_MS, SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { fileText, openSpecDatabase, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecognitionStore } from '../store/recognition-store.js';
import { Erasing } from '../testing/erasing.js';
import { openStorage } from '../testing/open-vault.js';
import { recognitionOf } from '../testing/reading-of.js';

const masterKey = Buffer.alloc(32, 7);
const ids = new SortableIds();
const clock = new StillClock();
const by: Actor = { kind: 'member', id: 'per_owner', role: 'owner', requestId: 'req_1' };
const file = Buffer.from('the file');
let spec: SpecDatabase;
let database: Database;
let root: pg.Client;
let storage: ReturnType<typeof openStorage>;
let erasing: Erasing;
let recognitions: RecognitionStore;
let tenant: Id<'ten'>;

const newTenant = async (): Promise<Id<'ten'>> => {
  const id = ids.next('ten');
  await root.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, '墨证', clock_timestamp())`, [id]);
  return id;
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 12 });
  root = new pg.Client(spec.ownerUrl);
  await root.connect();
  storage = openStorage(database, masterKey, ids, clock);
  erasing = new Erasing(database, storage, ids, clock);
  recognitions = new RecognitionStore(database, storage.objects, ids, clock, masterKey);
});
afterAll(async () => {
  await database.close();
  await root.end();
  await spec.drop();
});
beforeEach(async () => void (tenant = await newTenant()));

/** A recognition whose result and file are kept, so many days. */
const kept = async (of: Id<'ten'> = tenant, { days = 30, tag = null as string | null } = {}): Promise<Id<'rec'>> => {
  const recognition = recognitionOf(ids.next('rec'), ['沈若川'], { tag, retention: { kept: 'all', until: new Date(clock.now().getTime() + days * DAY_MS).toISOString() } });
  await database.writeAsTenant(of, await recognitions.lay(of, null, recognition, file));
  return recognition.id;
};
const hold = (objects: string[], scope = 'object', of = tenant): Promise<unknown> =>
  database.changeAsProvider(async (run) => {
    await erasing.holds.freeze(run, of);
    const id = ids.next('hld');
    await run({ text: `INSERT INTO legal_hold (id, tenant_id, scope, reason, reference, placed_by, placed_at) VALUES ($1, $2, $3::"HoldScope", 'x', 'x', 'per_x', clock_timestamp())`, values: [id, of, scope] });
    await run({ text: 'INSERT INTO legal_hold_item (hold_id, tenant_id, object_id) SELECT $1, $2, o FROM unnest($3::text[]) o', values: [id, of, objects] });
    return id;
  });
const idsOf = async (table: 'recognition' | 'stored_object' | 'tombstone' | 'deletion_certificate', of = tenant): Promise<number> => (await root.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}" WHERE tenant_id = $1`, [of])).rows[0]!.count;
const blobsOf = async (of = tenant): Promise<string[]> => (await root.query<{ blob: string }>('SELECT blob FROM stored_object WHERE tenant_id = $1', [of])).rows.map(({ blob }) => blob);
const bodyOf = ({ body }: { body: string }): CertificateBody => JSON.parse(body) as CertificateBody;
const ask = (selection: DeletionSelection, expected: number, delay_days = 0) => erasing.ask.for(tenant, { selection, expected, delay_days }, by);
const entries = async (action: string): Promise<{ details: Record<string, unknown>; outcome: string }[]> => (await root.query<{ body: string }>('SELECT body FROM audit_entry WHERE chain = $1 AND action = $2 ORDER BY seq', [tenant, action])).rows.map(({ body }) => JSON.parse(body) as never);

describe('one recognition', () => {
  it('goes with key, blob and row, leaves a tombstone and an entry, and its certificate is signed', async () => {
    const [id, staying] = [await kept(), await kept()];
    const blobs = await blobsOf();
    const certificate = (await erasing.one.for(tenant, 'recognition', id, by))!;
    expect(await recognitions.find(tenant, id)).toBeUndefined();
    expect(await recognitions.find(tenant, staying)).toMatchObject({ recognition: { id: staying } });
    expect(await Promise.all(blobs.map((blob) => storage.places.exists(blob)))).toEqual(expect.arrayContaining([true, false]));
    expect([await idsOf('stored_object'), await idsOf('tombstone')]).toEqual([2, 1]);
    expect(bodyOf(certificate)).toMatchObject({ tenant: { id: tenant, name: '墨证' }, erased: { count: 1, by_class: [{ record_class: 'recognition', count: 1 }] }, keys: { count: 2 }, excluded: { held: 0, kept: 0, holds: [] }, irreversible: '无法复原' });
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), erasing.key.publicKey]);
    expect(verify(null, Buffer.from(`inkproof:deletion:1\n${certificate.body}`), createPublicKey({ key: spki, format: 'der', type: 'spki' }), certificate.signature)).toBe(true);
    expect(canonical(bodyOf(certificate))).toBe(certificate.body);
    expect((await entries('erasure.done'))[0]).toMatchObject({ details: { record_class: 'recognition', erased: 1 } });
    expect((await entries('deletion.certified'))[0]).toMatchObject({ details: { certificate: certificate.id, erased: 1 } });
  });

  it('answers the same certificate when it is asked for again, and nothing for another tenant', async () => {
    const id = await kept();
    const first = await erasing.one.for(tenant, 'recognition', id, by);
    expect(await erasing.one.for(tenant, 'recognition', id, by)).toEqual(first);
    expect(await erasing.one.for(await newTenant(), 'recognition', id, by)).toBeUndefined();
    expect(await erasing.one.for(tenant, 'recognition', ids.next('rec'), by)).toBeUndefined();
  });

  it('stays under a hold, and the attempt is written down', async () => {
    const id = await kept();
    await hold([id]);
    await expect(erasing.one.for(tenant, 'recognition', id, by)).rejects.toMatchObject({ code: 'retention.held' });
    expect(await recognitions.find(tenant, id)).toMatchObject({ recognition: { id } });
    expect([await idsOf('tombstone'), await idsOf('deletion_certificate')]).toEqual([0, 0]);
    expect((await entries('erasure.refused'))[0]).toMatchObject({ outcome: 'refused', details: { held: 1 } });
  });

  it('is kept by no period, even where the store has one of the tenant’s', async () => {
    const id = await kept();
    await root.query(`INSERT INTO retention_rule (id, tenant_id, record_class, basis, months, source, set_by, set_at) VALUES ($1, $2, 'recognition', 'tenant', 6, 'x', 'x', clock_timestamp())`, [ids.next('rtr'), tenant]);
    // Its period has no beginning, so the wish binds nothing that is nobody's evidence.
    expect(await erasing.one.for(tenant, 'recognition', id, by)).toBeDefined();
  });

  it.each([['a key', 1], ['a byte', 0]])('has no certificate while %s of it is there', async (_, gone) => {
    const id = await kept();
    // A place that says it has removed what it has not.
    const lying = new Erasing(database, { ...storage, places: { exists: (name) => storage.places.exists(name), remove: (names) => storage.places.all[gone]!.remove(names) } }, ids, clock);
    await expect(lying.one.for(tenant, 'recognition', id, by)).rejects.toThrow(/still there/);
    expect(await recognitions.find(tenant, id)).toBeUndefined();
    expect(await idsOf('deletion_certificate')).toBe(0);
    await erasing.carryOut.due();
    expect(await idsOf('deletion_certificate')).toBe(1);
    expect(await erasing.one.for(tenant, 'recognition', id, by)).toBeDefined();
  });

  it('does not go by any other way', async () => {
    const id = await kept();
    const past = (text: string) => database.changeAsTenant(tenant, (run) => run({ text, values: [tenant, id] }));
    await expect(past('DELETE FROM recognition WHERE tenant_id = $1 AND id = $2')).rejects.toThrow(/one way of erasing/);
    await expect(past('UPDATE recognition SET result_id = NULL WHERE tenant_id = $1 AND id = $2')).rejects.toThrow(/one way of erasing/);
    expect(await recognitions.find(tenant, id)).toMatchObject({ recognition: { id } });
  });
});

describe('a node that dies with any of its messages to the store', () => {
  it.each([false, true])('leaves a thing whole or erases it once, and the next round ends it, heard by the store or not: %s', async (unheard) => {
    let died = 0;
    for (let message = 1; ; message++) {
      const of = await newTenant();
      const id = await kept(of);
      const blobs = await blobsOf(of);
      const wire = await UnsteadyWire.to(spec.url);
      const shaky = new Database({ url: wire.url, pool: 1 });
      wire.dieAt(message, unheard);
      await Promise.race([new Erasing(shaky, storage, ids, clock).one.for(of, 'recognition', id, by).catch(() => undefined), expect.poll(() => wire.isDead, { timeout: 10_000, interval: 5 }).toBe(true).catch(() => undefined)]);
      const isDead = wire.isDead;
      await wire.close();
      if (!isDead) {
        await shaky.close();
        break;
      }
      died++;
      // What reached the store is dealt with by it, and rows are passed by for as long as it is.
      await expect
        .poll(async () => {
          await erasing.carryOut.due();
          const gone = (await recognitions.find(of, id)) === undefined;
          return [gone, await idsOf('recognition', of), await idsOf('stored_object', of), await idsOf('tombstone', of), await idsOf('deletion_certificate', of)].join();
        })
        .toMatch(/^(true,0,0,1,1|false,1,2,0,0)$/);
      expect(await erasing.one.for(of, 'recognition', id, by)).toBeDefined();
      expect([await idsOf('recognition', of), await idsOf('tombstone', of), await idsOf('deletion_certificate', of)]).toEqual([0, 1, 1]);
      expect(await Promise.all(blobs.map((blob) => storage.places.exists(blob)))).toEqual(blobs.map(() => false));
    }
    expect(died).toBeGreaterThan(15);
  }, 120_000);
});

describe('a deletion that was asked for', () => {
  it('erases what it selects and leaves what is held, and says so in its certificate', async () => {
    const [one, two, other] = [await kept(tenant, { tag: 'order 7' }), await kept(tenant, { tag: 'order 7' }), await kept(tenant, { tag: 'order 8' })];
    const id = await hold([two]);
    expect(await erasing.ask.preview(tenant, { tag: 'order 7' })).toEqual({ erasable: [{ record_class: 'recognition', count: 1 }], held: [{ record_class: 'recognition', count: 1 }], kept: [], total: 2 });
    const deletion = await ask({ tag: 'order 7' }, 2);
    await erasing.carryOut.due();
    const done = await database.changeAsTenant(tenant, (run) => erasing.deletions.find(run, tenant, deletion.id));
    expect(done).toMatchObject({ state: 'done', erased: 1, held: 1, kept: 0, holds: [id] });
    expect(bodyOf((await erasing.certify.for(tenant, deletion.id)))).toMatchObject({ erased: { count: 1 }, excluded: { held: 1, holds: [id] }, deletion: { selection: { tag: 'order 7' } } });
    expect(await Promise.all([one, two, other].map(async (rec) => (await recognitions.find(tenant, rec)) !== undefined))).toEqual([false, true, true]);
  });

  it('of what a person asks to be erased takes what relied on their authorisations, and nothing else', async () => {
    const [filing, request] = [ids.next('flg'), ids.next('dsr')];
    await fileText(root, { tenantId: tenant, filingId: filing, versionId: `${filing}-1` });
    const relied = async (subject: string): Promise<Id<'rec'>> => {
      const [word, rec] = [ids.next('aut'), await kept()];
      await root.query(`INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, given_at, created_at, custody, commitment) VALUES ($1, $2, $3, sha256($4), clock_timestamp(), clock_timestamp(), 'commitment', sha256('x'))`, [word, tenant, `${filing}-1`, subject]);
      await root.query('UPDATE recognition SET filing_version_id = $3, authorisation_id = $2 WHERE id = $1', [rec, word, `${filing}-1`]);
      return rec;
    };
    const [theirs, another] = [await relied('asks'), await relied('silent')];
    await root.query(`INSERT INTO subject_request (id, tenant_id, kind, relation, source, language, subject_hash, received_at, created_at, created_by, due_at) VALUES ($1, $2, 'delete', 'self', 'tenant', 'en', sha256('asks'), now(), now(), 'per_x', now() + interval '1 day')`, [request, tenant]);
    expect((await erasing.ask.preview(tenant, { request, of: 'material' })).total).toBe(0);
    await ask({ request, of: 'results' }, 1);
    await erasing.carryOut.due();
    expect([await recognitions.find(tenant, theirs), (await recognitions.find(tenant, another)) !== undefined]).toEqual([undefined, true]);
  });

  it('erases nothing when what is selected is not what was seen', async () => {
    await kept();
    await expect(ask({ everything: 'results' }, 2)).rejects.toMatchObject({ code: 'deletion.changed' });
  });

  it('of everything can wait some days, and be cancelled until it begins', async () => {
    const rec = await kept();
    const [cancelled, begun] = [await ask({ everything: 'tenant' }, 1, 3), await ask({ everything: 'tenant' }, 1, 1)];
    await erasing.carryOut.due();
    expect(await recognitions.find(tenant, rec)).toBeDefined();
    expect(await erasing.ask.cancel(tenant, cancelled.id, by)).toMatchObject({ state: 'cancelled' });
    clock.advance(DAY_MS);
    await erasing.carryOut.due();
    expect(await recognitions.find(tenant, rec)).toBeUndefined();
    await expect(erasing.ask.cancel(tenant, begun.id, by)).rejects.toMatchObject({ code: 'deletion.begun' });
    await expect(erasing.ask.cancel(await newTenant(), begun.id, by)).rejects.toMatchObject({ code: 'deletion.not_found' });
  });

  it("of everything destroys the tenant's key, and what is held is opened by the next", async () => {
    const [going, held] = [await kept(), await kept()];
    await hold([held]);
    const first = (await root.query<{ key: string }>('SELECT key FROM tenant_key WHERE tenant_id = $1', [tenant])).rows[0]!.key;
    clock.advance(1);
    const { id } = await ask({ everything: 'tenant' }, 2);
    await erasing.carryOut.due();
    const body = bodyOf(await erasing.certify.for(tenant, id));
    expect(body).toMatchObject({ erased: { count: 2, by_class: expect.arrayContaining([{ record_class: 'account', count: 1 }, { record_class: 'recognition', count: 1 }]) }, keys: { count: 3 }, excluded: { held: 1 } });
    expect(body.keys.ids).toContain(first);
    expect([await storage.places.keys.exists(first), (await root.query('SELECT FROM tenant_key WHERE tenant_id = $1 AND key IS NOT NULL', [tenant])).rowCount]).toEqual([false, 1]);
    expect([await recognitions.find(tenant, going), await recognitions.find(tenant, held)]).toEqual([undefined, expect.objectContaining({ recognition: expect.objectContaining({ id: held }) as unknown })]);
    // Their next thing is kept as any other.
    expect(await recognitions.find(tenant, await kept())).toBeDefined();
  });

  it('walks through more than it takes at once', async () => {
    const now = clock.now();
    await root.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms) SELECT 'rec_' || lpad(g::text, 26, '0'), $1, $2, 'api', '{en}', 1, 1, 1 FROM generate_series(1, 1203) g`, [tenant, now]);
    const { id } = await ask({ created: { from: now.toISOString(), to: new Date(now.getTime() + 1).toISOString() } }, 1_203);
    await erasing.carryOut.due();
    expect(bodyOf(await erasing.certify.for(tenant, id))).toMatchObject({ erased: { count: 1_203, digests: null }, keys: { count: 0, ids: [] } });
    expect(await idsOf('recognition')).toBe(0);
  });
});

describe('what has expired', () => {
  it('is told of first, then erased, and the call stays as a line', async () => {
    const [ending, held, staying] = [await kept(tenant, { days: 1 }), await kept(tenant, { days: 1 }), await kept(tenant, { days: 9 })];
    await hold([held], 'case');
    clock.advance(DAY_MS);
    expect(await erasing.sweep.look(clock.now())).toEqual([expect.objectContaining({ recordClass: 'recognition_result', count: 2, tenants: 1, staying: 1 })]);
    expect(await idsOf('stored_object')).toBe(6);
    expect(await erasing.sweep.sweep()).toMatchObject({ due: 2, erased: 1, held: 1 });
    expect(await recognitions.find(tenant, ending)).toBe('not_kept');
    expect((await root.query('SELECT kept, result_id FROM recognition WHERE id = $1', [held])).rows[0]).toMatchObject({ kept: 'all', result_id: expect.stringContaining('obj_') });
    expect(await recognitions.find(tenant, staying)).toMatchObject({ recognition: { id: staying } });
    expect([await idsOf('stored_object'), await idsOf('deletion_certificate')]).toEqual([4, 1]);
    // What is held is walked past for ever, and nothing behind it waits.
    expect(await erasing.sweep.sweep()).toMatchObject({ erased: 0, held: 1 });
  });
});

describe('holds beside everything that erases', () => {
  it('lose no row, whatever comes first', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, () => kept(tenant, { days: 1 })));
    clock.advance(DAY_MS);
    const placed = new Map<string, boolean>();
    const random = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;
    const holding = async (): Promise<void> => {
      for (let times = 0; times < 12; times++) {
        const id = random(many);
        await hold([id]);
        // Held from now on: it is either there, or was gone before the hold stood.
        placed.set(id, (await root.query('SELECT FROM recognition WHERE id = $1 AND result_id IS NOT NULL', [id])).rowCount === 1);
      }
    };
    const requesting = async (): Promise<void> => {
      for (let times = 0; times < 10; times++) await erasing.one.for(tenant, 'recognition', random(many), by).catch((error: { code?: string; name: string }) => expect(error.code ?? error.name).toMatch(/^(retention\.held|StillThere)$/));
    };
    const everything = async (): Promise<void> => {
      const { total } = await erasing.ask.preview(tenant, { everything: 'tenant' });
      await ask({ everything: 'tenant' }, total).catch((error: { code?: string }) => expect(error.code).toBe('deletion.changed'));
      await erasing.carryOut.due();
    };
    await Promise.all([holding(), requesting(), holding(), requesting(), erasing.sweep.sweep().then(everything), holding()]);
    const { rows } = await root.query<{ id: string }>('SELECT id FROM recognition WHERE tenant_id = $1 AND result_id IS NOT NULL', [tenant]);
    const there = new Set(rows.map(({ id }) => id));
    expect([...placed].filter(([id, wasThere]) => wasThere && !there.has(id))).toEqual([]);
    await everything();
    const left = (await root.query<{ id: string }>('SELECT id FROM recognition WHERE tenant_id = $1 ORDER BY id', [tenant])).rows.map(({ id }) => id);
    for (const id of left) expect(placed.has(id)).toBe(true);
  }, 60_000);
});
