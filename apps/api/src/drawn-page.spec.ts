import { Trail } from '@inkproof/audit';
import { ReadDrawnPage } from '@inkproof/availability';
import { api, PROBE_TENANT } from '@inkproof/contract';
import { KeepProbeTenant } from '@inkproof/identity';
import { SortableIds, StillClock, SystemClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWindow } from './testing/maintenance-calls.js';
import { made, send } from './testing/sending.js';
import { openWorld, type World } from './testing/world.js';

const MINUTE_MS = 60_000;

let world: World;
let database: Database;
const clock = new StillClock();
let key: () => Promise<string>;
beforeAll(async () => {
  world = await openWorld({ READERS: '1' });
  database = new Database({ url: world.config.databaseUrl, pool: 2 });
  const tenant = new KeepProbeTenant(database, new Trail(), new SortableIds(), new SystemClock(), world.config.secrets.keyPepper);
  key = () => tenant.key();
}, 2 * MINUTE_MS);
afterAll(async () => {
  await database.close();
  await world.close();
});

const readings = async () => (await world.owner.query<{ environment: string; pages: number; billed_pages: number }>('SELECT environment, pages, billed_pages FROM ledger_entry WHERE tenant_id = $1', [PROBE_TENANT])).rows;

it('a drawn page is read by real readers, every five minutes, billed to nobody and in no figure of the staff', async () => {
  const page = new ReadDrawnPage(world.url, key, clock);
  const load = async () => (await send(world, api.admin.load, world.staff.admin)).body;
  const before = await load();
  expect(await page.look()).toBeNull();
  clock.advance(4 * MINUTE_MS);
  expect(await page.look()).toBeNull();
  expect(await readings()).toEqual([{ environment: 'test', pages: 1, billed_pages: 0 }]);
  clock.advance(MINUTE_MS);
  expect(await page.look()).toBeNull();
  expect(await readings()).toHaveLength(2);
  const after = await load();
  expect(after['tenants']).toEqual(before['tenants']);
  const sumOf = (body: typeof after) => (body['minutes'] as { accepted: number }[]).reduce((sum, { accepted }) => sum + accepted, 0);
  expect(sumOf(after)).toBeLessThanOrEqual(sumOf(before));
}, 2 * MINUTE_MS);

it('leaves announced work to the ledger, which has it from its window', async () => {
  const hence = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  const id = await made(send(world, api.adminMaintenance.draft, world.staff.operator, { body: { ...aWindow, starts_at: hence(-1), ends_at: hence(60), impacts: [{ component: 'recognition', impact: 'unavailable' }] } }));
  for (const act of ['publish', 'start']) await send(world, api.adminMaintenance.act, world.staff.operator, { params: { id }, body: { act } });
  const shut = async () => (await fetch(world.url + api.recognitions.list.path, { headers: world.one.key })).status;
  await expect.poll(shut, { timeout: MINUTE_MS }).toBe(503);
  const before = await readings();
  expect(await new ReadDrawnPage(world.url, key, clock).look()).toBeNull();
  expect(await readings()).toEqual(before);
}, 2 * MINUTE_MS);

it('says what it met where nothing answers, and looks again at once', async () => {
  const page = new ReadDrawnPage('http://127.0.0.1:9', key, clock);
  expect(await page.look()).toBe('no_answer');
  expect(await page.look()).toBe('no_answer');
});
