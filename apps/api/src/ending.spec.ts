import { api, createClient, type DeletionCertificate } from '@inkproof/contract';
import { addDays, shanghaiDay } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

let world: World;
let owner: Credentials;
beforeAll(async () => {
  world = await openWorld();
  await world.confirm();
  owner = world.other.roles.owner;
});
afterAll(() => world.close());

const codeOf = async (...asked: Parameters<typeof send>): Promise<unknown> => {
  const { status, body } = await send(...asked);
  return status < 400 ? status : body['code'];
};
/** Moves the announcement back in time, so that it was told of often enough and has come. */
const comes = () =>
  world.owner.query(
    `UPDATE service_end SET announced_at = now() - interval '60 days', offered_at = ARRAY[now() - interval '60 days', now() - interval '20 days', now() - interval '10 days'], last_day = current_date - 2,
       ends_at = date_trunc('milliseconds', now() - interval '1 second'), readable_until = now() + interval '30 days', next_look_at = now() WHERE tenant_id = $1`,
    [world.other.id],
  );
const recognise: Parameters<typeof send>[3] = { body: { image: { base64: 'AAAA' } } };

it('a service that is to end works as ever, and says so to everybody of the tenant', async () => {
  const last_day = addDays(shanghaiDay(new Date()), 7);
  expect(await codeOf(world, api.ending.announce, owner, { body: { last_day } })).toBe(201);
  expect(await codeOf(world, api.ending.announce, owner, { body: { last_day } })).toBe('ending.announced');
  for (const who of Object.values(world.other.roles)) expect((await send(world, api.ending.find, who)).body).toMatchObject({ end: { side: 'tenant', state: 'announced', days_left: 7, deletion: null, may_take_back: true } });
  expect((await send(world, api.adminEnding.find, world.staff.support, { params: { id: world.other.id } })).body).toMatchObject({ end: { side: 'tenant', announced_by: { name: 'other' }, may_take_back: false }, approval: null });
  expect(await codeOf(world, api.usage.now, world.other.key)).toBe(200);
});

it('with its end keys refuse everywhere, people only read and write to us, and jobs are no more', async () => {
  await comes();
  for (const endpoint of [api.usage.now, api.recognitions.list, api.tickets.list]) expect(await codeOf(world, endpoint, world.other.key)).toBe('tenant.ended');
  expect(await codeOf(world, api.recognitions.create, world.other.key, recognise)).toBe('tenant.ended');
  for (const endpoint of [api.recognitions.list, api.deletions.list, api.filings.list, api.tickets.list, api.ending.find]) expect(await codeOf(world, endpoint, owner)).toBe(200);
  expect(await codeOf(world, api.recognitions.create, owner, recognise)).toBe('tenant.ended');
  expect(await codeOf(world, api.jobs.create, owner, { body: { documents: [{ base64: 'AAAA' }] } })).toBe('tenant.ended');
  expect(await codeOf(world, api.keys.issue, owner, { body: { label: 'x' } })).toBe('tenant.ended');
  expect(await codeOf(world, api.ending.takeBack, owner)).toBe('tenant.ended');
  expect(await codeOf(world, api.tickets.create, owner, { body: { subject: 'x', words: 'x' } })).toBe(201);
  expect(await codeOf(world, api.usage.now, world.one.key)).toBe(200);
});

it('what may go is erased by itself, jobs under way among it, and the certificate is the statement of return or deletion', async () => {
  const call = createClient({ baseUrl: world.url, headers: owner });
  await expect.poll(async () => (await call(api.ending.find)).end?.deletion, { timeout: 30_000 }).toMatch(/^del_/);
  const id = (await call(api.ending.find)).end!.deletion!;
  await expect.poll(async () => (await call(api.deletions.find, { params: { id } })).state, { timeout: 60_000 }).toBe('done');
  const { certificate } = (await send(world, api.deletions.certificate, owner, { params: { id } })).body as DeletionCertificate;
  expect(certificate).toMatchObject({ deletion: { selection: { everything: 'tenant' } }, service_end: { side: 'tenant', law: '个人信息保护法第二十一条' } });
  expect(certificate.service_end!.offered_at).toHaveLength(3);
  expect(certificate.erased.by_class.map(({ record_class: name }) => name)).toEqual(expect.arrayContaining(['job', 'recognition']));
  expect((await world.owner.query('SELECT id FROM job WHERE tenant_id = $1', [world.other.id])).rows).toEqual([]);
  expect((await world.owner.query('SELECT id FROM job WHERE tenant_id = $1', [world.one.id])).rows.length).toBeGreaterThan(0);
  const pdf = await fetch(`${world.url}/v1/deletions/${id}/certificate?format=pdf`, { headers: owner });
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
}, 120_000);

it('when the time to read is over, a session shows whose it is and nothing else', async () => {
  await world.owner.query('UPDATE service_end SET readable_until = now() WHERE tenant_id = $1', [world.other.id]);
  expect(await codeOf(world, api.recognitions.list, owner)).toBe('tenant.ended');
  expect(await codeOf(world, api.tickets.create, owner, { body: { subject: 'x', words: 'x' } })).toBe('tenant.ended');
  expect(await codeOf(world, api.session.current, owner)).toBe(200);
  expect((await send(world, api.ending.find, owner)).body).toMatchObject({ end: { state: 'closed' } });
  expect(await codeOf(world, api.session.signOut, world.other.roles.viewer)).toBe(204);
});
