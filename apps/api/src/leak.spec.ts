import { api } from '@inkproof/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { made, send } from './testing/sending.js';
import { openWorld, type World } from './testing/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('a key that is reported as leaked is told to the webhooks of its tenant that asked for it, once, and by nothing that opens anything', async () => {
  const { owner } = world.one.roles;
  const webhook = (events: string[]) => made(send(world, api.webhooks.create, owner, { body: { url: 'https://198.51.100.7/hook', label: 'x', events } }));
  const [listening, other] = [await webhook(['key.leaked', 'job.failed']), await webhook(['job.failed'])];
  const { body: key } = await send(world, api.keys.issue, owner, { body: { label: 'invoices' } });
  const { id, secret } = key as { id: string; secret: string };
  const report = () => send(world, api.keys.reportLeak, { authorization: `Bearer ${secret}` }, { body: { keys: [secret], url: `https://paste.example/found/${secret}` } });
  expect((await report()).status).toBe(200);
  await report();

  const deliveries = async (webhookId: string) => (await send(world, api.webhooks.deliveries, owner, { params: { id: webhookId } })).body['items'];
  expect(await deliveries(listening)).toMatchObject([{ event: 'key.leaked', subject: id, state: 'waiting' }]);
  expect(await deliveries(other)).toEqual([]);
  const { rows } = await world.owner.query<{ body: string }>('SELECT body FROM webhook_delivery WHERE webhook_id = $1', [listening]);
  const told = JSON.parse(rows[0]!.body) as { type: string; data: Record<string, unknown> };
  expect(told).toMatchObject({ type: 'key.leaked', data: { id, label: 'invoices', found_at: expect.stringContaining('paste.example') } });
  expect(rows[0]!.body).not.toContain(secret);
});
