import { noticeKinds } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showInboxNotice } from '../http/show-notice.js';
import { showPublished } from '../http/show-ledger.js';
import { deliveriesCsvHead, deliveriesCsvRows } from '../model/deliveries-csv.js';
import { showDelivery, showFound } from '../http/show-ledger.js';
import { DeliverySearch } from '../store/delivery-search.js';
import { InboxStore, type Reader } from '../store/inbox-store.js';
import { LedgerStore } from '../store/ledger-store.js';
import { WishStore } from '../store/wish-store.js';
import { openNoticeBench, type NoticeBench } from '../testing/notice-bench.js';
import { KeepWishes } from './keep-wishes.js';

const PAGE = 10;
const DAY_MS = 86_400_000;

let bench: NoticeBench;
let inbox: InboxStore;
const ledger = new LedgerStore();
beforeAll(async () => {
  bench = await openNoticeBench();
  inbox = new InboxStore(bench.database);
});
afterAll(() => bench.close());

const lying = (reader: Reader, asked: Partial<Parameters<InboxStore['list']>[2]> = {}) => inbox.in(reader, (tx) => inbox.list(tx, reader, { size: PAGE, unread: false, ...asked }));
const unread = (reader: Reader) => inbox.in(reader, (tx) => inbox.unread(tx, reader));
const reading = (reader: Reader, id: string) => inbox.in(reader, (tx) => inbox.read(tx, reader, id, bench.clock.now()));
const published = async (id: string) => showPublished((await bench.database.asProvider((tx) => ledger.find(tx, id)))!);

describe('an inbox', () => {
  it('shows its reader what they were told, in both languages, and is read once', async () => {
    const { tenantId, owner } = await bench.tenant();
    const reader = { tenantId, personId: owner };
    await bench.publish({ audience: { tenants: [tenantId] } });
    await bench.publish({ kind: 'change.accepted', audience: { tenants: [tenantId] } });
    await bench.spreadAll();
    expect(await unread(reader)).toBe(2);
    const [first] = await lying(reader, { topic: 'maintenance' });
    expect(showInboxNotice(first!)).toMatchObject({ kind: 'maintenance.scheduled', title: { zh: '维护公告：数据库升级', en: 'Maintenance announced: Database upgrade' }, read_at: null });
    const readAt = (await reading(reader, first!.id))!.readAt;
    bench.clock.advance(60_000);
    expect((await reading(reader, first!.id))!.readAt).toEqual(readAt);
    expect(await unread(reader)).toBe(1);
    expect((await lying(reader, { unread: true })).map(({ notice }) => notice.kind)).toEqual(['change.accepted']);
  });

  it('is nobody else’s: not another member’s, nor another tenant’s of the same person', async () => {
    const one = await bench.tenant('paid', ['developer']);
    const other = await bench.tenant();
    await bench.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'owner', clock_timestamp())`, [other.tenantId, one.owner]);
    await bench.publish({ audience: { tenants: [one.tenantId] } });
    await bench.spreadAll();
    const [mine] = await lying({ tenantId: one.tenantId, personId: one.owner });
    expect(await reading({ tenantId: one.tenantId, personId: one.members['developer']! }, mine!.id)).toBeUndefined();
    expect(await lying({ tenantId: other.tenantId, personId: one.owner })).toEqual([]);
    expect(await reading({ tenantId: other.tenantId, personId: one.owner }, mine!.id)).toBeUndefined();
  });

  it('of the staff holds what the provider’s people were told', async () => {
    const operator = await bench.staff('operator');
    await bench.publish({ kind: 'security.received', audience: { staff: ['operator'] } });
    await bench.spreadAll();
    const reader = { tenantId: null, personId: operator };
    expect(await unread(reader)).toBe(1);
    await reading(reader, (await lying(reader))[0]!.id);
    expect(await unread(reader)).toBe(0);
  });
});

describe('the ledger', () => {
  it('knows who was reached in time: by mail that was taken, or by reading', async () => {
    const [mailed, reads, late, never, free] = [await bench.tenant(), await bench.tenant(), await bench.tenant(), await bench.tenant(), await bench.tenant('free')];
    const id = await bench.publish({ audience: { tenants: [mailed, reads, late, never, free].map(({ tenantId }) => tenantId) }, reachBy: new Date(bench.clock.now().getTime() + DAY_MS) });
    await bench.spreadAll();
    expect(await published(id)).toMatchObject({ tenants: 5, owed: 4, reached: 0, attainment: 0 });
    await bench.fate((await bench.ledger(id)).find((row) => row.tenant_id === mailed.tenantId && row.channel === 'mail')!.carrier_id!, 'sent');
    const reader = { tenantId: reads.tenantId, personId: reads.owner };
    await reading(reader, (await lying(reader))[0]!.id);
    await bench.owner.query('UPDATE notice_tenant SET reached_at = $2 WHERE notice_id = $1 AND tenant_id = $3', [id, new Date(bench.clock.now().getTime() + 2 * DAY_MS), late.tenantId]);
    expect(await published(id)).toMatchObject({ owed: 4, reached: 2, attainment: 50 });
    const unreached = await bench.database.asProvider((tx) => ledger.deliveries(tx, id, { unreached: true, size: PAGE }));
    expect(unreached.map(({ tenant, channel }) => [tenant!.id, channel]).sort()).toEqual([[never.tenantId, 'app'], [never.tenantId, 'mail']].sort());
  });

  it('lists notices by what stands in their title, what they are about, whom they concern, and when', async () => {
    const [one, other] = [await bench.tenant(), await bench.tenant()];
    bench.clock.advance(DAY_MS);
    const at = bench.clock.now();
    const ours = await bench.publish({ audience: { tenants: [one.tenantId, other.tenantId] }, subject: 'mnt_found', values: { zh: { title: '百分之 5% 的磁盘' }, en: { title: '5% of all Disks' } } });
    const theirs = await bench.publish({ kind: 'change.accepted', audience: { tenants: [other.tenantId] } });
    const listed = async (more: object) => (await bench.database.asProvider((tx) => ledger.list(tx, { size: PAGE, from: at, ...more }))).map(({ id }) => id);
    expect(await listed({})).toEqual([theirs, ours].sort().reverse());
    for (const search of ['of all disks', '百分之', '5%', 'mnt_found']) expect(await listed({ search })).toEqual([ours]);
    expect(await listed({ search: '5_' })).toEqual([]);
    expect(await listed({ tenant: one.tenantId })).toEqual([ours]);
    expect(await listed({ topic: 'change' })).toEqual([theirs]);
    expect(await listed({ kind: 'maintenance.scheduled' })).toEqual([ours]);
    expect(await listed({ before: at })).toEqual([]);
  });

  it('is searched across all notices by whom something went to, how, and what became of it', async () => {
    const search = new DeliverySearch();
    const one = await bench.tenant('paid', ['developer']);
    await bench.publish({ audience: { tenants: [one.tenantId] }, subject: 'mnt_one' });
    await bench.publish({ kind: 'change.accepted', audience: { tenants: [one.tenantId] }, subject: 'chg_one' });
    await bench.spreadAll();
    const found = (more: object) => bench.database.asProvider((tx) => search.find(tx, { size: PAGE, tenant: one.tenantId, ...more }));
    const all = (await found({})).map(({ id }) => id);
    expect(all).toHaveLength(6);
    expect((await found({ person: one.owner })).map(({ channel, notice }) => `${channel} ${notice.subject}`).sort()).toEqual(['app chg_one', 'app mnt_one', 'mail chg_one', 'mail mnt_one']);
    const mailed = await found({ subject: 'mnt_one', channel: 'mail', kind: 'maintenance.scheduled' });
    expect(mailed.map(showFound)).toMatchObject([{ person: { name: 'Lu' }, notice: { kind: 'maintenance.scheduled', title: { en: 'Maintenance announced: Database upgrade' } } }]);
    await bench.fate(mailed[0]!.carrierId!, 'bounced');
    expect((await found({ state: 'bounced' })).map(({ id }) => id)).toEqual([mailed[0]!.id]);
    expect(await found({ from: new Date(bench.clock.now().getTime() + 1) })).toEqual([]);
    expect(await found({ before: bench.clock.now() })).toEqual([]);
    expect((await found({ from: bench.clock.now(), before: new Date(bench.clock.now().getTime() + 1) })).map(({ id }) => id)).toEqual(all);
    const [first] = await found({ size: 2 });
    expect((await found({ below: first!.id })).map(({ id }) => id)).toEqual(all.slice(1));
    const whose = (email: string) => bench.database.asProvider((tx) => search.recipient(tx, email));
    const { email } = (await bench.owner.query('SELECT email FROM person WHERE id = $1', [one.owner])).rows[0];
    expect(await whose(email.toUpperCase())).toEqual({ id: one.owner, name: 'Lu' });
    expect(await whose(email.slice(1))).toBeUndefined();
  });

  it('is walked through page by page, narrowed, and carried away as a file', async () => {
    const { tenantId } = await bench.tenant('paid', ['developer']);
    const id = await bench.publish({ audience: { tenants: [tenantId] } });
    await bench.spreadAll();
    const asked = (more: object) => bench.database.asProvider((tx) => ledger.deliveries(tx, id, { unreached: false, size: PAGE, ...more }));
    const all = await asked({});
    expect(all).toHaveLength(3);
    const [first] = await asked({ size: 1 });
    expect([first!.id, ...(await asked({ below: first!.id })).map((row) => row.id)]).toEqual(all.map((row) => row.id));
    expect((await asked({ channel: 'mail', state: 'queued', tenant: tenantId })).map(({ personName }) => personName)).toEqual(['Lu']);
    const file = deliveriesCsvHead + deliveriesCsvRows(all.map(showDelivery));
    expect(file.split('\r\n')).toHaveLength(5);
    expect(file).toContain('id,tenant_id,tenant,person_id,person,channel');
  });
});

describe('wishes', () => {
  const keep = () => new KeepWishes(bench.database, new WishStore(bench.database));
  const of = (told: Awaited<ReturnType<KeepWishes['look']>>, kind: string) => told.find((one) => one.kind === kind);

  it('add channels, take away what is not owed, and leave what is', async () => {
    const { tenantId, owner, members } = await bench.tenant('paid', ['developer']);
    const wisher = { personId: owner, member: { tenantId, role: 'owner' as const } };
    expect((await keep().look(wisher)).map(({ kind }) => kind)).toEqual([...noticeKinds]);
    expect(of(await keep().wish(wisher, { kind: 'maintenance.scheduled', channel: 'mail', wanted: false }), 'maintenance.scheduled')).toEqual({ kind: 'maintenance.scheduled', told: ['app', 'mail'], owed: ['app', 'mail'] });
    const developer = { personId: members['developer']!, member: { tenantId, role: 'developer' as const } };
    expect(of(await keep().wish(developer, { kind: 'maintenance.scheduled', channel: 'mail', wanted: true }), 'maintenance.scheduled')).toMatchObject({ told: ['app', 'mail'], owed: ['app'] });
    expect(of(await keep().wish(developer, { kind: 'maintenance.scheduled', channel: 'mail', wanted: false }), 'maintenance.scheduled')).toMatchObject({ told: ['app'] });
    const staff = { personId: await bench.staff('support'), member: null };
    expect(of(await keep().wish(staff, { kind: 'change.received', channel: 'mail', wanted: false }), 'change.received')).toEqual({ kind: 'change.received', told: ['app'], owed: ['app'] });
  });
});
