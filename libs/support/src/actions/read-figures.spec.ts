import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figuresCsv, showFigures } from '../http/show-figures.js';
import { FigureStore } from '../store/figure-store.js';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { ReadFigures } from './read-figures.js';

const MINUTE_MS = 60_000;

let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

it('adds up what was written, tenant by tenant, and tells the same in its file', async () => {
  const [one, other, lin] = [await bench.tenant(), await bench.tenant(), await bench.staff('Lin')];
  const open = async ({ tenantId, by }: typeof one) => (await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p1' }, by)).id as Id<'tkt'>;
  const [prompt, tardy] = [await open(one), await open(other)];
  await open(other);
  bench.clock.advance(5 * MINUTE_MS);
  await bench.desk.reply(prompt, { words: 'x', state: 'resolved' }, lin);
  bench.clock.advance(15 * MINUTE_MS);
  await bench.desk.reply(tardy, { words: 'x', state: 'open' }, lin);
  const figures = new ReadFigures(bench.database, new FigureStore(), bench.clock);
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
  const figures = new ReadFigures(bench.database, new FigureStore(), bench.clock);
  await expect(figures.read({ by: 'tenant', from: '2026-11-02', to: '2026-11-01' })).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(figures.read({ by: 'tenant', from: '2025-01-01', to: '2026-11-01' })).rejects.toMatchObject({ code: 'request.invalid' });
});
