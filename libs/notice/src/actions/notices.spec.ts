import { SortableIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewNotice } from '../model/notice.js';
import { NoticeStore } from '../store/notice-store.js';
import { Notices } from './notices.js';

const [ours, theirs] = ['ten_ours', 'ten_theirs'];
const clock = new StillClock();
const notices = new Notices(new NoticeStore(), new SortableIds(clock), clock);

let spec: SpecDatabase;
let database: Database;
beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 4 });
  await database.asProvider((tx) => tx.tenant.createMany({ data: [ours, theirs].map((id) => ({ id, name: id, createdAt: clock.now() })) }));
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const about = (once: string, audience: NewNotice['audience']): NewNotice => ({ kind: 'maintenance.scheduled', subject: 'mnt_1', once, audience, values: { zh: { title: '升级' }, en: { title: 'Upgrade' } }, link: '/maintenance/mnt_1' });
const seenBy = (tenantId: string) => database.asTenant(tenantId, (tx) => tx.notice.findMany({ select: { id: true, once: true }, orderBy: { once: 'asc' } }));

it('is said once however often it is asked for, by several at the same moment too', async () => {
  const asked = await Promise.all(Array.from({ length: 4 }, () => database.asProvider((tx) => notices.publish(tx, about('mnt_1:started', { tenants: [ours, ours] })))));
  expect(new Set(asked).size).toBe(1);
  const [row] = await database.asProvider((tx) => tx.notice.findMany({ where: { once: 'mnt_1:started' }, include: { tenants: true } }));
  expect(row).toMatchObject({ tenantId: ours, words: { zh: { title: '升级' }, en: { title: 'Upgrade' } }, resolvedAt: clock.now(), expandedAt: null, tenants: [{ tenantId: ours }] });
});

it('is gone with the act it tells of', async () => {
  await expect(database.asProvider(async (tx) => (await notices.publish(tx, about('undone', { tenants: [ours] })), Promise.reject(new Error('thought better'))))).rejects.toThrow('thought better');
  expect(await database.asProvider((tx) => tx.notice.count({ where: { once: 'undone' } }))).toBe(0);
});

it('is told in a tenant’s own act where it concerns that tenant alone, and is seen by those it concerns', async () => {
  const own = await database.asTenant(ours, (tx) => notices.publish(tx, about('own', { tenants: [ours] })));
  expect(await database.asTenant(ours, (tx) => notices.publish(tx, about('own', { tenants: [ours] })))).toBe(own);
  await expect(database.asTenant(ours, (tx) => notices.publish(tx, about('of another', { tenants: [theirs] })))).rejects.toThrow();
  await database.asProvider((tx) => notices.publish(tx, about('to both', { tenants: [ours, theirs] })));
  await database.asProvider((tx) => notices.publish(tx, about('to staff', { staff: ['operator'] })));
  expect((await seenBy(ours)).map(({ once }) => once)).toEqual(['mnt_1:started', 'own', 'to both']);
  expect((await seenBy(theirs)).map(({ once }) => once)).toEqual(['to both']);
});

it('leaves it to the spreading whom components concern', async () => {
  const id = await database.asProvider((tx) => notices.publish(tx, about('by component', { components: ['webhooks'], plans: 'all' })));
  expect(await database.asProvider((tx) => tx.notice.findUnique({ where: { id } }))).toMatchObject({ tenantId: null, components: ['webhooks'], plans: [], resolvedAt: null });
});
