import type { MaintenanceRequest } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, openMaintenanceBench, type MaintenanceBench } from '../testing/maintenance-bench.js';

let bench: MaintenanceBench;
beforeAll(async () => {
  bench = await openMaintenanceBench();
});
afterAll(() => bench.close());

const refusedAs = (code: string) => expect.objectContaining({ code });
const kinds = async (id: string): Promise<string[]> => (await bench.told(id)).map(({ kind }) => kind);
const waiting = (id: string) => bench.database.asProvider(async (tx) => bench.changing.waiting(tx, (await bench.store.find(tx, id))!));

it('planned work keeps to what was announced until another person approves the change, and only then is anybody told', async () => {
  const tenant = await bench.tenant();
  const { id, now } = await bench.announced(100);
  const asked = await bench.plan.change(id, bench.wish(120, { hours: 3 }), bench.lin);
  expect(asked).toMatchObject({ version: 1, now: { startsAt: now.startsAt }, versions: [{ number: 1 }], change: { writtenBy: bench.lin.id } });
  expect(await kinds(id)).toEqual(['scheduled']);
  expect(await bench.announcedTo.versions(tenant, id)).toHaveLength(1);
  await expect(bench.approve(asked.change!, bench.lin)).rejects.toEqual(refusedAs('approval.own'));
  await bench.approve(asked.change!, bench.mei);
  expect(await bench.find(id)).toMatchObject({ version: 2, now: { startsAt: new Date(now.startsAt.getTime() + 20 * HOUR_MS), writtenBy: bench.lin.id }, announcedAt: bench.clock.now() });
  expect(await kinds(id)).toEqual(['scheduled', 'changed']);
  expect(await waiting(id)).toBeNull();
  expect((await bench.find(id)).events.map(({ kind, byName }) => [kind, byName]).slice(-2)).toEqual([['submitted', 'Lin'], ['changed', 'Mei']]);
  expect((await bench.actions()).slice(-3)).toEqual(['approval.requested', 'approval.approved', 'maintenance.changed']);
  await bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin);
});

it.each<[string, Partial<MaintenanceRequest> & { hours?: number }]>([
  ['its end', { hours: 4 }],
  ['what it touches', { impacts: [{ component: 'jobs', impact: 'unavailable' }] }],
  ['how much', { impacts: [{ component: 'recognition', impact: 'degraded' }] }],
  ['whom it concerns', { plans: ['large'] }],
  ['whether it begins by itself', { begins_by_itself: false }],
  ['whether it ends by itself', { ends_by_itself: true }],
  ['that it is planned', { kind: 'emergency', reason: 'r' }],
])('%s is not changed by one person', async (_, more) => {
  const { id } = await bench.announced(100);
  expect(await bench.plan.change(id, bench.wish(100, more), bench.lin)).toMatchObject({ version: 1 });
  expect(await waiting(id)).not.toBeNull();
  expect(await kinds(id)).toEqual(['scheduled']);
});

it('mere words change at once, and so does an emergency', async () => {
  const { id } = await bench.announced(100);
  expect(await bench.plan.change(id, bench.wish(100, { text: { zh: '慢', en: 'Slow' }, rollback_plan: 'Other' }), bench.lin)).toMatchObject({ version: 2, change: null });
  expect(await kinds(id)).toEqual(['scheduled', 'changed']);
  const urgent = await bench.plan.draft(bench.wish(1, { kind: 'emergency', reason: 'r' }), bench.lin);
  await bench.publish.for(urgent.id, undefined, bench.lin);
  expect(await bench.plan.change(urgent.id, bench.wish(2, { kind: 'emergency', reason: 'r', hours: 5 }), bench.lin)).toMatchObject({ version: 2, change: null });
  for (const one of [id, urgent.id]) await bench.act.for(one, { act: 'cancel', words: 'x' }, bench.lin);
});

it('a change that waits is written over by the next, words included, and whoever wrote one of them decides neither', async () => {
  const { id } = await bench.announced(100);
  const first = await bench.plan.change(id, bench.wish(120), bench.lin);
  const second = await bench.plan.change(id, bench.wish(120, { title: { zh: '换', en: 'Swap' } }), bench.mei);
  expect(second).toMatchObject({ version: 1, change: { approvalId: first.change!.approvalId, writtenBy: bench.mei.id } });
  for (const one of [bench.lin, bench.mei]) await expect(bench.approve(second.change!, one)).rejects.toEqual(refusedAs('approval.own'));
  await bench.approve(second.change!, await bench.staff('Wei'));
  expect(await bench.find(id)).toMatchObject({ version: 2, now: { titleEn: 'Swap' } });
  await bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin);
});

it('is refused where a first announcement would be, waits no longer than it could be told in time, and is nothing once the work began', async () => {
  const { id } = await bench.announced(100);
  await expect(bench.plan.change(id, bench.wish(50), bench.lin)).rejects.toEqual(refusedAs('maintenance.reason_required'));
  const late = await bench.plan.change(id, bench.wish(100 + 4, { hours: 5 }), bench.lin);
  bench.clock.advance(33 * HOUR_MS);
  await expect(bench.approve(late.change!, bench.mei)).rejects.toEqual(refusedAs('approval.expired'));
  expect(await waiting(id)).toBeNull();
  const longer = await bench.plan.change(id, bench.wish(67, { hours: 5 }), bench.lin);
  bench.clock.advance(66.9 * HOUR_MS);
  await bench.watch.once();
  expect(await waiting(id)).not.toBeNull();
  bench.clock.advance(0.1 * HOUR_MS);
  await bench.watch.once();
  expect((await bench.find(id)).state).toBe('in_progress');
  expect(await waiting(id)).toBeNull();
  await expect(bench.approve(longer.change!, bench.mei)).rejects.toEqual(refusedAs('approval.expired'));
  await bench.act.for(id, { act: 'complete' }, bench.lin);
});

it('goes with a window that is called off or that begins: nobody finds it among what waits', async () => {
  const isListed = (approvalId: string) => bench.database.asProvider(async (tx) => (await bench.approvals.list(tx, 'provider', { state: 'waiting', size: 100 })).some(({ id }) => id === approvalId));
  const asked = async () => {
    const { id } = await bench.announced(100);
    const { approvalId } = (await bench.plan.change(id, bench.wish(200), bench.lin)).change!;
    expect(await isListed(approvalId)).toBe(true);
    return { id, approvalId };
  };
  const [off, begun] = [await asked(), await asked()];
  await bench.act.for(off.id, { act: 'cancel', words: 'x' }, bench.mei);
  expect(await isListed(off.approvalId)).toBe(false);
  expect(await bench.database.asProvider((tx) => bench.approvals.find(tx, off.approvalId))).toMatchObject({ state: 'withdrawn', decisions: [] });
  await expect(bench.approve(off, bench.mei)).rejects.toEqual(refusedAs('approval.ended'));
  expect((await bench.actions()).slice(-2)).toEqual(['approval.withdrawn', 'maintenance.cancelled']);
  bench.clock.advance(100 * HOUR_MS);
  await bench.watch.once();
  expect((await bench.find(begun.id)).state).toBe('in_progress');
  expect(await isListed(begun.approvalId)).toBe(false);
  await bench.act.for(begun.id, { act: 'complete' }, bench.lin);
});

describe('the store', () => {
  const write = (text: string, ...values: unknown[]) => bench.owner.query(text, values);
  const version = (id: string, number: number, deed: string) => write(`INSERT INTO maintenance_version SELECT window_id, $2, kind, title_zh, title_en, text_zh, text_en, ${deed}, reason, rollback_plan, begins_by_itself, ends_by_itself, written_by, written_at FROM maintenance_version WHERE window_id = $1 AND number = 1`, id, number);
  const components = (id: string, number: number, impact = 'impact') => write(`INSERT INTO maintenance_component SELECT window_id, $2, component_id, ${impact} FROM maintenance_component WHERE window_id = $1 AND number = 1`, id, number);
  const same = 'starts_at, ends_at, plans';

  it.each([
    ['moves it', `starts_at + interval '1 hour', ends_at + interval '1 hour', plans`, 'impact'],
    ['widens it', `starts_at, ends_at, '{large}'`, 'impact'],
    ['takes more away', same, `'unavailable'`],
  ])('puts no version in force that %s and that nobody else approved, whatever writes to it', async (_, deed, impact) => {
    const { id } = await bench.announced(100);
    await write('BEGIN');
    await version(id, 2, deed);
    await components(id, 2, impact);
    await expect(write('UPDATE maintenance_window SET version = 2 WHERE id = $1', id)).rejects.toThrow('approved by nobody');
    await write('ROLLBACK');
  });

  it('takes what was approved for what it says and for nothing else', async () => {
    const { id } = await bench.announced(100);
    const asked = await bench.plan.change(id, bench.wish(120), bench.lin);
    await bench.approve(asked.change!, bench.mei);
    await write('BEGIN');
    await version(id, 3, `starts_at + interval '21 hours', ends_at + interval '21 hours', plans`);
    await components(id, 3);
    await expect(write('UPDATE maintenance_window SET version = 3 WHERE id = $1', id)).rejects.toThrow('approved by nobody');
    await write('ROLLBACK');
  });

  it('lets mere words through, and keeps no version that is not in force', async () => {
    const { id } = await bench.announced(100);
    await write('BEGIN');
    await version(id, 2, same);
    await components(id, 2);
    await write('UPDATE maintenance_window SET version = 2 WHERE id = $1', id);
    await write('COMMIT');
    await write('BEGIN');
    await version(id, 3, same);
    await expect(write('COMMIT')).rejects.toThrow('not in force');
  });

  it('announces no planned window that nobody else approved', async () => {
    const { id } = await bench.plan.draft(bench.wish(100), bench.lin);
    await expect(write(`UPDATE maintenance_window SET state = 'scheduled', published_at = now(), published_by = 'per_a', approved_by = 'per_b' WHERE id = $1`, id)).rejects.toThrow('approved by nobody');
    const { approvalId } = await bench.publish.for(id, undefined, bench.lin);
    await expect(write(`UPDATE maintenance_window SET state = 'scheduled', published_at = now(), published_by = 'per_a', approved_by = 'per_b' WHERE id = $1`, id)).rejects.toThrow('approved by nobody');
    await bench.approve({ approvalId }, bench.mei);
    expect((await bench.find(id)).state).toBe('scheduled');
  });
});
