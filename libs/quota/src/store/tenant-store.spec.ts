import { Trail, type Actor } from '@inkproof/audit';
import { FoundTenant } from '@inkproof/identity';
import { CountingIds, SystemClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChangeTenant } from '../actions/change-tenant.js';
import { OpenQuotaTerm } from '../actions/open-quota-term.js';
import { OpenTenant } from '../actions/open-tenant.js';
import { LedgerStore } from './ledger-store.js';
import { QuotaStore } from './quota-store.js';
import { TenantStore } from './tenant-store.js';
import { TermStore } from './term-store.js';

const by: Actor = { kind: 'staff', id: 'per_staff', role: 'admin', requestId: 'req_1' };
const trail = new Trail();

const ids = new CountingIds();
const clock = new SystemClock();
const tenants = new TenantStore();
let spec: SpecDatabase;
let database: Database;
let quotas: QuotaStore;
let openTenant: OpenTenant;
let changeTenant: ChangeTenant;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  quotas = new QuotaStore();
  openTenant = new OpenTenant(database, new FoundTenant(ids, clock), quotas, new OpenQuotaTerm(new TermStore(), trail, ids), tenants, trail);
  changeTenant = new ChangeTenant(database, tenants, trail, clock);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const open = async (name: string) => (await openTenant.for({ name, requests_per_second: 5, owner: { name: 'x', email: `${name}@inkproof.example`, password: 'x' } }, by)).tenant;
const list = (below?: string, size = 10) => database.asProvider((tx) => tenants.list(tx, { below, size }));

it('a tenant is opened with one member, its quota and nothing else', async () => {
  expect(await open('a')).toMatchObject({ name: 'a', requests_per_second: 5, end: null, members: 1, active_keys: 0, last_24h: { accepted: 0, refused: 0, failed: 0 } });
});

it('a tenant whose service ends says when, and no longer once that was taken back', async () => {
  const { id } = (await open('ending')) as { id: Id<'ten'> };
  const end = { tenantId: id, side: 'tenant' as const, announcedBy: 'per_x', announcedAt: new Date('2026-11-20T02:00:00Z'), offeredAt: [new Date('2026-11-20T02:00:00Z')], lastDay: new Date('2026-12-05'), endsAt: new Date('2026-12-05T16:00:00Z'), readableUntil: new Date('2027-01-04T16:00:00Z') };
  await database.asProvider((tx) => tx.serviceEnd.createMany({ data: [{ ...end, id: 'end_before', takenBackAt: clock.now(), takenBackBy: 'per_x' }] }));
  const find = () => database.asProvider((tx) => tenants.find(tx, id));
  expect(await find()).toMatchObject({ end: null });
  await database.asProvider((tx) => tx.serviceEnd.createMany({ data: [{ ...end, id: 'end_now' }] }));
  expect(await find()).toMatchObject({ end: { last_day: '2026-12-05', ends_at: '2026-12-05T16:00:00.000Z' } });
});

it('a tenant that cannot be opened whole is not there at all', async () => {
  const before = await list();
  const impossible = openTenant.for({ name: 'z', requests_per_second: 2 ** 31, owner: { name: 'x', email: 'z@inkproof.example', password: 'x' } }, by);
  await expect(impossible).rejects.toThrow();
  expect(await list()).toEqual(before);
  await open('z');
});

it('counts what is a tenant’s own: keys in force, and the calls of one day', async () => {
  const [{ id }, other] = [await open('b'), await open('c')] as [{ id: Id<'ten'> }, { id: Id<'ten'> }];
  const now = clock.now();
  const key = { tenantId: id, label: 'x', environment: 'live', hint: 'x', createdAt: now } as const;
  await database.asTenant(id, (tx) => tx.apiKey.createMany({ data: [{ ...key, id: 'key_a', secretHash: 'a' }, { ...key, id: 'key_b', secretHash: 'b', revokedAt: now }] }));
  const ledger = new LedgerStore(database, ids);
  const call = { requestId: 'req_1', keyId: null, channel: 'api', environment: 'live', route: 'recognitions', pageReasons: {}, recognitionId: null, pages: 0, billedPages: 0, durationMs: 1 } as const;
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  await ledger.add(id, { ...call, at: ago(23.9), outcome: 'accepted', code: null });
  await ledger.add(id, { ...call, at: ago(1), outcome: 'refused', code: 'rate.exceeded' });
  await ledger.add(id, { ...call, at: ago(24.1), outcome: 'accepted', code: null });
  const found = await database.asProvider((tx) => tenants.find(tx, id));
  expect(found).toMatchObject({ active_keys: 1, last_24h: { accepted: 1, refused: 1, failed: 0 } });
  expect(await database.asProvider((tx) => tenants.find(tx, other.id))).toMatchObject({ active_keys: 0, last_24h: { accepted: 0, refused: 0 } });
});

it('lists the newest first, and goes on below the last one shown', async () => {
  const all = (await list()).map(({ id }) => id);
  expect(all.length).toBeGreaterThan(3);
  expect(all).toEqual([...all].sort().reverse());
  expect((await list(all[1], 2)).map(({ id }) => id)).toEqual(all.slice(2, 4));
});

it('changes what it was asked to change and leaves the rest', async () => {
  const { id } = await open('d');
  expect(await changeTenant.for(id as Id<'ten'>, { name: 'dd' }, by)).toMatchObject({ name: 'dd', plan: 'standard' });
  expect(await database.asTenant(id as Id<'ten'>, (tx) => tx.pastPlan.count({ where: { tenantId: id } }))).toBe(0);
  await expect(changeTenant.for(id as Id<'ten'>, { name: 'ddd', plan: 'none' }, by)).rejects.toMatchObject({ code: 'plan.unknown' });
  expect(await database.asProvider((tx) => tenants.find(tx, id as Id<'ten'>))).toMatchObject({ name: 'dd', requests_per_second: 5 });
  await expect(changeTenant.for('ten_nobody', { name: 'x' }, by)).rejects.toMatchObject({ code: 'tenant.not_found' });
});

it('that is put on another plan keeps on which it was until then', async () => {
  const id = (await open('f')).id as Id<'ten'>;
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await owner.query(`INSERT INTO plan SELECT 'small', upload_max_bytes, page_max_pixels, call_max_pages, job_max_pages, job_max_documents, readings_at_once, deadline_ms FROM plan WHERE name = 'standard'`);
  await owner.end();
  const before = clock.now();
  await changeTenant.for(id, { plan: 'small' }, by);
  await changeTenant.for(id, { plan: 'small' }, by);
  const past = await database.asTenant(id, (tx) => tx.pastPlan.findMany({ where: { tenantId: id } }));
  expect(past).toEqual([{ tenantId: id, plan: 'standard', until: expect.any(Date) }]);
  expect(past[0]!.until.getTime()).toBeGreaterThanOrEqual(before.getTime());
});

it('opening and changing a tenant stand in its audit log, and a change that changes nothing does not', async () => {
  const id = (await open('e')).id as Id<'ten'>;
  await changeTenant.for(id, { name: 'ee' }, by);
  await changeTenant.for(id, { name: 'ee' }, by);
  const entries = await database.asTenant(id, (tx) => tx.auditEntry.findMany({ where: { chain: id }, orderBy: { seq: 'asc' } }));
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([['tenant.opened', 'per_staff'], ['quota.term_opened', 'per_staff'], ['tenant.changed', 'per_staff']]);
});

it('is looked up by a part of its name in any case, those that begin with it first, or by its whole id', async () => {
  const [ends, begins, other] = [await open('Old Harbour 100%'), await open('harbour Works'), await open('Quarry')];
  const named = (words: string, most = 10) => database.asProvider((tx) => tenants.named(tx, words, most));
  expect((await named('HARBOUR')).map(({ id }) => id)).toEqual([begins.id, ends.id]);
  expect(await named('harbour', 1)).toEqual([{ id: begins.id, name: 'harbour Works' }]);
  expect((await named('%')).map(({ id }) => id)).toEqual([ends.id]);
  expect((await named(other.id)).map(({ id }) => id)).toEqual([other.id]);
  expect(await named('no such name')).toEqual([]);
});
