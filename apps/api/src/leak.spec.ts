import { randomBytes } from 'node:crypto';
import { api } from '@inkproof/contract';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made, send } from './testing/sending.js';
import { openWorld, type World } from './testing/world.js';

/** What two scanners agreed with the operator. */
const secrets = [randomBytes(24).toString('base64'), `whsec_${randomBytes(32).toString('base64')}`] as const;

let world: World;
beforeAll(async () => {
  world = await openWorld({ KEY_LEAK_SECRETS: secrets.join(',') });
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

describe('a scanner that signs', () => {
  const signed = (secret: string, body: unknown, at = new Date()): Record<string, string> => ({ 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Webhook(secret).sign('msg_1', at, JSON.stringify(body)) });
  const found = async () => {
    const [one, other] = [await send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'one' } }), await send(world, api.keys.issue, world.other.roles.owner, { body: { label: 'other' } })];
    return { keys: [one.body['secret'], other.body['secret']] as string[], ids: [one.body['id'], other.body['id']] as string[] };
  };
  const endedBecause = async (ids: readonly string[]) => (await world.owner.query<{ because: string | null }>('SELECT revoked_because AS because FROM api_key WHERE id = ANY($1) ORDER BY id', [ids])).rows.map(({ because }) => because);

  it.each(secrets)('ends keys of several tenants with one report, whichever secret it agreed (%#), and the log of each says that it was signed', async (secret) => {
    const { keys, ids } = await found();
    const answer = await send(world, api.keys.reportLeak, signed(secret, { keys }), { body: { keys } });
    expect(answer).toMatchObject({ status: 200, body: { items: [{ outcome: 'revoked' }, { outcome: 'revoked' }] } });
    expect(await endedBecause(ids)).toEqual(['leak', 'leak']);
    for (const [index, tenant] of [world.one, world.other].entries()) {
      const { rows } = await world.owner.query<{ body: string }>(`SELECT body FROM audit_entry WHERE chain = $1 AND action = 'key.leaked' AND body LIKE '%' || $2 || '%'`, [tenant.id, ids[index]]);
      expect(rows.map(({ body }) => (JSON.parse(body) as { details: unknown }).details)).toEqual([{ signed: true }]);
    }
  });

  it('ends nothing with a body that is not what was signed, nor with one that was signed six minutes ago', async () => {
    const { keys, ids } = await found();
    const late = new Date(Date.now() - 6 * 60_000);
    for (const headers of [signed(secrets[0], { keys: [keys[0]] }), signed(secrets[0], { keys }, late)]) expect(await send(world, api.keys.reportLeak, headers, { body: { keys } })).toMatchObject({ status: 401, body: { code: 'leak.signature_wrong' } });
    expect(await endedBecause(ids)).toEqual([null, null]);
  });
});
