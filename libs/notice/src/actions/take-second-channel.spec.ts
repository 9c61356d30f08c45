import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNoticeBench, type NoticeBench } from '../testing/notice-bench.js';
import { LostStore } from '../store/lost-store.js';

let bench: NoticeBench;
beforeAll(async () => {
  bench = await openNoticeBench();
});
afterAll(() => bench.close());

const fate = async (noticeId: string, state: 'bounced' | 'failed' | 'sent') => {
  for (const { channel, carrier_id } of await bench.ledger(noticeId)) if (channel === 'mail') await bench.fate(carrier_id!, state);
};

it('a mail that bounced is pinned in the console and written to the next in line, until one is taken or nobody is left', async () => {
  const { tenantId, owner, members } = await bench.tenant('paid', ['developer', 'viewer']);
  const id = await bench.publish({ audience: { tenants: [tenantId] } });
  await bench.spreadAll();
  expect(await bench.second.once()).toBe(0);
  await fate(id, 'bounced');
  expect(await bench.second.once()).toBe(1);
  const after = await bench.ledger(id);
  expect(after.filter(({ channel }) => channel === 'app').map(({ pinned }) => pinned)).toEqual([true, true]);
  const [lost, second] = after.filter(({ channel }) => channel === 'mail').sort((one, other) => Number(one.in_place_of !== null) - Number(other.in_place_of !== null));
  expect(lost).toMatchObject({ person_id: owner, state: 'bounced', last_error: 'EENVELOPE 550' });
  expect(second).toMatchObject({ person_id: members['developer'], state: 'queued', owed: true, in_place_of: (await bench.owner.query('SELECT id FROM notice_delivery WHERE notice_id = $1 AND person_id = $2 AND channel = $3', [id, owner, 'mail'])).rows[0].id });
  await fate(id, 'failed');
  expect(await bench.second.once()).toBe(1);
  await fate(id, 'sent');
  expect(await bench.second.once()).toBe(0);
  expect((await bench.ledger(id)).filter(({ channel }) => channel === 'mail').map(({ person_id, state }) => [person_id, state]).sort()).toEqual([[owner, 'bounced'], [members['developer'], 'failed'], [members['viewer'], 'accepted']].sort());
});

it('what was read already is not pinned, and what nobody was owed takes no other way', async () => {
  const { tenantId, owner } = await bench.tenant('free');
  await bench.wish(owner, 'maintenance.scheduled', 'mail', true);
  const id = await bench.publish({ audience: { tenants: [tenantId] } });
  await bench.spreadAll();
  await fate(id, 'bounced');
  expect(await bench.second.once()).toBe(0);
  const paid = await bench.tenant('paid');
  const read = await bench.publish({ audience: { tenants: [paid.tenantId] } });
  await bench.spreadAll();
  await bench.owner.query(`UPDATE notice_delivery SET state = 'read', read_at = clock_timestamp() WHERE notice_id = $1 AND channel = 'app'`, [read]);
  await fate(read, 'bounced');
  expect(await bench.second.once()).toBe(1);
  expect((await bench.ledger(read)).map(({ pinned }) => pinned)).toEqual([false, false]);
});

it('whose address was tried for another tenant may still be written to for this one', async () => {
  const [one, other] = [await bench.tenant('paid'), await bench.tenant('paid')];
  const noticeId = await bench.publish({ audience: { tenants: [one.tenantId, other.tenantId] } });
  await bench.spreadAll();
  const tried = ({ tenantId }: typeof one) => bench.database.changeAsProvider((run) => new LostStore().tried(run, { id: 'ndl_x', noticeId, tenantId, tenantName: 'x' }));
  expect([await tried(one), await tried(other)]).toEqual([new Set([one.owner]), new Set([other.owner])]);
});
