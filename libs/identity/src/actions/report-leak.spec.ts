import { Trail, type Actor } from '@inkproof/audit';
import { CountingIds, SystemClock, type Id } from '@inkproof/kernel';
import { Database, Letterboxes, LocalBlobs, MailOutbox, TenantKeys } from '@inkproof/platform';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitor } from '../model/actor.js';
import { mintSecret } from '../model/api-key.js';
import { KeyStore } from '../store/key-store.js';
import { FoundTenant } from './found-tenant.js';
import { IssueKey } from './issue-key.js';
import { RecogniseKey } from './recognise-key.js';
import { ReportLeak } from './report-leak.js';
import { RevokeKey } from './revoke-key.js';

const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const use = { address: '127.0.0.1', endpoint: { method: 'GET', path: '/v1/usage', scope: 'usage' } } as const;
const ids = new CountingIds();
const clock = new SystemClock();
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let store: KeyStore;
let tenantId: Id<'ten'>;
let issueKey: IssueKey;
let reportLeak: ReportLeak;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  store = new KeyStore(database);
  issueKey = new IssueKey(database, store, new Trail(), ids, clock, 'pepper');
  const boxes = new Letterboxes(new TenantKeys(database, new LocalBlobs(specFolder()), new Uint8Array(32), ids, clock), ids, clock);
  reportLeak = new ReportLeak(database, store, new Trail(), new MailOutbox(ids, clock, boxes), clock, { pepper: 'pepper', consoleUrl: 'https://ocr.example' });
  const found = new FoundTenant(ids, clock);
  tenantId = (await database.asProvider((tx) => found.in(tx, { name: 'x', owner: { name: 'x', email: 'a@inkproof.example', password: 'x' } }))).tenantId;
  // Whose owner hears nothing of it.
  await database.asProvider((tx) => found.in(tx, { name: 'y', owner: { name: 'y', email: 'b@inkproof.example', password: 'x' } }));
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});

const issue = () => issueKey.for(tenantId, { label: 'billing', environment: 'live' }, by);
const report = (keys: string[], signed = false) => reportLeak.of({ keys, url: `https://code.example/a/.env?token=${keys[0]}` }, { signed, by: visitor('req_1') });
const mails = async () => (await owner.query<{ template: string }>('SELECT template FROM mail')).rows.map(({ template }) => template);

it('a key that somebody shows is revoked at once, and each owner is told in the same transaction', async () => {
  const { key, secret } = await issue();
  expect(await report([secret])).toEqual([{ hint: key.hint, outcome: 'revoked' }]);
  await expect(new RecogniseKey(store, clock, 'pepper').presented(secret, use)).rejects.toMatchObject({ code: 'key.revoked', message: expect.stringContaining('leaked') });
  expect((await store.list(tenantId))[0]).toMatchObject({ id: key.id, revokedBecause: 'leak' });
  expect(await mails()).toEqual(['key_leaked']);
  const entry = await database.asTenant(tenantId, (tx) => tx.auditEntry.findFirstOrThrow({ where: { chain: tenantId, action: 'key.leaked' } }));
  expect(entry.actorKind).toBe('visitor');
  expect(JSON.parse(entry.body!)).toMatchObject({ targets: [key.id], details: { signed: false } });
  expect(entry.body).not.toContain(secret);
});

it('each key of a report has its own outcome, and what ended before is left as it was', async () => {
  const [one, revoked] = [await issue(), await issue()];
  await new RevokeKey(database, store, new Trail(), clock).for(tenantId, revoked.key.id, by);
  const unknown = mintSecret('live', crypto.getRandomValues(new Uint8Array(64)));
  expect((await report([one.secret, revoked.secret, unknown, 'ink_live_short', one.secret], true)).map(({ outcome }) => outcome)).toEqual(['revoked', 'ended_before', 'unknown', 'malformed', 'ended_before']);
  expect((await store.list(tenantId)).find(({ id }) => id === revoked.key.id)).toMatchObject({ revokedBecause: 'member' });
});

it('a report that comes ten times at once tells the owner once', async () => {
  const before = (await mails()).length;
  const { secret } = await issue();
  const outcomes = (await Promise.all(Array.from({ length: 10 }, () => report([secret])))).map(([item]) => item!.outcome);
  expect(outcomes.filter((outcome) => outcome === 'revoked')).toHaveLength(1);
  expect(await mails()).toHaveLength(before + 1);
});
