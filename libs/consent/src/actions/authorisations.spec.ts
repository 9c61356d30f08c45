import { createHash } from 'node:crypto';
import { Trail, type Actor } from '@inkproof/audit';
import type { CommitmentLine } from '@inkproof/contract';
import { FoundTenant } from '@inkproof/identity';
import { CountingIds, SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Database, LocalBlobs, ObjectStore, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { fileText, moveText, openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthorisationStore, relying } from '../store/authorisation-store.js';
import { KeepingStore } from '../store/keeping-store.js';
import { commitmentOf } from './commitment.js';
import { FindAuthorisations } from './find-authorisations.js';
import { KeepMaterial } from './keep-material.js';
import { RecordAuthorisations } from './record-authorisations.js';
import { WithdrawAuthorisation } from './withdraw-authorisation.js';

const ids = new CountingIds();
const clock = new StillClock('2026-05-22T04:00:00.000Z');
const by: Actor = { kind: 'member', id: 'per_1', role: 'privacy', requestId: 'req_1' };
const PEPPER = 'pepper';
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let tenantId: Id<'ten'>;
let otherId: Id<'ten'>;
let recording: RecordAuthorisations;
let finding: FindAuthorisations;
let withdrawing: WithdrawAuthorisation;
let keeping: KeepMaterial;
let objects: ObjectStore;

const found = async (name: string): Promise<Id<'ten'>> => (await database.asProvider((tx) => new FoundTenant(ids, clock).in(tx, { name, owner: { name, email: `${name}@x.example` } }))).tenantId;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  [tenantId, otherId] = [await found('one'), await found('other')];
  const [store, trail] = [new AuthorisationStore(), new Trail()];
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
  objects = new ObjectStore(database, places, new TenantKeys(database, places.keys, Buffer.alloc(32, 7), ids, clock), ids, clock);
  recording = new RecordAuthorisations(database, store, trail, new SortableIds(clock), clock, PEPPER);
  finding = new FindAuthorisations(database, store, new KeepingStore(), clock, PEPPER);
  withdrawing = new WithdrawAuthorisation(database, store, trail, clock);
  keeping = new KeepMaterial(database, store, objects, trail, ids);
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

let filing: Id<'flg'>;
beforeEach(async () => {
  filing = ids.next('flg');
  await fileText(owner, { tenantId, filingId: filing, versionId: `${filing}-1` });
});

const salt = Buffer.alloc(32, 1);
const line = (subject: string): CommitmentLine => ({ subject, media: ['web_operation'], categories: [], given_at: '2026-05-01T00:00:00Z', expires_at: null, commitment: Buffer.from(commitmentOf(salt, Buffer.from(subject))).toString('hex') });
const record = (more: object = {}): Promise<Id<'aut'>> => recording.one(tenantId, { filing, ...line('customer 7'), ...more }, by);

describe('recording what people agreed to', () => {
  it('keeps a keyed hash of the person and the commitment, and finds them by the reference', async () => {
    const id = await record();
    expect(await finding.ofSubject(tenantId, 'customer 7')).toContainEqual(expect.objectContaining({ id, custody: 'commitment', commitment: line('customer 7').commitment, keptUntil: null, media: ['web_operation'] }));
    expect(await finding.ofSubject(tenantId, 'customer 8')).toEqual([]);
    const { rows } = await owner.query<{ row: string }>('SELECT to_jsonb(a)::text AS row FROM authorisation a');
    expect(rows.map(({ row }) => row).join()).not.toContain('customer');
  });

  it('shows them to their own tenant and to no other', async () => {
    const id = await record();
    await expect(finding.one(otherId, id)).rejects.toMatchObject({ code: 'authorization.not_found' });
    expect(await finding.ofSubject(otherId, 'customer 7')).toEqual([]);
    await expect(recording.one(otherId, { filing, ...line('x') }, by)).rejects.toMatchObject({ code: 'consent.filing_not_found' });
    await expect(withdrawing.for(otherId, id, by)).rejects.toMatchObject({ code: 'authorization.not_found' });
  });

  it('lists those under one filing, the newest first, and of another tenant’s none', async () => {
    const [first, second] = [await record({ subject: 'customer 1' }), await record({ subject: 'customer 2' })];
    const elsewhere = ids.next('flg');
    await fileText(owner, { tenantId, filingId: elsewhere, versionId: `${elsewhere}-1` });
    await record({ filing: elsewhere });
    const under = (of: Id<'ten'>) => finding.list(of, { filing, lastDay: undefined, below: undefined, size: 9 });
    // Of one millisecond, either may have the higher id.
    expect((await under(tenantId)).map(({ id }) => id)).toEqual([first, second].sort().reverse());
    expect(await under(otherId)).toEqual([]);
  });

  it('is refused under a text that was never accepted, and goes under a version of before that was', async () => {
    const draft = ids.next('flg');
    await fileText(owner, { tenantId, filingId: draft, versionId: `${draft}-1`, state: 'submitted' });
    await expect(record({ filing: draft })).rejects.toMatchObject({ code: 'consent.not_accepted' });
    await expect(record({ version: 2 })).rejects.toMatchObject({ code: 'consent.filing_not_found' });
    await moveText(owner, `${filing}-1`, 'superseded');
    await fileText(owner, { tenantId, filingId: filing, versionId: `${filing}-2`, number: 2 });
    expect(await finding.one(tenantId, await record())).toMatchObject({ version: { number: 2 } });
    expect(await finding.one(tenantId, await record({ version: 1 }))).toMatchObject({ version: { number: 1 } });
  });

  it('knows from the first day until when the material of one with an expiry is kept', async () => {
    expect(await finding.one(tenantId, await record({ expires_at: '2026-08-31T02:00:00Z' }))).toMatchObject({ keptUntil: new Date('2027-02-28T16:00:00.000Z') });
  });

  it('takes ten thousand in one call, in order, and all or none', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => line(`bulk ${at}`));
    const made = await recording.many(tenantId, { filing, items }, by);
    expect(made).toHaveLength(10_000);
    expect(await finding.one(tenantId, made[7_777]!)).toMatchObject({ commitment: items[7_777]!.commitment });
    const before = await owner.query('SELECT 1 FROM authorisation');
    const twice = [line('a'), { ...line('b'), commitment: 'ff' }];
    await expect(recording.many(tenantId, { filing, items: twice }, by)).rejects.toThrow();
    expect((await owner.query('SELECT 1 FROM authorisation')).rowCount).toBe(before.rowCount);
  });

  it('leaves a digest in the log by which no commitment can be put there later', async () => {
    const items = [line('a'), line('b')];
    await recording.many(tenantId, { filing, items }, by);
    const { rows } = await owner.query<{ digest: string }>(`SELECT body::jsonb #>> '{details,commitments_sha256}' AS digest FROM audit_entry WHERE action = 'authorization.recorded_in_bulk' ORDER BY seq DESC LIMIT 1`);
    const sorted = items.map(({ commitment }) => commitment).sort();
    expect(rows[0]!.digest).toBe(createHash('sha256').update(Buffer.from(sorted.join(''), 'hex')).digest('hex'));
  });
});

describe('the vault', () => {
  it('keeps the material sealed and once', async () => {
    const id = await record({ commitment: undefined });
    const bytes = Buffer.from('the page she agreed on');
    expect(await keeping.for(tenantId, id, { type: 'text/plain', bytes }, by)).toMatchObject({ custody: 'vault', material: { type: 'text/plain', bytes: bytes.length } });
    await expect(keeping.for(tenantId, id, { type: 'text/plain', bytes }, by)).rejects.toMatchObject({ code: 'authorization.material_kept' });
    const { rows } = await owner.query<{ object_id: string }>('SELECT object_id FROM authorisation WHERE id = $1', [id]);
    expect(await objects.get(tenantId, rows[0]!.object_id)).toEqual(bytes);
    expect(await objects.get(otherId, rows[0]!.object_id)).toBeUndefined();
  });

  it('takes nothing for what the tenant keeps itself', async () => {
    await expect(keeping.for(tenantId, await record(), { type: 'text/plain', bytes: Buffer.from('x') }, by)).rejects.toMatchObject({ code: 'authorization.not_in_vault' });
  });
});

describe('withdrawing', () => {
  it('is done once, and the material is kept six calendar months from it', async () => {
    const id = await record();
    expect(await withdrawing.for(tenantId, id, by)).toMatchObject({ withdrawnAt: clock.now(), keptUntil: new Date('2026-11-22T16:00:00.000Z') });
    await expect(withdrawing.for(tenantId, id, by)).rejects.toMatchObject({ code: 'authorization.already_withdrawn' });
    expect(await finding.calendar(tenantId)).toMatchObject({ days: expect.arrayContaining([{ day: '2026-11-22', commitments: 1, vault: 0 }]) });
  });

  it('leaves a call that is recorded afterwards its say in how long the material is kept', async () => {
    const id = await record();
    await withdrawing.for(tenantId, id, by);
    for (const at of ['2026-05-25T01:00:00Z', '2026-05-24T01:00:00Z']) await database.writeAsTenant(tenantId, [relying(tenantId, id, at)]);
    expect(await finding.one(tenantId, id)).toMatchObject({ lastReliedAt: new Date('2026-05-25T01:00:00Z'), keptUntil: new Date('2026-11-25T16:00:00Z') });
  });
});
