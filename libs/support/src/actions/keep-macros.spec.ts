import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';

let bench: DeskBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

const draft = { name: 'Which job', words: { zh: '是哪个任务？', en: 'Which job is it?' }, state: 'waiting_tenant' as const, priority: 'p2' as const };
const listed = () => bench.database.asProvider((tx) => bench.macros.list(tx));

it('an answer is saved, changed and put away, and the provider’s log says by whom', async () => {
  const { id } = await bench.keepMacros.save(draft, lin);
  expect(await listed()).toMatchObject([{ id, name: 'Which job', wordsZh: '是哪个任务？', state: 'waiting_tenant', priority: 'p2', changedByName: 'Lin' }]);
  await bench.keepMacros.change(id as Id<'mcr'>, { ...draft, name: 'Job', state: null, priority: null }, lin);
  expect(await listed()).toMatchObject([{ id, name: 'Job', state: null, priority: null }]);
  await bench.keepMacros.retire(id as Id<'mcr'>, lin);
  expect(await listed()).toEqual([]);
  await expect(bench.keepMacros.change(id as Id<'mcr'>, draft, lin)).rejects.toMatchObject({ code: 'macro.not_found' });
  await expect(bench.keepMacros.retire(id as Id<'mcr'>, lin)).rejects.toMatchObject({ code: 'macro.not_found' });
  expect((await bench.actionsOf('provider')).filter((action) => action.startsWith('macro.'))).toEqual(['macro.saved', 'macro.changed', 'macro.retired']);
});

it('no tenant sees one', async () => {
  await bench.keepMacros.save(draft, lin);
  const { tenantId } = await bench.tenant();
  expect(await bench.database.asTenant(tenantId, (tx) => bench.macros.list(tx))).toEqual([]);
});

it('a priority goes with an answer in one step, and both logs say so', async () => {
  const { tenantId, by } = await bench.tenant();
  const { id } = await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p3' }, by);
  const ticket = await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state: 'open', priority: 'p2' }, lin);
  expect(ticket.events.map(({ kind, priority }) => [kind, priority])).toEqual([['opened', 'p3'], ['priority_set', 'p2'], ['replied', null]]);
  expect(ticket.priority).toBe('p2');
  expect(await bench.actionsOf(tenantId)).toEqual(expect.arrayContaining(['ticket.answered', 'ticket.changed']));
  expect((await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state: 'open', priority: 'p2' }, lin)).events).toHaveLength(4);
});
