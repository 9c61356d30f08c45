import { setTimeout as sleep } from 'node:timers/promises';
import { api, type Endpoint } from '@inkproof/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWindow } from './testing/maintenance-calls.js';
import { made, send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

const HOUR_MS = 3_600_000;
/** An act has its effect on every node within a second: so many looks, if nobody is in their way. On a busy machine they take longer, and so does the effect. */
const LOOKS_A_SECOND = 30;
const LOOK_MS = 25;
const STORE_MS = 300;

let world: World;
beforeAll(async () => {
  world = await openWorld({ CLOCKS_SECONDS: '3' });
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
const act = (id: string, body: object) => send(world, api.adminMaintenance.act, world.staff.operator, { params: { id }, body });
const announced = async (more: object): Promise<string> => {
  const id = await made(send(world, api.adminMaintenance.draft, world.staff.operator, { body: { ...aWindow, ...more } }));
  await act(id, { act: 'publish' });
  return id;
};
const ask = ({ path }: Endpoint, who: Credentials) => fetch(world.url + path, { headers: who, signal: AbortSignal.timeout(5_000) });
/** Calls of the first tenant that were counted or refused by a limit. */
const noted = async (): Promise<number> => (await world.owner.query<{ count: number }>('SELECT (SELECT count(*) FROM ledger_entry WHERE tenant_id = $1)::int + (SELECT COALESCE(sum(accepted), 0) FROM quota_ring WHERE tenant_id = $1)::int AS count', [world.one.id])).rows[0]!.count;
const isSoon = async <Seen>(look: () => Promise<Seen>, awaited: Seen, seconds = 1): Promise<void> => {
  for (let looks = 0; looks < seconds * LOOKS_A_SECOND && (await look()) !== awaited; looks++) await sleep(LOOK_MS);
  expect(await look()).toBe(awaited);
};
const statusOf = async (endpoint: Endpoint, who: Credentials): Promise<number> => (await ask(endpoint, who)).status;

it('shuts what is away to those whom it concerns, tells for how long, and opens again within a second', async () => {
  const ends_at = inHours(1);
  const id = await announced({ starts_at: inHours(-0.01), ends_at, plans: [world.one.id], impacts: [{ component: 'recognition', impact: 'unavailable' }, { component: 'jobs', impact: 'degraded' }] });
  await act(id, { act: 'start' });
  await isSoon(() => statusOf(api.recognitions.list, world.one.key), 503);
  const shut = await ask(api.recognitions.list, world.one.key);
  const problem = (await shut.json()) as { code: string; retryable: boolean; billed: boolean };
  expect(problem).toMatchObject({ code: 'maintenance.in_progress', retryable: true, billed: false });
  expect(Math.abs(Number(shut.headers.get('retry-after')) - (Date.parse(ends_at) - Date.now()) / 1_000)).toBeLessThanOrEqual(1);
  expect(shut.headers.get('link')).toMatch(/^<[^>]+>; rel="status", <[^>]+\/v1\/maintenance-notices\/mnt_\w+>; rel="maintenance"$/);
  // Nothing was read, counted or billed.
  const before = await noted();
  const image = { image: { base64: 'AAAA' } };
  expect((await send(world, api.recognitions.create, world.one.key, { body: image })).status).toBe(503);
  expect(await noted()).toBe(before);

  expect(await statusOf(api.recognitions.list, {})).toBe(401);
  expect(await statusOf(api.recognitions.list, world.other.key)).toBe(200);
  for (const open of [api.tickets.list, api.maintenanceNotices.list, api.subjectRequests.list, api.usage.usage, api.deletions.list, api.session.current]) expect({ path: open.path, status: await statusOf(open, world.one.roles.owner) }).toEqual({ path: open.path, status: 200 });
  expect((await send(world, api.recognitions.erase, world.one.roles.owner, { params: { id: world.one.ids['rec']! } })).status).not.toBe(503);
  const slower = await ask(api.jobs.list, world.one.key);
  expect([slower.status, slower.headers.get('maintenance-notice')]).toEqual([200, expect.stringMatching(new RegExp(`^"${id}";start=@\\d+;end=@\\d+;impact=degraded$`))]);

  await act(id, { act: 'verify', restored: [] });
  expect(await statusOf(api.recognitions.list, world.one.key)).toBe(503);
  await act(id, { act: 'resume' });
  await act(id, { act: 'verify', restored: ['recognition'] });
  await isSoon(() => statusOf(api.recognitions.list, world.one.key), 200);
  await act(id, { act: 'complete' });
  await isSoon(async () => (await ask(api.jobs.list, world.one.key)).headers.get('maintenance-notice'), null);
});

it('says with every answer that goes well what is coming within a day, and nothing of what comes later', async () => {
  const impacts = [{ component: 'account', impact: 'unavailable' }];
  await announced({ starts_at: inHours(24.1), ends_at: inHours(25), begins_by_itself: true, impacts });
  // Whoever knows of this one knows of the one before.
  const soon = await announced({ starts_at: inHours(23.9), ends_at: inHours(25), begins_by_itself: true, impacts });
  await isSoon(async () => (await ask(api.usage.usage, world.one.key)).headers.get('link')?.includes(soon), true);
  const told = await ask(api.usage.usage, world.one.key);
  expect([told.status, told.headers.get('link')]).toEqual([200, expect.stringMatching(new RegExp(`^<[^>]+/v1/maintenance-notices/${soon}>; rel="maintenance"$`))]);
  expect(told.headers.get('maintenance-notice')).toMatch(new RegExp(`^"${soon}";start=@\\d+;end=@\\d+;impact=unavailable$`));
  const refused = await fetch(`${world.url}${api.usage.usage.path}?from=x`, { headers: world.one.key });
  expect([refused.status, refused.headers.get('maintenance-notice')]).toEqual([400, null]);
  expect((await ask(api.recognitions.list, world.one.key)).headers.get('maintenance-notice')).toBeNull();
  const { body } = await send(world, api.maintenanceNotices.list, world.one.key, { query: { which: 'standing' } });
  expect((body['items'] as { id: string }[]).map(({ id }) => id)).toContain(soon);
});

it('begins and ends by the clock within a second or two', async () => {
  const [startsMs, endsMs] = [Date.now() + 1_500, Date.now() + 4_500];
  const id = await announced({ starts_at: new Date(startsMs).toISOString(), ends_at: new Date(endsMs).toISOString(), begins_by_itself: true, ends_by_itself: true, impacts: [{ component: 'webhooks', impact: 'unavailable' }] });
  const isNow = async (status: number, fromMs: number): Promise<void> => {
    // Until its instant nothing changes, and from then on soon. The time is the store's, and known here but for some milliseconds.
    while (Date.now() < fromMs) {
      const seen = await statusOf(api.webhooks.list, world.one.key);
      if (Date.now() < fromMs - STORE_MS) expect(seen).not.toBe(status);
      await sleep(LOOK_MS);
    }
    await isSoon(() => statusOf(api.webhooks.list, world.one.key), status, 2);
  };
  await isNow(503, startsMs);
  await isNow(200, endsMs);
  const { body } = await send(world, api.maintenanceNotices.find, world.one.key, { params: { id } });
  expect(body['state']).toBe('completed');
});
