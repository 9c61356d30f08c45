import { api, type Problem } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, send, signedIn, withKey } from './product.js';

const listWith = async (authorization: string | undefined): Promise<Problem> =>
  problemIn(await fetch(`${product().api}/v1/recognitions`, { headers: authorization === undefined ? {} : { authorization } }));

const wellFormedButUnknown = 'ink_live_00000000000000000000000000000000';

describe('a key', () => {
  it.each([
    ['none at all', undefined, 'auth.required'],
    ['another scheme', 'Basic eDp5', 'key.malformed'],
    ['a malformed key', 'Bearer ink_live_short', 'key.malformed'],
    ['a key whose checksum is wrong', `Bearer ${wellFormedButUnknown}000000`, 'key.malformed'],
  ])('%s is refused by name', async (_, authorization, code) => {
    expect(await listWith(authorization)).toMatchObject({ status: 401, code, billed: false });
  });

  it('works until it is revoked, and not once after', async () => {
    const tenant = await newTenant(5);
    await withKey(tenant.key)(api.recognitions.list);
    const [key] = (await tenant.call(api.keys.list)).items;
    expect(key).toMatchObject({ label: 'e2e', environment: 'live', revoked_at: null });
    expect(tenant.key.startsWith(key!.hint)).toBe(true);
    const revoked = await tenant.call(api.keys.revoke, { params: { id: key!.id } });
    expect(await listWith(`Bearer ${tenant.key}`)).toMatchObject({ status: 401, code: 'key.revoked' });
    expect(await tenant.call(api.keys.revoke, { params: { id: key!.id } })).toEqual(revoked);
  });

  it('was last used when it was used', async () => {
    const tenant = await newTenant(5);
    expect((await tenant.call(api.keys.list)).items[0]!.last_used_at).toBeNull();
    await withKey(tenant.key)(api.recognitions.list);
    await expect.poll(async () => (await tenant.call(api.keys.list)).items[0]!.last_used_at).not.toBeNull();
  });

  it('of another tenant cannot be told from one that does not exist', async () => {
    const [one, other] = [await newTenant(5), await newTenant(5)];
    const [theirs] = (await other.call(api.keys.list)).items;
    const asked = async (id: string) => {
      const { cookie } = await signedIn(one.owner);
      return problemIn(await send(`/v1/keys/${id}`, { key: null, method: 'DELETE', headers: { cookie } }));
    };
    const [foreign, missing] = [await asked(theirs!.id), await asked(`key_${'0'.repeat(26)}`)];
    expect({ ...foreign, request_id: '' }).toEqual({ ...missing, request_id: '' });
    expect(foreign.code).toBe('key.not_found');
    await withKey(other.key)(api.recognitions.list);
  });

  it('opens neither the keys nor the admin', async () => {
    for (const address of ['/v1/keys', '/v1/admin/tenants', '/v1/session']) expect(await problemIn(await send(address))).toMatchObject({ status: 403, code: 'access.denied' });
  });
});

describe('a person', () => {
  it('signs in, is known, and is forgotten after signing out', async () => {
    const { call, cookie } = await signedIn(product().demo);
    const session = await call(api.session.current);
    expect(session).toMatchObject({ person: { email: product().demo.email }, tenant: { name: '澄江物流', role: 'owner' }, staff: null });
    await call(api.session.signOut);
    expect(await problemIn(await send('/v1/session', { key: null, headers: { cookie } }))).toMatchObject({ status: 401, code: 'session.expired' });
  });

  it('has a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await send('/v1/session', { key: null, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(product().demo) });
    expect(response.headers.get('set-cookie')).toMatch(/^inkproof_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });

  it('is refused alike for an unknown address and for a wrong password', async () => {
    const once = async (email: string) => {
      const startedMs = performance.now();
      const problem = await problemIn(await send('/v1/session', { key: null, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'not the password' }) }));
      return { problem: { ...problem, request_id: '' }, tookMs: performance.now() - startedMs };
    };
    // The quickest of three: what else the machine does only adds to it.
    const attempt = async (email: string) => [await once(email), await once(email), await once(email)].toSorted((one, other) => one.tookMs - other.tookMs)[0]!;
    const [wrong, unknown] = [await attempt(product().demo.email), await attempt(`nobody-${crypto.randomUUID()}@inkproof.example`)];
    expect(unknown.problem).toEqual(wrong.problem);
    expect(wrong.problem).toMatchObject({ status: 401, code: 'session.refused' });
    // Both check a password against an argon2id hash, which takes longer than everything else together.
    expect(unknown.tookMs).toBeGreaterThan(wrong.tookMs / 3);
  });

  it('is slowed after ten failures from one place, whether the address exists or not', async () => {
    const email = `guess-${crypto.randomUUID()}@inkproof.example`;
    const attempt = () => send('/v1/session', { key: null, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'x' }) });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await attempt()).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    const last = await attempt();
    expect(await problemIn(last)).toMatchObject({ code: 'session.throttled' });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('cannot be made to act by another site', async () => {
    const { cookie } = await signedIn(product().demo);
    const body = JSON.stringify({ label: 'stolen' });
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<string, string>[])
      expect(await problemIn(await send('/v1/keys', { key: null, method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers }, body }))).toMatchObject({ status: 403, code: 'request.cross_site' });
    const ours = await send('/v1/keys', { key: null, method: 'POST', headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body });
    expect(ours.status).toBe(201);
  });

  it('changes the password, which ends the other sessions and not this one', async () => {
    const tenant = await newTenant(5);
    const elsewhere = await signedIn(tenant.owner);
    const here = await signedIn(tenant.owner);
    await expect(here.call(api.session.changePassword, { body: { current: 'wrong', next: 'a new long password' } })).rejects.toMatchObject({ problem: { code: 'password.wrong' } });
    await here.call(api.session.changePassword, { body: { current: tenant.owner.password, next: 'a new long password' } });
    await here.call(api.session.current);
    await expect(elsewhere.call(api.session.current)).rejects.toMatchObject({ problem: { code: 'session.expired' } });
    await signedIn({ email: tenant.owner.email, password: 'a new long password' });
  });
});

describe('staff', () => {
  it('see tenants, load and nodes; members do not', async () => {
    const { call: admin } = await signedIn(product().admin);
    const { items } = await admin(api.admin.listTenants, { query: { limit: 100 } });
    expect(items.map(({ name }) => name)).toContain('澄江物流');
    expect((await admin(api.admin.load, { query: { minutes: 10 } })).minutes).toHaveLength(10);
    const nodes = (await admin(api.admin.nodes)).items;
    expect(nodes.find(({ kind }) => kind === 'api')!.checks).toMatchObject({ database: 'ok', limiter_postgresql: 'ok', readers: 'ok' });
    expect(nodes.map(({ kind, state, readers }) => ({ kind, state, readers: readers.total }))).toEqual(expect.arrayContaining([{ kind: 'api', state: 'up', readers: 2 }, { kind: 'worker', state: 'up', readers: 1 }]));
    const { call: member } = await signedIn(product().demo);
    await expect(member(api.admin.listTenants)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    await expect(admin(api.recognitions.list)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  });

  it('open no second person at one address, and nothing is left of the attempt', async () => {
    const { call: admin } = await signedIn(product().admin);
    const before = (await admin(api.admin.listTenants, { query: { limit: 100 } })).items.length;
    await expect(admin(api.admin.openTenant, { body: { name: 'x', owner: { name: 'x', email: product().demo.email.toUpperCase() } } })).rejects.toMatchObject({ problem: { code: 'person.email_taken' } });
    expect((await admin(api.admin.listTenants, { query: { limit: 100 } })).items).toHaveLength(before);
  });
});

describe('the node', () => {
  it('is alive and ready, and counts without naming anybody', async () => {
    expect(await (await send('/health/live', { key: null })).json()).toEqual({ status: 'ok', checks: {} });
    expect(await (await send('/health/ready', { key: null })).json()).toEqual({ status: 'ok', checks: { database: 'ok', limiter_postgresql: 'ok', readers: 'ok', storage: 'ok' } });
    const metrics = await (await send('/metrics', { key: null })).text();
    expect(metrics).toContain('inkproof_recognitions_total');
    expect(metrics).not.toMatch(/ten_|per_|ink_live|@/);
  });
});
