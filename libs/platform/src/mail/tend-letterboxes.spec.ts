import fs from 'node:fs';
import { DAY_MS, SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Drawers } from '../objects/drawers.js';
import { LocalBlobs } from '../objects/local-blobs.js';
import { TenantKeys } from '../objects/tenant-keys.js';
import { TwoPlaces } from '../objects/two-places.js';
import { UnlinkBlobs } from '../objects/unlink-blobs.js';
import { Letterboxes } from './letterboxes.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { MailStore } from './mail-store.js';
import { TendLetterboxes } from './tend-letterboxes.js';

const HOUR_MS = 3_600_000;
const masterKey = new Uint8Array(32).fill(7);
let spec: SpecDatabase;
let owner: pg.Client;
let database: Database;
let clock: StillClock;
let keyFolder: string;
let node: ReturnType<typeof nodeOf>;

/** What one node has of mails. One connection is enough for all of it. */
const nodeOf = () => {
  const ids = new SortableIds(clock);
  const bytes = specFolder();
  fs.mkdirSync(bytes, { recursive: true });
  const places = new TwoPlaces(new LocalBlobs(bytes), new LocalBlobs(keyFolder, 'KEYS_URL'));
  const keys = new TenantKeys(database, places.keys, masterKey, ids, clock);
  const boxes = new Letterboxes(keys, ids, clock);
  return {
    outbox: new MailOutbox(ids, clock, boxes),
    store: new MailStore(database, masterKey, new Drawers(database, keys, ids, clock), boxes),
    tend: new TendLetterboxes(database, boxes, clock),
    unlink: new UnlinkBlobs(database, places, clock),
  };
};
const mail = (lastsMs = 30 * DAY_MS): NewMail => ({ tenantId: 'ten_a', to: 'ada@inkproof.example', template: 'password_reset', locale: 'en', values: { minutes: 30, link: 'https://ocr.example/reset#secret-token' }, expiresAt: new Date(clock.now().getTime() + lastsMs) });
const put = (from = node): Promise<Id<'mal'>> => database.changeAsTenant('ten_a', (run) => from.outbox.put(run, mail()));
const take = async () => {
  const { due, closed } = await node.store.take(clock.now(), new Date(clock.now().getTime() + 1), 10);
  return { due: due.map(({ id, to }) => ({ id, to })), closed: closed.map(({ id }) => id) };
};
const settle = (id: Id<'mal'>) => node.store.settle({ id, tenantId: 'ten_a' }, 'sent', clock.now(), null, undefined);
const boxes = async (): Promise<{ key: string; holds: string; closes_at: Date }[]> => (await owner.query<{ key: string; holds: string; closes_at: Date }>('SELECT key, holds, closes_at FROM letterbox ORDER BY closes_at, holds')).rows;
/** The files that are left in the place of the keys. */
const keysThere = (): string[] => fs.readdirSync(keyFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('blb_')).map((name) => name.slice(name.indexOf('blb_'))).sort();
const tended = async (): Promise<void> => {
  await node.tend.once();
  await node.unlink.all();
};
/** While it is away, its folder is none. */
const away = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  fs.renameSync(keyFolder, `${keyFolder}.away`);
  fs.writeFileSync(keyFolder, '');
  try {
    return await work();
  } finally {
    fs.rmSync(keyFolder);
    fs.renameSync(`${keyFolder}.away`, keyFolder);
  }
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 1 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ('ten_a', 'a', now())`);
});
beforeEach(() => {
  clock = new StillClock();
  keyFolder = specFolder();
  node = nodeOf();
});
afterEach(async () => {
  await owner.query('DELETE FROM mail');
  await owner.query('DELETE FROM letterbox');
  await owner.query('DELETE FROM blob_to_unlink');
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

it('today’s and tomorrow’s are put up beforehand, once, and the days after go on without a gap', async () => {
  await node.tend.once();
  await nodeOf().tend.once();
  expect((await boxes()).map(({ holds }) => holds)).toEqual(['addresses', 'words', 'addresses', 'words']);
  const before = (await boxes()).slice(2);
  clock.advance(DAY_MS);
  await node.tend.once();
  expect((await boxes()).slice(0, 2)).toEqual(before);
  expect(await boxes()).toHaveLength(4);
});

it('a mail is put in while the place of the keys is away, by a node that has just begun too, and is opened when that is back', async () => {
  await node.tend.once();
  const id = await away(() => put(nodeOf()));
  await away(async () => {
    await expect(take()).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(await node.store.list({ size: 1 })).toMatchObject([{ id, to: null, state: 'waiting' }]);
  });
  clock.advance(1);
  expect(await take()).toEqual({ due: [{ id, to: 'ada@inkproof.example' }], closed: [] });
});

it('where none was put up it is done in the act, on its connection, and goes with it when that is rolled back', async () => {
  const act = database.changeAsTenant('ten_a', async (run) => {
    await node.outbox.put(run, mail());
    throw new Error('rolled back');
  });
  await expect(act).rejects.toThrow('rolled back');
  expect(await boxes()).toEqual([]);
  const id = await put();
  expect(await boxes()).toHaveLength(2);
  await database.asProvider((tx) => node.outbox.put(tx, mail()));
  expect(await boxes()).toHaveLength(2);
  expect((await take()).due).toContainEqual({ id, to: 'ada@inkproof.example' });
});

it('what was said is noise an hour after the day, and whom it went to when the mail is forgotten', async () => {
  const id = await put();
  const [addresses, words] = await boxes();
  await settle(id);
  clock.advance(words!.closes_at.getTime() + HOUR_MS - clock.now().getTime());
  await tended();
  expect(keysThere()).toContain(words!.key);
  clock.advance(1);
  await tended();
  expect(keysThere()).not.toContain(words!.key);
  expect(await node.store.list({ size: 1 })).toMatchObject([{ id, to: 'ada@inkproof.example' }]);
  await node.store.tidy(clock.now(), clock.now());
  await tended();
  expect(keysThere()).not.toContain(addresses!.key);
  expect((await boxes()).map(({ key }) => key).sort()).toEqual(keysThere());
});

it('what waits longer moves on day by day, so that its key keeps nothing of the days before', async () => {
  const [id, other] = [await put(), await put()];
  const [, words] = await boxes();
  await settle(other);
  clock.advance(2 * DAY_MS);
  expect(await node.tend.once()).toBe(1);
  await node.unlink.all();
  expect(keysThere()).not.toContain(words!.key);
  expect(await node.store.read(id)).toMatchObject({ text: expect.stringContaining('secret-token') });
  expect(await take()).toEqual({ due: [{ id, to: 'ada@inkproof.example' }], closed: [] });
});

it('a mail whose key is missing is not lost: it waits, alone, and goes when that is put back', async () => {
  const lost = await put();
  const [, words] = await boxes();
  const file = fs.readdirSync(keyFolder, { recursive: true, encoding: 'utf8' }).map((name) => `${keyFolder}/${name}`).find((name) => name.endsWith(words!.key))!;
  const bytes = fs.readFileSync(file);
  fs.rmSync(file);
  node = nodeOf();
  // A letterbox that nobody could open takes nothing more.
  await node.tend.once();
  const other = await put();
  expect(await take()).toEqual({ due: [{ id: other, to: 'ada@inkproof.example' }], closed: [lost] });
  clock.advance(2 * DAY_MS);
  await tended();
  expect((await boxes()).map(({ key }) => key)).toContain(words!.key);
  fs.writeFileSync(file, bytes);
  expect((await take()).due).toContainEqual({ id: lost, to: 'ada@inkproof.example' });
});

it('nobody puts up a letterbox of their own by writing in the database', async () => {
  await node.tend.once();
  await owner.query(`UPDATE letterbox SET slot = (SELECT o.slot FROM letterbox o WHERE o.key <> letterbox.key LIMIT 1)`);
  await expect(put()).rejects.toThrow();
});

it('its key is no stray, and none goes while a mail lies in it', async () => {
  await put();
  const names = (await boxes()).map(({ key }) => key);
  expect(await database.askAll('gate_find_stray_blobs', names)).toEqual([]);
  await expect(owner.query('DELETE FROM letterbox')).rejects.toThrow('mail_');
});
