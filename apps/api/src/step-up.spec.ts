import { api, type Endpoint } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password, send, somebody } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const guarded = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).flatMap(([name, endpoint]) => (endpoint.stepUp ? [{ name: `${chapter}.${name}`, endpoint }] : [])));

const FIVE_MINUTES_AGO = `clock_timestamp() - interval '5 minutes 1 second'`;
const wait = (who: string) => world.owner.query(`UPDATE session SET confirmed_at = ${FIVE_MINUTES_AGO} FROM person p WHERE p.id = person_id AND p.email = $1`, [who]);
/** With whatever ids: the door comes before anything is looked for. */
const anyIds = ({ path }: Endpoint) => Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, name === 'id' ? world.one.id : `qtm_${'0'.repeat(26)}`]));

const emailOf = (endpoint: Endpoint): string => (endpoint.access.member?.includes('owner') ? 'owner@one.example' : 'admin@provider.example');
const whoOf = (endpoint: Endpoint): Credentials => (endpoint.access.member?.includes('owner') ? world.one.roles.owner : world.staff.admin);

describe('five minutes after somebody last said who they are', () => {
  it('acts ask for it, of tenants and of staff alike', () => {
    expect(guarded.map(({ name }) => name)).toEqual(expect.arrayContaining(['keys.issue', 'keys.revoke', 'approvals.decide', 'adminSupport.open', 'admin.openTenant', 'quota.open']));
  });

  it.each(guarded)('$name is held back, whatever it is asked for', async ({ endpoint }) => {
    await wait(emailOf(endpoint));
    const { status, body } = await send(world, endpoint, whoOf(endpoint), { params: anyIds(endpoint) });
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'session.step_up_required' });
    expect(body['detail']).toContain('POST /v1/session/confirm');
  });

  it('the same act passes once they confirmed it with their password, and not with another one', async () => {
    const { email, session } = await somebody(world, 'developer');
    const issue = (who: Credentials) => send(world, api.keys.issue, who, { body: { label: 'x' } });
    await wait(email);
    expect((await issue(session)).status).toBe(403);

    expect((await send(world, api.session.confirm, session, { body: { password: 'another one' } })).status).toBe(403);
    expect((await issue(session)).status).toBe(403);

    const answer = await fetch(world.url + api.session.confirm.path, { method: api.session.confirm.method, headers: { ...session, 'content-type': 'application/json' }, body: JSON.stringify({ password }) });
    expect(answer.status).toBe(200);
    const confirmed = { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
    expect((await issue(confirmed)).status).toBe(201);
    // Whoever held the cookie of before has nothing of it.
    expect((await issue(session)).status).toBe(401);
  });

  it('what only reads stays open', async () => {
    await wait('owner@one.example');
    expect((await send(world, api.keys.list, world.one.roles.owner)).status).toBe(200);
  });
});
