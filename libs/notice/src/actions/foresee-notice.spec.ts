import { afterAll, beforeAll, expect, it } from 'vitest';
import { runIn } from '@inkproof/platform';
import { ForesightStore } from '../store/foresight-store.js';
import { openNoticeBench, type NoticeBench } from '../testing/notice-bench.js';
import { ForeseeNotice } from './foresee-notice.js';

const KIND = 'maintenance.scheduled';

let bench: NoticeBench;
let foresee: ForeseeNotice;
beforeAll(async () => {
  bench = await openNoticeBench();
  foresee = new ForeseeNotice(new ForesightStore(), bench.spreadStore);
});
afterAll(() => bench.close());

const all = { components: ['recognition'], plans: [] };

it('who is foreseen is who is told: the same people, ways and programs, tenant by tenant', async () => {
  const paid = await bench.tenant('paid', ['developer', 'viewer']);
  const free = await bench.tenant('free', ['developer']);
  const trial = await bench.tenant('trial', ['developer']);
  const alone = await bench.tenant('free');
  await bench.wish(paid.members['viewer']!, KIND, 'mail', true);
  await bench.wish(free.owner, KIND, 'mail', true);
  await bench.webhook(paid.tenantId, [KIND]);
  await bench.webhook(trial.tenantId, ['change.accepted']);
  const foreseen = await bench.database.asProvider((tx) => foresee.page(runIn(tx), KIND, all, { size: 100 }));
  const totals = await bench.database.asProvider((tx) => foresee.totals(runIn(tx), KIND, all));
  const id = await bench.publish({ audience: { components: ['recognition'], plans: 'all' } });
  await bench.spreadAll();
  const told = await bench.ledger(id);
  const expected = told.map((row) => `${row.tenant_id} ${row.person_id ?? 'program'} ${row.channel} ${row.owed}`).sort();
  expect(foreseen.flatMap(({ tenant, words, webhooks }) => [...words.map(({ personId, channel, owed }) => `${tenant.id} ${personId} ${channel} ${owed}`), ...Array.from({ length: webhooks }, () => `${tenant.id} program webhook false`)]).sort()).toEqual(expected);
  const count = (channel: string) => told.filter((row) => row.channel === channel).length;
  expect(totals).toEqual({ tenants: foreseen.length, untold: 1, app: count('app'), mail: count('mail'), webhook: 1 });
  expect(foreseen.find(({ tenant }) => tenant.id === alone.tenantId)).toMatchObject({ duty: 'changelog', words: [], webhooks: 0 });
});

it('is narrowed by components and plans as spreading is, found by name, and walked through', async () => {
  const { tenantId } = await bench.tenant('paid');
  await bench.webhook(tenantId, ['recognition.completed']);
  const page = (audience: { components: string[]; plans: string[] }, asked: object = {}) => bench.database.asProvider((tx) => foresee.page(runIn(tx), KIND, audience, { size: 100, ...asked }));
  const everyone = await page(all);
  expect((await page({ components: ['webhooks'], plans: [] })).map(({ tenant }) => tenant.id)).toContain(tenantId);
  expect((await page({ components: ['webhooks'], plans: [] })).length).toBeLessThan(everyone.length);
  expect((await page({ ...all, plans: ['free'] })).every(({ tenant }) => tenant.planName === 'free')).toBe(true);
  const { name } = everyone.find(({ tenant }) => tenant.id === tenantId)!.tenant;
  expect((await page(all, { search: name.toUpperCase() })).map(({ tenant }) => tenant.id)).toEqual([tenantId]);
  expect((await page(all, { search: tenantId })).map(({ tenant }) => tenant.id)).toEqual([tenantId]);
  expect(await page(all, { above: everyone.at(-2)!.tenant.id })).toHaveLength(1);
});
