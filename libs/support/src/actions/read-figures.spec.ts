import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figuresCsv, showFigures } from '../http/show-figures.js';
import { FigureStore } from '../store/figure-store.js';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { ReadFigures } from './read-figures.js';
import { RecallRecords } from './recall-records.js';

const MINUTE_MS = 60_000;

let bench: DeskBench;
let figures: ReadFigures;
beforeAll(async () => {
  bench = await openDeskBench();
  const store = new FigureStore();
  figures = new ReadFigures(bench.database, store, new RecallRecords(bench.database, store, bench.clock), bench.clock);
});
afterAll(() => bench.close());

it('adds up what was written, tenant by tenant, and tells the same in its file (Chatwoot 9747)', async () => {
  const [one, other, lin] = [await bench.tenant(), await bench.tenant(), await bench.staff('Lin')];
  const open = async ({ tenantId, by }: typeof one) => (await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p1' }, by)).id as Id<'tkt'>;
  const [prompt, tardy] = [await open(one), await open(other)];
  await open(other);
  bench.clock.advance(5 * MINUTE_MS);
  await bench.desk.reply(prompt, { words: 'x', state: 'resolved' }, lin);
  bench.clock.advance(15 * MINUTE_MS);
  await bench.desk.reply(tardy, { words: 'x', state: 'open' }, lin);
  const shown = showFigures(await figures.read({ by: 'tenant' }));
  const first = (id: string) => shown.groups.find((group) => group.id === id)!.figures.clocks[0];
  expect(shown.total).toMatchObject({ opened: 3, resolved: 1, reopened: 0, backlog: { count: 2 } });
  expect(first(one.tenantId)).toEqual({ clock: 'first', met: 1, missed: 0, p50_seconds: 300, p90_seconds: 300 });
  expect(first(other.tenantId)).toEqual({ clock: 'first', met: 0, missed: 2, p50_seconds: 1_200, p90_seconds: 1_200 });
  expect(figuresCsv(shown).split('\r\n')).toHaveLength(5);
  expect(figuresCsv(shown)).toContain(`tenant,${one.tenantId},`);
  expect((await figures.read({ by: 'priority', tenant: one.tenantId })).total.opened).toBe(1);
});

it('refuses days the wrong way round and more than a year of them', async () => {
  await expect(figures.read({ by: 'tenant', from: '2026-11-02', to: '2026-11-01' })).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(figures.read({ by: 'tenant', from: '2025-01-01', to: '2026-11-01' })).rejects.toMatchObject({ code: 'request.invalid' });
});

it('are of now, however much was in mind before: what was written, moved, renamed or erased since', async () => {
  const [{ tenantId, by }, lin] = [await bench.tenant(), await bench.staff('Lin again')];
  const { id } = await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p2' }, by);
  const told = async () => (await figures.read({ by: 'tenant', tenant: tenantId })).groups[0]!;
  expect((await told()).figures).toMatchObject({ opened: 1, resolved: 0, backlog: { count: 1 } });
  bench.clock.advance(10 * MINUTE_MS);
  await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state: 'resolved' }, lin);
  await bench.owner.query(`UPDATE tenant SET name = 'Called anew' WHERE id = $1`, [tenantId]);
  expect(await told()).toMatchObject({ name: 'Called anew', figures: { opened: 1, resolved: 1, backlog: { count: 0 }, clocks: { first: { met: 1, p50: 10 * MINUTE_MS } } } });
  expect((await figures.read({ by: 'agent', tenant: tenantId })).groups).toMatchObject([{ id: lin.id, name: 'Lin again' }]);
  expect(await Promise.all([told(), told()])).toEqual([await told(), await told()]);
  await bench.owner.query(`SET session_replication_role = replica; DELETE FROM ticket_event WHERE tenant_id = '${tenantId}'; DELETE FROM ticket WHERE tenant_id = '${tenantId}'; SET session_replication_role = origin`);
  expect((await figures.read({ by: 'tenant', tenant: tenantId })).groups).toEqual([]);
});
