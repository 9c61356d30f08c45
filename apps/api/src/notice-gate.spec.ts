import { api } from '@inkproof/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { made, send } from './testing/sending.js';
import { openWorld, type World } from './testing/world.js';

let world: World;
let key: string;
beforeAll(async () => {
  world = await openWorld();
  key = await made(send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'x' } }));
});
afterAll(() => world.close());

const change = (body: object) => send(world, api.keys.change, world.one.roles.owner, { params: { id: key }, body });

it('lets a key be set up as its tenant likes until it is in use', async () => {
  expect((await change({ allowed_addresses: ['203.0.113.0/24'], purpose: 'invoices' })).status).toBe(200);
});

it('asks for notice once it is, with a way to it in body and header, and changes nothing', async () => {
  await world.owner.query('UPDATE api_key SET last_used_at = clock_timestamp() WHERE id = $1', [key]);
  await world.owner.query(
    `INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, reason, page_reasons, pages, billed_pages, duration_ms)
     VALUES ('use_' || gen_random_uuid(), $1, clock_timestamp(), 'req_1', $2, 'api', 'live', 'recognitions', 'accepted', 'read', '{"read":1}', 1, 1, 1)`,
    [world.one.id, key],
  );
  const answer = await fetch(`${world.url}/v1/keys/${key}`, { method: 'PATCH', headers: { ...world.one.roles.owner, 'content-type': 'application/json' }, body: JSON.stringify({ label: 'y', purpose: 'passports' }) });
  const problem = (await answer.json()) as { code: string; remedy: string; errors: { field: string }[] };
  expect({ status: answer.status, link: answer.headers.get('link'), ...problem }).toMatchObject({ status: 409, code: 'change.notice_required', link: `<${problem.remedy}>; rel="help"`, errors: [{ field: 'purpose' }] });
  expect(problem.remedy).toContain(`/changes/new?of=key&id=${key}`);
  const { body } = await send(world, api.keys.list, world.one.roles.owner);
  expect((body['items'] as { id: string }[]).find(({ id }) => id === key)).toMatchObject({ label: 'x', purpose: 'invoices' });
});

it('lets pass what is free, what stays as it is, and what the contract refuses for itself', async () => {
  expect((await change({ label: 'z', purpose: 'invoices' })).status).toBe(200);
  expect((await change({ allowed_addresses: ['nowhere'] })).status).toBe(400);
  expect((await send(world, api.keys.change, world.one.roles.viewer, { params: { id: key }, body: { purpose: 'passports' } })).status).toBe(403);
});

it('takes an urgent notice, makes the change with its acknowledgement, and shows both sides the clock', async () => {
  const { body: filed } = await send(world, api.changes.create, world.one.roles.owner, { body: { urgency: 'urgent', change: { of: 'key', id: key, values: { purpose: 'passports' } }, reason: 'x', contact: 'x' } });
  expect(filed).toMatchObject({ state: 'filed', settings: ['key_purpose'], automatic: true });
  const params = { id: String(filed['id']) };
  const { body: seen } = await send(world, api.adminChanges.find, world.staff.operator, { params });
  expect(seen['due_by']).toBe(filed['due_by']);
  expect(Date.parse(String(filed['due_by'])) - Date.parse(String(filed['filed_at']))).toBe(24 * 3_600_000);
  await send(world, api.adminChanges.decide, world.staff.operator, { params, body: { verdict: 'acknowledge' } });
  const { body } = await send(world, api.keys.list, world.one.roles.owner);
  expect((body['items'] as { id: string }[]).find(({ id }) => id === key)).toMatchObject({ purpose: 'passports' });
  expect((await send(world, api.changes.confirm, world.one.roles.owner, { params })).body).toMatchObject({ state: 'confirmed', due_by: null });
});
