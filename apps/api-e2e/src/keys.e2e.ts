import { api, type KeyWish, type Problem } from '@inkproof/contract';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, send, signedIn, withKey } from './product.js';

type Tenant = Awaited<ReturnType<typeof newTenant>>;

const issue = (tenant: Tenant, wish: Partial<KeyWish> = {}) => tenant.call(api.keys.issue, { body: { label: 'e2e', ...wish } });
const refusal = async (key: string, address: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Problem> => problemIn(await send(address, { key, ...init }));

describe('a key', () => {
  it('opens what it was issued for and nothing else', async () => {
    const tenant = await newTenant(5);
    const { secret } = await issue(tenant, { scopes: ['usage'] });
    await withKey(secret)(api.usage.limits);
    await withKey(secret)(api.usage.capabilities);
    for (const [method, address] of [
      ['GET', '/v1/recognitions'],
      ['POST', '/v1/recognitions'],
      ['GET', '/v1/jobs'],
      ['GET', '/v1/webhooks'],
    ] as const)
      expect(await refusal(secret, address, { method })).toMatchObject({ status: 403, code: 'key.scope_missing' });
    expect(await refusal(secret, '/v1/keys')).toMatchObject({ status: 403, code: 'access.denied' });
  });

  it('is used from the addresses it was issued for, as the trusted proxy tells them', async () => {
    const tenant = await newTenant(5);
    const { id, secret } = await issue(tenant, { allowed_addresses: ['203.0.113.0/24', '2001:db8::/32'] });
    expect(await refusal(secret, '/v1/limits')).toMatchObject({ status: 403, code: 'key.address_refused', detail: expect.stringContaining('127.0.0.1') });
    for (const address of ['203.0.113.9', '2001:db8::9']) expect((await send('/v1/limits', { key: secret, headers: { 'x-forwarded-for': address } })).status).toBe(200);
    expect(await refusal(secret, '/v1/limits', { headers: { 'x-forwarded-for': '203.0.114.9' } })).toMatchObject({ code: 'key.address_refused' });
    // What a caller puts before the proxy's own word is not believed.
    expect(await refusal(secret, '/v1/limits', { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' } })).toMatchObject({ code: 'key.address_refused' });
    await tenant.call(api.keys.change, { params: { id }, body: { allowed_addresses: [] } });
    await withKey(secret)(api.usage.limits);
  });

  it('tells where it was last used, and for what', async () => {
    const tenant = await newTenant(5);
    const { id, secret } = await issue(tenant);
    await send('/v1/limits', { key: secret, headers: { 'x-forwarded-for': '203.0.113.9' } });
    await expect.poll(async () => (await tenant.call(api.keys.list)).items.find((key) => key.id === id)).toMatchObject({ last_used_from: '203.0.113.9', last_used_for: 'GET /v1/limits' });
  });

  it('expires to the second', async () => {
    const tenant = await newTenant(5);
    const expiresMs = Date.now() + 3_000;
    const { secret } = await issue(tenant, { expires_at: new Date(expiresMs).toISOString() });
    await withKey(secret)(api.usage.limits);
    await expect.poll(async () => (await send('/v1/limits', { key: secret })).status, { timeout: 5_500 }).toBe(401);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresMs);
    expect(await refusal(secret, '/v1/limits')).toMatchObject({ status: 401, code: 'key.expired' });
  });

  it('is rotated with an overlap in which both secrets work, or at once', async () => {
    const tenant = await newTenant(5);
    const { id, secret } = await issue(tenant, { label: 'intake', purpose: 'delivery notes', requests_per_second: 3 });
    const next = await tenant.call(api.keys.rotate, { params: { id }, body: { overlap_hours: 720 } });
    expect(next).toMatchObject({ label: 'intake', purpose: 'delivery notes', requests_per_second: 3, state: 'active' });
    expect((await tenant.call(api.keys.list)).items.find((key) => key.id === id)).toMatchObject({ state: 'retiring', successor: next.id });
    for (const working of [secret, next.secret]) await withKey(working)(api.usage.limits);
    await expect(tenant.call(api.keys.rotate, { params: { id }, body: {} })).rejects.toMatchObject({ problem: { status: 409, code: 'key.ended' } });
    const last = await tenant.call(api.keys.rotate, { params: { id: next.id }, body: { overlap_hours: 0 } });
    expect(await refusal(next.secret, '/v1/limits')).toMatchObject({ status: 401, code: 'key.rotated' });
    await withKey(last.secret)(api.usage.limits);
    await expect(tenant.call(api.keys.rotate, { params: { id: last.id }, body: { overlap_hours: 721 } })).rejects.toMatchObject({ problem: { status: 400, code: 'request.invalid' } });
  });

  it('has a quota of its own within that of its tenant', async () => {
    const tenant = await newTenant(5);
    await expect(issue(tenant, { requests_per_second: 6 })).rejects.toMatchObject({ problem: { code: 'request.invalid', errors: [{ field: 'requests_per_second' }] } });
    expect(await issue(tenant, { requests_per_second: 5 })).toMatchObject({ requests_per_second: 5 });
  });

  it.each(['10.0.0.0/33', '300.1.1.1', 'example.com', '10.0.0.1-10.0.0.9', ''])('takes %j for no address', async (address) => {
    const tenant = await signedIn(product().demo);
    await expect(tenant.call(api.keys.issue, { body: { label: 'x', allowed_addresses: [address] } })).rejects.toMatchObject({ problem: { code: 'request.invalid' } });
  });
});

describe('a leaked key', () => {
  const report = (body: object, headers: Record<string, string> = {}) => send('/v1/key-leaks', { key: null, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

  it('is ended by whoever shows it, and its owner is written to', async () => {
    const tenant = await newTenant(5);
    const { hint, secret } = await issue(tenant);
    const answer = await report({ keys: [secret], url: 'https://code.example/repo/.env' });
    expect(await answer.json()).toEqual({ items: [{ hint, outcome: 'revoked' }] });
    expect(await refusal(secret, '/v1/limits')).toMatchObject({ status: 401, code: 'key.revoked', detail: expect.stringContaining('leaked') });
    expect(await (await report({ keys: [secret] })).json()).toEqual({ items: [{ hint, outcome: 'ended_before' }] });
  });

  it('is reported one at a time by strangers, and by nobody under a signature that is not right', async () => {
    expect(await problemIn(await report({ keys: ['a', 'b'] }))).toMatchObject({ status: 401, code: 'leak.signature_missing' });
    const body = { keys: ['a', 'b'] };
    const at = new Date();
    const forged = new Webhook(Buffer.alloc(24, 1).toString('base64')).sign('msg_1', at, JSON.stringify(body));
    expect(await problemIn(await report(body, { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': forged }))).toMatchObject({ status: 401, code: 'leak.signature_wrong' });
  });
});

describe('what needs a second person', () => {
  it('is listed for the side that decides it, and shown to nobody else', async () => {
    const { call: admin } = await signedIn(product().admin);
    expect((await admin(api.adminApprovals.list)).items).toEqual(expect.any(Array));
    const tenant = await newTenant(5);
    expect((await tenant.call(api.approvals.list)).items).toEqual([]);
    await expect(tenant.call(api.adminApprovals.list)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    await expect(admin(api.approvals.list)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
    expect(await refusal(tenant.key, '/v1/approvals')).toMatchObject({ code: 'access.denied' });
  });
});
