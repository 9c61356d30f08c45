import { Trail, type Actor } from '@inkproof/audit';
import { Clock, CountingIds, StillClock, SystemClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSecret } from '../model/api-key.js';
import { KeyStore } from '../store/key-store.js';
import { FoundTenant } from './found-tenant.js';
import { IssueKey } from './issue-key.js';
import { RecogniseKey } from './recognise-key.js';
import { RevokeKey } from './revoke-key.js';

const PEPPER = 'pepper';
const MINUTE_MS = 60_000;
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
    expect(await recognise.presented(secret)).toEqual({ kind: 'key', tenantId, keyId: key.id, environment: 'test', retention: 'result' });
  });

  it('is refused when it is malformed, without a look at the store', async () => {
    const closed = new Database({ url: spec.url, pool: 1 });
    await closed.close();
    const blind = new RecogniseKey(new KeyStore(closed), clock, PEPPER);
    const secret = mintSecret('live', crypto.getRandomValues(new Uint8Array(64)));
    for (const malformed of ['', 'ink_live_short', secret.slice(0, -1), `${secret}x`, secret.toLowerCase().replace('ink', 'INK')]) await expect(blind.presented(malformed)).rejects.toMatchObject({ code: 'key.malformed' });
    await expect(blind.presented(secret)).rejects.not.toMatchObject({ code: 'key.malformed' });
  });

  it('is unknown when nobody issued it, and under another pepper', async () => {
    await expect(recognise.presented(mintSecret('live', crypto.getRandomValues(new Uint8Array(64))))).rejects.toMatchObject({ code: 'key.unknown' });
    const { secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    await expect(new RecogniseKey(store, clock, 'another').presented(secret)).rejects.toMatchObject({ code: 'key.unknown' });
  });

  it('is refused from the moment it is revoked, and keeps the first moment', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const still = new StillClock();
    const revokeKey = new RevokeKey(database, store, new Trail(), still);
    const revoked = await revokeKey.for(tenantId, key.id, by);
    expect(revoked.revokedAt).toEqual(still.now());
    await expect(recognise.presented(secret)).rejects.toMatchObject({ code: 'key.revoked' });
    still.advance(MINUTE_MS);
    expect(await revokeKey.for(tenantId, key.id, by)).toEqual(revoked);
  });

  it('is not revoked by another tenant, who learns nothing of it', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const revokeKey = new RevokeKey(database, store, new Trail(), clock);
    await expect(revokeKey.for(otherTenant, key.id, by)).rejects.toMatchObject({ code: 'key.not_found' });
    await expect(revokeKey.for(otherTenant, 'key_nobody', by)).rejects.toMatchObject({ code: 'key.not_found' });
    await recognise.presented(secret);
  });
});

describe('when a key was last used', () => {
  it('is noted behind the caller’s back, and not again within the minute', async () => {
    const { key, secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    expect(await lastUsed(key.id)).toBeNull();
    await Promise.all(Array.from({ length: 10 }, () => recognise.presented(secret)));
    await expect.poll(() => lastUsed(key.id)).not.toBeNull();
    const first = await lastUsed(key.id);
    await recognise.presented(secret);
    expect(await lastUsed(key.id)).toEqual(first);
  });

  it('moves at most once a minute, also for calls that come at once', async () => {
    const { key } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    const still = new StillClock();
    const first = still.now();
    await store.touch(tenantId, key.id, first);
    still.advance(MINUTE_MS - 1);
    await store.touch(tenantId, key.id, still.now());
    expect(await lastUsed(key.id)).toEqual(first);
    still.advance(1);
    await store.touch(tenantId, key.id, still.now());
    expect(await lastUsed(key.id)).toEqual(still.now());
  });

  it('keeps nobody from calling when it cannot be noted', async () => {
    const { secret } = await issueKey.for(tenantId, { label: 'x', environment: 'live', retention: 'none' }, by);
    class ForgetfulStore extends KeyStore {
      override touch = () => Promise.reject(new Error('no note today'));
    }
    expect(await new RecogniseKey(new ForgetfulStore(database), clock, PEPPER).presented(secret)).toMatchObject({ kind: 'key' });
  });
});
