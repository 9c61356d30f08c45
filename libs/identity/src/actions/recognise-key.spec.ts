import { Trail, type Actor } from '@inkproof/audit';
import { Clock, CountingIds, StillClock, SystemClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSecret, type KeyTerms } from '../model/api-key.js';
import { KeyStore } from '../store/key-store.js';
import { ChangeKey } from './change-key.js';
import { FoundTenant } from './found-tenant.js';
import { IssueKey } from './issue-key.js';
import { RecogniseKey } from './recognise-key.js';
import { RevokeKey } from './revoke-key.js';
import { RotateKey } from './rotate-key.js';

const PEPPER = 'pepper';
const MINUTE_MS = 60_000;
const use = { address: '127.0.0.1', endpoint: { method: 'POST', path: '/v1/recognitions', scope: 'recognise', closedBySuspension: true } } as const;
const used = { address: '127.0.0.1', endpoint: 'POST /v1/recognitions' };
const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const ids = new CountingIds();
/** The gate goes by the store's own clock, so these keys are used in real time. */
const clock: Clock = new SystemClock();
let spec: SpecDatabase;
let database: Database;
let store: KeyStore;
let recognise: RecogniseKey;
let issueKey: IssueKey;
let tenantId: Id<'ten'>;
let otherTenant: Id<'ten'>;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  store = new KeyStore(database);
  recognise = new RecogniseKey(store, clock, PEPPER);
  issueKey = new IssueKey(database, store, new Trail(), ids, clock, PEPPER);
  const found = new FoundTenant(ids, clock);
  const open = async (email: string) => (await database.asProvider((tx) => found.in(tx, { name: 'x', owner: { name: 'x', email, password: 'x' } }))).tenantId;
  tenantId = await open('a@inkproof.example');
  otherTenant = await open('b@inkproof.example');
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const lastUsed = async (id: string) => (await store.list(tenantId)).find((key) => key.id === id)!.lastUsedAt;

describe('a key that is presented', () => {
  it('says whose it is, of which environment, and what is kept of its calls', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'test', retention: 'result' }, by);
    expect(await recognise.presented(secret, use)).toEqual({ kind: 'key', tenantId, keyId: key.id, environment: 'test', retention: 'result' });
  });

  it('is refused when it is malformed, without a look at the store', async () => {
    const closed = new Database({ url: spec.url, pool: 1 });
    await closed.close();
    const blind = new RecogniseKey(new KeyStore(closed), clock, PEPPER);
    const secret = mintSecret('live', crypto.getRandomValues(new Uint8Array(64)));
    for (const malformed of ['', 'ink_live_short', secret.slice(0, -1), `${secret}x`, secret.toLowerCase().replace('ink', 'INK')]) await expect(blind.presented(malformed, use)).rejects.toMatchObject({ code: 'key.malformed' });
    await expect(blind.presented(secret, use)).rejects.not.toMatchObject({ code: 'key.malformed' });
  });

  it('is unknown when nobody issued it, and under another pepper', async () => {
    await expect(recognise.presented(mintSecret('live', crypto.getRandomValues(new Uint8Array(64))), use)).rejects.toMatchObject({ code: 'key.unknown' });
    const { secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    await expect(new RecogniseKey(store, clock, 'another').presented(secret, use)).rejects.toMatchObject({ code: 'key.unknown' });
  });

  it('is refused from the moment it is revoked, and keeps the first moment', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const still = new StillClock();
    const revokeKey = new RevokeKey(database, store, new Trail(), still);
    const revoked = await revokeKey.for(tenantId, key.id, by);
    expect(revoked.revokedAt).toEqual(still.now());
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.revoked' });
    still.advance(MINUTE_MS);
    expect(await revokeKey.for(tenantId, key.id, by)).toEqual(revoked);
  });

  it('is not revoked by another tenant, who learns nothing of it', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const revokeKey = new RevokeKey(database, store, new Trail(), clock);
    await expect(revokeKey.for(otherTenant, key.id, by)).rejects.toMatchObject({ code: 'key.not_found' });
    await expect(revokeKey.for(otherTenant, 'key_nobody', by)).rejects.toMatchObject({ code: 'key.not_found' });
    await recognise.presented(secret, use);
  });
});

describe('a key that does not open', () => {
  const issue = (terms: Partial<KeyTerms> = {}) => issueKey.for(tenantId, { label: 'x', environment: 'live', ...terms }, by);
  const owner = async (text: string, ...values: unknown[]) => {
    const client = new pg.Client(spec.ownerUrl);
    await client.connect();
    await client.query(text, values).finally(() => client.end());
  };

  it('is rotated from the end of its overlap on, by the store’s clock, and works until then beside its successor', async () => {
    const { key, secret } = await issue({ scopes: ['recognise'], purpose: 'invoices', allowedAddresses: ['127.0.0.0/8'], requestsPerSecond: 3 });
    const rotateKey = new RotateKey(database, store, issueKey, new Trail(), clock);
    const next = await rotateKey.for(tenantId, key.id, { overlapHours: 1 }, by);
    expect(next.key).toMatchObject({ label: 'x', scopes: ['recognise'], purpose: 'invoices', allowedAddresses: ['127.0.0.0/8'], requestsPerSecond: 3 });
    expect(await recognise.presented(next.secret, use)).toMatchObject({ keyId: next.key.id, requestsPerSecond: 3 });
    await recognise.presented(secret, use);
    await expect(rotateKey.for(tenantId, key.id, { overlapHours: 1 }, by)).rejects.toMatchObject({ code: 'key.ended' });
    await owner("UPDATE api_key SET retires_at = clock_timestamp() + interval '150 milliseconds' WHERE id = $1", key.id);
    await recognise.presented(secret, use);
    await sleep(200);
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.rotated' });
    await recognise.presented(next.secret, use);
  });

  it('is rotated at once when its overlap is nothing', async () => {
    const { key, secret } = await issue();
    await new RotateKey(database, store, issueKey, new Trail(), clock).for(tenantId, key.id, { overlapHours: 0 }, by);
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.rotated' });
  });

  it('has expired from its end on', async () => {
    const { secret } = await issue({ expiresAt: new Date(clock.now().getTime() + 150) });
    await recognise.presented(secret, use);
    await sleep(200);
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.expired' });
  });

  it('is refused from another address, and for what it was not issued for', async () => {
    const { secret } = await issue({ allowedAddresses: ['10.0.0.0/8', '2001:db8::/32'], scopes: ['usage', 'usage'] });
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.address_refused' });
    for (const address of ['10.1.2.3', '2001:db8::1', '::ffff:10.0.0.1']) await expect(recognise.presented(secret, { ...use, address })).rejects.toMatchObject({ code: 'key.scope_missing' });
    for (const scope of ['usage', 'any', undefined] as const) await recognise.presented(secret, { address: '10.1.2.3', endpoint: { method: 'GET', path: '/v1/x', scope } });
  });

  it('reads nothing new while its tenant is suspended, and opens the rest', async () => {
    const { secret } = await issue();
    await owner('UPDATE tenant SET suspended_at = now() WHERE id = $1', tenantId);
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'tenant.suspended' });
    expect(await store.isSuspended(tenantId)).toBe(true);
    await recognise.presented(secret, { ...use, endpoint: { method: 'GET', path: '/v1/recognitions', scope: 'results' } });
    await owner('UPDATE tenant SET suspended_at = NULL WHERE id = $1', tenantId);
    await recognise.presented(secret, use);
    expect(await store.isSuspended(tenantId)).toBe(false);
  });

  it('opens nothing from the instant on at which the service of its tenant ends, and everything while that is only announced', async () => {
    const { secret } = await issue();
    await owner(`INSERT INTO service_end (id, tenant_id, side, announced_at, announced_by, last_day, ends_at, readable_until) VALUES ('end_x', $1, 'tenant', now() - interval '8 days', 'per_1', current_date, now() + interval '1 hour', now() + interval '30 days')`, tenantId);
    await recognise.presented(secret, use);
    await owner(`UPDATE service_end SET ends_at = now() WHERE tenant_id = $1`, tenantId);
    for (const endpoint of [use.endpoint, { method: 'GET', path: '/v1/recognitions', scope: 'results' } as const]) await expect(recognise.presented(secret, { ...use, endpoint })).rejects.toMatchObject({ code: 'tenant.ended' });
    await owner('DELETE FROM service_end WHERE tenant_id = $1', tenantId);
    await recognise.presented(secret, use);
  });

  it('changes what it opens with the next call, and not any more once it ended', async () => {
    const { key, secret } = await issue();
    const changeKey = new ChangeKey(database, store, new Trail(), clock);
    expect(await changeKey.for(tenantId, key.id, { scopes: ['usage'], label: 'y' }, by)).toMatchObject({ scopes: ['usage'], label: 'y', purpose: null });
    await expect(recognise.presented(secret, use)).rejects.toMatchObject({ code: 'key.scope_missing' });
    await expect(changeKey.for(otherTenant, key.id, { label: 'z' }, by)).rejects.toMatchObject({ code: 'key.not_found' });
    await new RevokeKey(database, store, new Trail(), clock).for(tenantId, key.id, by);
    await expect(changeKey.for(tenantId, key.id, { label: 'z' }, by)).rejects.toMatchObject({ code: 'key.ended' });
  });

  it('is not issued for the past, nor beyond the quota of its tenant', async () => {
    await database.asProvider((tx) => tx.quota.create({ data: { tenantId: otherTenant, requestsPerSecond: 5 } }));
    const asking = (terms: Partial<KeyTerms>) => issueKey.for(otherTenant, { label: 'x', environment: 'live', ...terms }, by);
    await expect(asking({ requestsPerSecond: 6 })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'requests_per_second' }] } });
    await expect(asking({ expiresAt: clock.now() })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'expires_at' }] } });
    await asking({ requestsPerSecond: 5 });
  });
});

describe('when a key was last used', () => {
  it('is noted behind the caller’s back, and not again within the minute', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    expect(await lastUsed(key.id)).toBeNull();
    await Promise.all(Array.from({ length: 10 }, () => recognise.presented(secret, use)));
    await expect.poll(() => lastUsed(key.id)).not.toBeNull();
    expect((await store.list(tenantId)).find(({ id }) => id === key.id)).toMatchObject({ lastUsedFrom: '127.0.0.1', lastUsedFor: 'POST /v1/recognitions' });
    const first = await lastUsed(key.id);
    await recognise.presented(secret, use);
    expect(await lastUsed(key.id)).toEqual(first);
  });

  it('moves at most once a minute, also for calls that come at once', async () => {
    const { key } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const still = new StillClock();
    const first = still.now();
    await store.touch(tenantId, key.id, first, used);
    still.advance(MINUTE_MS - 1);
    await store.touch(tenantId, key.id, still.now(), used);
    expect(await lastUsed(key.id)).toEqual(first);
    still.advance(1);
    await store.touch(tenantId, key.id, still.now(), used);
    expect(await lastUsed(key.id)).toEqual(still.now());
  });

  it('keeps nobody from calling when it cannot be noted', async () => {
    const { secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    class ForgetfulStore extends KeyStore {
      override touch = () => Promise.reject(new Error('no note today'));
    }
    expect(await new RecogniseKey(new ForgetfulStore(database), clock, PEPPER).presented(secret, use)).toMatchObject({ kind: 'key' });
  });
});
