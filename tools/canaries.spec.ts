import path from 'node:path';
import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { LocalBlobs, TendLetterboxes, type Blobs } from '@inkproof/platform';
import { startSpecPostgres, type RestoredPostgres } from '@inkproof/spec-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeepFilingFiles } from '../libs/consent/src/actions/keep-filing-files.js';
import { FilingStore } from '../libs/consent/src/store/filing-store.js';
import { AppSecrets } from '../libs/identity/src/actions/app-secrets.js';
import { FactorStore } from '../libs/identity/src/store/factor-store.js';
import { openErasingBench, type ErasingBench } from '../libs/consent/src/testing/erasing-bench.js';
import { TellErasable } from '../libs/recognition/src/actions/tell-erasable.js';
import { RecognitionStore } from '../libs/recognition/src/store/recognition-store.js';
import { recognitionOf } from '../libs/recognition/src/testing/reading-of.js';
import { canary, readable, temporaryFolders } from './testing/search-files.js';
import { copyOf, openAll } from './testing/thief.js';

const YEAR_MS = 366 * 24 * 3_600_000;
const [result, file, material, filingFile, words, name, address, reference, recipient, letter, authenticator] = [canary(), canary(), canary(), canary(), canary(), canary(), canary(), canary(), canary(), canary(), canary()];
const secrets = { result, file, material, filingFile, words, name, address, reference, recipient, letter, authenticator };
/** Lies in the open, so that the search is seen to find what there is. What it stands for never ended so: the log leaves out the end that two versions of a row have in common. */
const open = `${canary()}!`;

const factors = new FactorStore();
let bench: ErasingBench;
let recognitions: RecognitionStore;
let tenantId: Id<'ten'>;
let by: Actor;
let server: string;
let blobs: string[];
/** Of the time when everything was kept. */
let oldStorage: string;
let oldKeys: string;
let restored: RestoredPostgres | undefined;

const flush = async (): Promise<void> => {
  await bench.owner.query('CHECKPOINT');
  await bench.owner.query('SELECT pg_switch_wal()');
};
/** Database files, WAL and log of the server, blobs, and what this product leaves in the folder for temporary files. */
const everywhere = (): string[] => [server, bench.folder, ...temporaryFolders((entry) => server.includes(entry) || entry.startsWith('inkproof-specs-'))];

beforeAll(async () => {
  // Its log of writes is kept from the first write on, as an archive would have it.
  const postgres = await startSpecPostgres({ wal_keep_size: '1GB' });
  bench = await openErasingBench(postgres);
  const { database, objects, ids, clock, erase, owner, trail, masterKey } = bench;
  new TellErasable(erase, database, objects, bench.drawers, clock);
  recognitions = new RecognitionStore(database, objects, ids, clock, masterKey);
  ({ tenantId, by } = await bench.tenant());
  server = path.dirname((await owner.query<{ data_directory: string }>('SHOW data_directory')).rows[0]!.data_directory);
  await owner.query('UPDATE tenant SET name = $2 WHERE id = $1', [tenantId, open]);

  const until = new Date(clock.now().getTime() + YEAR_MS).toISOString();
  await database.writeAsTenant(tenantId, await recognitions.lay(tenantId, null, recognitionOf(ids.next('rec'), [result], { retention: { kept: 'all', until } }), Buffer.from(file)));
  const { filing } = await bench.text(tenantId);
  await bench.withdraw.for(tenantId, await bench.granted({ tenantId, by }, filing, { subject: reference, bytes: Buffer.from(material) }), by);
  const [draft, version] = [ids.next('flg'), ids.next('flv')];
  await owner.query(`INSERT INTO filing (id, tenant_id, name, created_at, created_by) VALUES ($1, $2, 'x', clock_timestamp(), 'per_x')`, [draft, tenantId]);
  await owner.query(`INSERT INTO filing_version (id, tenant_id, filing_id, number, text_sha256, created_at, created_by) VALUES ($1, $2, $3, 1, encode(sha256(''), 'hex'), clock_timestamp(), 'per_x')`, [version, tenantId, draft]);
  await new KeepFilingFiles(database, new FilingStore(), objects, trail, ids, clock).add(tenantId, draft, { kind: 'contract', name: 'contract.pdf', bytes: Buffer.from(`%PDF-1.7\n${filingFile}`) }, by);
  const laid = await bench.take.lay(tenantId, { kind: 'delete', relation: 'self', language: 'en', words, name, email: `${address}@person.example`, subject: reference });
  await database.asTenant(tenantId, (tx) => bench.take.in(tx, tenantId, laid, { source: 'tenant', by }));
  const expiresAt = new Date(clock.now().getTime() + YEAR_MS);
  await database.changeAsTenant(tenantId, (run) => bench.outbox.put(run, { tenantId, to: `${recipient}@person.example`, template: 'notice', locale: 'en', values: { tenant: 'x', title: 'x', paragraphs: [letter], link: 'x' }, expiresAt }));
  const app = ids.next('fac');
  const proof = { kind: 'totp', lastStep: 0, ...(await new AppSecrets(database, factors, bench.drawers).lay(by.id as Id<'per'>, app, authenticator)) } as const;
  await database.asPerson(by.id, (tx) => factors.add(tx, by.id as Id<'per'>, { id: app, name: 'x', createdAt: clock.now(), lastUsedAt: null }, proof));
  blobs = await bench.objectsOf(tenantId);
  oldStorage = copyOf(bench.folder);
  oldKeys = copyOf(bench.keyFolder);
  restored = await (await postgres.backUp())();
}, 60_000);
afterAll(async () => {
  await restored?.drop();
  await bench.close();
});

/** A month after the last of them, as the rounds do. */
const forgetMails = async (): Promise<void> => {
  const { mails, clock, database, boxes, unlink } = bench;
  await mails.tidy(clock.now(), clock.now());
  await new TendLetterboxes(database, boxes, clock).once();
  await unlink.all();
};

/** Their person has another device by now. */
const removeApps = async (): Promise<void> => {
  const personId = by.id as Id<'per'>;
  await bench.database.asPerson(personId, async (tx) => {
    for (const { id } of await factors.list(tx, personId)) await factors.remove(tx, personId, id);
  });
  await bench.unlink.all();
};

/** Which of them somebody reads who has the backup, the master key, and the place of the keys as it is now. */
const readableFromBackup = async (keys: Blobs = bench.keys.place): Promise<string[]> => {
  const opened = await openAll({ ownerUrl: restored!.ownerUrl, storage: oldStorage, keys, masterKey: bench.masterKey });
  return Object.keys(secrets).filter((of) => opened.some((text) => text.includes(secrets[of as keyof typeof secrets])));
};

describe('what is written into every kind of field', () => {
  it('can be read in no file of the store, of the storage or of the machine while it is kept', async () => {
    await flush();
    expect(blobs).toHaveLength(4);
    const found = readable(everywhere(), { open, ...secrets });
    for (const place of ['pg_wal', 'base']) expect(found.some((one) => one.startsWith('open ') && one.includes(`${path.sep}${place}${path.sep}`)), place).toBe(true);
    expect(found.filter((one) => !one.startsWith('open '))).toEqual([]);
  }, 120_000);

  it('is opened from a backup by whoever has the keys and the master key beside it', async () => {
    expect((await readableFromBackup()).sort()).toEqual(Object.keys(secrets).filter((of) => of !== 'reference').sort());
  }, 60_000);

  it('can be read in none of them after it was erased, and its keys and bytes are gone', async () => {
    const rec = (await bench.owner.query<{ id: Id<'rec'> }>('SELECT id FROM recognition WHERE tenant_id = $1', [tenantId])).rows[0]!.id;
    await bench.one.for(tenantId, 'recognition', rec, by);
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    await forgetMails();
    await removeApps();
    await flush();
    expect(readable(everywhere(), secrets)).toEqual([]);
    // The file of a filing is what is kept still.
    const left = await bench.objectsOf(tenantId);
    expect(left).toHaveLength(1);
    expect((await Promise.all(blobs.map((blob) => bench.blobs.exists(blob)))).filter(Boolean)).toHaveLength(1);
    expect(await bench.standing(tenantId)).toEqual([]);
    expect((await bench.owner.query('SELECT FROM recognition WHERE tenant_id = $1', [tenantId])).rowCount).toBe(0);
    expect((await bench.certificatesOf(tenantId)).map(({ keys }) => keys.count).sort()).toEqual([1, 2]);
  }, 120_000);

  it('is not opened any more from the backup of before, with the master key at hand', async () => {
    expect((await readableFromBackup()).sort()).toEqual(['address', 'filingFile', 'name', 'words']);
  }, 60_000);

  it('is opened by nobody once everything of the tenant was erased but what has to stay, not even with a copy of its data keys', async () => {
    const { deletion, carryOut, unlink, clock, owner } = bench;
    clock.advance(1);
    const { total } = await deletion.preview(tenantId, { everything: 'tenant' });
    await deletion.for(tenantId, { selection: { everything: 'tenant' }, expected: total, delay_days: 0 }, by);
    await carryOut.due();
    await unlink.all();
    expect((await owner.query('SELECT FROM tenant_key WHERE tenant_id = $1 AND destroyed_at IS NOT NULL', [tenantId])).rowCount).toBe(1);
    // As things stand, and as they stood when the backup was made: what has to stay is to be had from both.
    const asItStands = await openAll({ ownerUrl: bench.ownerUrl, storage: bench.folder, keys: bench.keys.place, masterKey: bench.masterKey });
    for (const of of ['filingFile', 'name', 'words'] as const) expect(asItStands.some((text) => text.includes(secrets[of])), of).toBe(true);
    expect((await readableFromBackup()).sort()).toEqual(['address', 'filingFile', 'name', 'words']);
    // Somebody had copied the place of the keys against all advice, and lost the key of the tenant.
    const [stolen, gone] = [new LocalBlobs(oldKeys), (await owner.query<{ blobs: string[] }>(`SELECT blobs FROM tombstone WHERE tenant_id = $1 AND record_class = 'account'`, [tenantId])).rows.flatMap(({ blobs }) => blobs)];
    expect((await readableFromBackup(stolen)).sort()).toEqual(Object.keys(secrets).filter((of) => of !== 'reference').sort());
    await stolen.remove(gone);
    // Mails lie by their day, and what signs a person in is that person's: the key of the tenant opens neither.
    expect((await readableFromBackup(stolen)).sort()).toEqual(['address', 'authenticator', 'letter', 'recipient']);
  }, 120_000);
});
