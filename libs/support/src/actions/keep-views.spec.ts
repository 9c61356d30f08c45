import type { Actor } from '@inkproof/audit';
import { DESK_VIEWS_MAX } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';

let bench: DeskBench;
let lin: Actor;
let wang: Actor;
beforeAll(async () => {
  bench = await openDeskBench();
  [lin, wang] = [await bench.staff('Lin'), await bench.staff('Wang')];
});
afterAll(() => bench.close());

const draft = { name: 'Late P1', filter: { state: 'unsolved', priority: 'p1', late: true } as const };
const seenBy = ({ id }: Actor) => bench.database.asProvider((tx) => bench.views.list(tx, id));

it('a view is its owner’s alone until it is everybody’s, and again when it is taken back', async () => {
  const { id } = await bench.keepViews.save(draft, lin);
  expect(await seenBy(lin)).toMatchObject([{ id, ...draft, keptByName: 'Lin', shared: false }]);
  expect(await seenBy(wang)).toEqual([]);
  await expect(bench.keepViews.share(id as Id<'dvw'>, true, wang)).rejects.toMatchObject({ code: 'view.not_found' });
  await bench.keepViews.share(id as Id<'dvw'>, true, lin);
  expect(await seenBy(wang)).toMatchObject([{ id, shared: true }]);
  await expect(bench.keepViews.change(id as Id<'dvw'>, draft, wang)).rejects.toMatchObject({ code: 'view.not_found' });
  await expect(bench.keepViews.retire(id as Id<'dvw'>, wang)).rejects.toMatchObject({ code: 'view.not_found' });
  await bench.keepViews.change(id as Id<'dvw'>, { name: 'P1', filter: {} }, lin);
  expect(await seenBy(wang)).toMatchObject([{ name: 'P1', filter: {} }]);
  await bench.keepViews.share(id as Id<'dvw'>, false, wang);
  expect(await seenBy(wang)).toEqual([]);
  await bench.keepViews.retire(id as Id<'dvw'>, lin);
  expect(await seenBy(lin)).toEqual([]);
  await expect(bench.keepViews.change(id as Id<'dvw'>, draft, lin)).rejects.toMatchObject({ code: 'view.not_found' });
  expect((await bench.actionsOf('provider')).filter((action) => action.startsWith('desk_view.'))).toEqual(['desk_view.sharing_set', 'desk_view.sharing_set']);
});

it('there are only so many of each, and one that was put away counts no more', async () => {
  const zhao = await bench.staff('Zhao');
  const views = [];
  for (let nth = 0; nth < DESK_VIEWS_MAX; nth += 1) views.push(await bench.keepViews.save({ name: `${nth}`, filter: {} }, zhao));
  await expect(bench.keepViews.save(draft, zhao)).rejects.toMatchObject({ code: 'view.too_many' });
  for (const { id } of views) await bench.keepViews.share(id as Id<'dvw'>, true, zhao);
  const { id } = await bench.keepViews.save(draft, lin);
  await expect(bench.keepViews.share(id as Id<'dvw'>, true, lin)).rejects.toMatchObject({ code: 'view.too_many' });
  await bench.keepViews.retire(views[0]!.id as Id<'dvw'>, zhao);
  await bench.keepViews.share(id as Id<'dvw'>, true, lin);
  await bench.keepViews.save(draft, zhao);
});

it('no tenant sees one', async () => {
  await bench.keepViews.save(draft, wang);
  const { tenantId } = await bench.tenant();
  expect(await bench.database.asTenant(tenantId, (tx) => bench.views.list(tx, wang.id))).toEqual([]);
});

it('counts what its list shows, words and all, and only up to a bound', async () => {
  const { tenantId, by } = await bench.tenant();
  for (const subject of ['Blue ink', 'Blue paper', 'Red ink']) await bench.tenantSide.open(tenantId, { subject, words: 'x', priority: 'p2' }, by);
  const count = (asked: Parameters<typeof bench.store.countOf>[1], most = 100) => bench.database.asProvider((tx) => bench.store.countOf(tx, { tenantId, ...asked }, most));
  expect(await count({})).toBe(3);
  expect(await count({}, 2)).toBe(2);
  expect(await count({ search: 'blue' })).toBe(2);
  expect(await count({ search: 'green' })).toBe(0);
  expect(await count({ search: 'ink', state: 'closed' })).toBe(0);
  expect(await count({ assigneeId: null, priority: 'p2', state: 'unsolved' })).toBe(3);
});
