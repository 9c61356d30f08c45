import { createHash } from 'node:crypto';
import { SystemClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../model/act.js';
import { EntryStore } from '../store/entry-store.js';
import { SealStore } from '../store/seal-store.js';
import { EraseTraces } from './erase-traces.js';
import { ExportLog } from './export-log.js';
import { ReadLog } from './read-log.js';
import type { Reader } from './reader.js';
import { Seals } from './seals.js';
import { SigningKey } from './signing-key.js';
import { Trail, type Chain } from './trail.js';
import { VerifyLog } from './verify-log.js';

const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };
const clock = new SystemClock();
const trail = new Trail();
const [entries, store, key] = [new EntryStore(), new SealStore(), new SigningKey([Buffer.alloc(32, 1)])];
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let seals: Seals;
let log: ReadLog;
let verify: VerifyLog;
let exports: ExportLog;
let chains = 0;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  seals = new Seals(database, store, key);
  log = new ReadLog(database, entries, store, trail);
  verify = new VerifyLog(database, entries, store, key, clock);
  exports = new ExportLog(database, entries, store, seals, key, trail, clock);
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

const act = (chain: Chain, targets: string[] = ['key_1'], who = by) => database.asProvider((tx) => trail.append(tx, chain, { action: 'key.revoked', by: who, targets, details: {} }));
const newLog = async (size: number): Promise<Reader & { chain: `ten_${string}` }> => {
  const chain = `ten_c${++chains}` as const;
  for (let i = 0; i < size; i++) await act(chain, [`key_${i + 1}`]);
  return { chain, by };
};
const everything = { below: Number.MAX_SAFE_INTEGER, size: 100 };
const staff: Actor = { kind: 'staff', id: 'per_staff', role: 'auditor', requestId: 'req_staff' };

describe('reading', () => {
  it('finds entries by action, actor, target, request and time, newest first', async () => {
    const reader = await newLog(3);
    await act(reader.chain, ['key_9', 'key_2'], { kind: 'key', id: 'key_9', requestId: 'req_2' });
    const found = async (search: object) => (await log.for(reader, search, everything)).entries.map(({ seq }) => seq);
    expect(await found({})).toEqual([4, 3, 2, 1]);
    expect(await found({ action: 'key' })).toEqual([4, 3, 2, 1]);
    expect(await found({ action: 'key.issued' })).toEqual([]);
    expect(await found({ action: 'ke' })).toEqual([]);
    expect(await found({ actor: 'key_9' })).toEqual([4]);
    expect(await found({ target: 'key_2' })).toEqual([4, 2]);
    expect(await found({ target: 'key_' })).toEqual([]);
    expect(await found({ request_id: 'req_2' })).toEqual([4]);
    expect(await found({ from: '2999-01-01T00:00:00Z' })).toEqual([]);
    expect(await found({ to: '2999-01-01T00:00:00Z', actor: 'per_1' })).toEqual([3, 2, 1]);
    expect((await log.for(reader, {}, { below: 3, size: 1 })).entries.map(({ seq }) => seq)).toEqual([2]);
  });

  it('leaves an entry in the log of a tenant into which staff look, and none where the tenant looks itself', async () => {
    const { chain } = await newLog(1);
    await log.for({ chain, by }, {}, everything);
    await log.for({ chain, by: staff }, {}, everything);
    const { entries: after } = await log.for({ chain, by }, {}, everything);
    expect(after.map(({ action, actor_id }) => [action, actor_id])).toEqual([['audit.read', 'per_staff'], ['key.revoked', 'per_1']]);
  });

  it('names its own people to a tenant, and everybody to the provider', async () => {
    await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ('ten_named', 'x', now())`);
    await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ('per_named', 'Mei', 'mei@x.example', 'x', now())`);
    await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ('ten_named', 'per_named', 'viewer', now())`);
    const named = (tenantId: string | null) => database.changeAsProvider(async (run) => [...(await entries.names(run, ['per_named'], tenantId)).values()]);
    expect([await named('ten_named'), await named('ten_stranger'), await named(null)]).toEqual([['Mei'], [], ['Mei']]);
  });

  it('shows nothing of the log of another', async () => {
    const { chain } = await newLog(2);
    expect((await log.for({ chain: 'ten_stranger', by }, {}, everything)).entries).toEqual([]);
    await expect(database.changeAsTenant('ten_stranger', (run) => entries.list(run, chain, {}, everything))).resolves.toEqual([]);
  });
});

describe('verifying', () => {
  const tampered = async (sql: string, size = 5) => {
    const reader = await newLog(size);
    await seals.current(reader.chain);
    await owner.query(sql.replaceAll('$chain', `'${reader.chain}'`));
    return verify.for(reader, 0);
  };

  it('says up to where everything is as it was written, and what waits for a checkpoint', async () => {
    const reader = await newLog(3);
    await seals.current(reader.chain);
    await act(reader.chain);
    expect(await verify.for(reader, 0)).toMatchObject({ verified_seq: 4, head_seq: 4, sealed_seq: 3, complete: true, entries: 4, checkpoints: 1, first_bad: null });
    expect(await verify.for(reader, 2)).toMatchObject({ from: 3, verified_seq: 4, entries: 2, first_bad: null });
    expect(await verify.for({ chain: 'ten_empty', by }, 0)).toMatchObject({ verified_seq: 0, head_seq: 0, complete: true, first_bad: null });
  });

  it.each([
    [`UPDATE audit_entry SET body = replace(body, 'key_3', 'key_8') WHERE chain = $chain AND seq = 3`, 3, 'entry.commitment'],
    [`UPDATE audit_entry SET salt = sha256(salt) WHERE chain = $chain AND seq = 3`, 3, 'entry.commitment'],
    [`UPDATE audit_entry SET commitment = sha256(commitment) WHERE chain = $chain AND seq = 3`, 3, 'entry.commitment'],
    [`UPDATE audit_entry SET hash = sha256(hash) WHERE chain = $chain AND seq = 3`, 3, 'entry.hash'],
    [`UPDATE audit_entry SET at = at + interval '1 second' WHERE chain = $chain AND seq = 3`, 3, 'entry.hash'],
    [`UPDATE audit_entry SET action = 'key.issued' WHERE chain = $chain AND seq = 3`, 3, 'entry.column'],
    [`UPDATE audit_entry SET actor_id = 'per_2' WHERE chain = $chain AND seq = 3`, 3, 'entry.column'],
    [`UPDATE audit_entry SET actor_kind = 'staff' WHERE chain = $chain AND seq = 3`, 3, 'entry.column'],
    [`UPDATE audit_entry SET body = NULL WHERE chain = $chain AND seq = 3`, 3, 'entry.body'],
    [`UPDATE audit_entry SET seq = 9 WHERE chain = $chain AND seq = 5`, 5, 'entry.order'],
    [`DELETE FROM audit_entry WHERE chain = $chain AND seq = 3`, 3, 'entry.order'],
    [`DELETE FROM audit_entry WHERE chain = $chain AND seq > 3`, 4, 'checkpoint.beyond'],
    [`DELETE FROM audit_entry WHERE chain = $chain`, 1, 'checkpoint.beyond'],
    [`UPDATE audit_checkpoint SET signature = sha256(signature) || sha256('') WHERE chain = $chain`, 5, 'checkpoint.signature'],
    [`UPDATE audit_checkpoint SET key = encode(sha256(''), 'hex') WHERE chain = $chain`, 5, 'checkpoint.key'],
  ])('finds out: %s', async (sql, seq, fault) => {
    expect(await tampered(sql)).toMatchObject({ complete: false, verified_seq: seq - 1, first_bad: { seq, fault } });
  });
});

describe('exporting', () => {
  const textOf = async (reader: Reader, asked: { from: number; to?: number }) => {
    let text = '';
    for await (const lines of exports.lines(reader, await exports.span(reader, asked))) text += lines;
    return text;
  };
  const typesIn = (text: string) => text.trimEnd().split('\n').map((line) => (JSON.parse(line) as { type: string }).type);

  it('begins with a header, seals the newest entry first, and ends with a signature', async () => {
    const reader = await newLog(3);
    expect(typesIn(await textOf(reader, { from: 1 }))).toEqual(['header', 'entry', 'entry', 'entry', 'checkpoint', 'end']);
  });

  it('gives the same lines for the same span, but for the last, and leaves an entry each time', async () => {
    const reader = await newLog(4);
    const [once, again] = [await textOf(reader, { from: 2, to: 3 }), await textOf(reader, { from: 2, to: 3 })];
    expect(typesIn(once)).toEqual(['header', 'entry', 'entry', 'end']);
    expect(again.split('\n').slice(0, -2)).toEqual(once.split('\n').slice(0, -2));
    expect((await log.for(reader, { action: 'audit.exported' }, everything)).entries).toHaveLength(2);
  });

  it('refuses a span that lies outside the log', async () => {
    const reader = await newLog(2);
    await expect(textOf(reader, { from: 9 })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(textOf(reader, { from: 2, to: 0 })).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('erasing', () => {
  const secret = 'per_secret';
  const erase = new EraseTraces(trail);

  it('forgets a person in a thousand entries and leaves the chain as good as it was', async () => {
    const { chain } = await newLog(1);
    await database.changeAsProvider(async (run) => {
      for (let i = 0; i < 500; i++) {
        await trail.append(run, chain, { action: 'key.revoked', by: { ...by, id: secret }, targets: [`key_${i}`], details: {} });
        await trail.append(run, chain, { action: 'key.revoked', by, targets: [secret], details: {} });
      }
    });
    await seals.current(chain);
    expect(await database.asProvider((tx) => erase.of(tx, chain, secret, by))).toBe(1_000);
    expect(await verify.for({ chain, by }, 0)).toMatchObject({ complete: true, verified_seq: 1_002, first_bad: null });
    const { rows } = await owner.query<{ text: string }>(`SELECT audit_entry::text AS text FROM audit_entry WHERE chain = $1`, [chain]);
    expect(rows.filter(({ text }) => text.includes(secret))).toEqual([]);
    const [last] = (await log.for({ chain, by }, { action: 'audit.erased' }, everything)).entries;
    expect(JSON.parse(last!.body!)).toMatchObject({ targets: [], details: { entries: 1_000 } });
  });

  it('leaves nothing to which a guess could be compared', async () => {
    const { chain } = await newLog(0);
    await act(chain, ['key_1'], { ...by, id: secret });
    await act(chain);
    const guesses = (await owner.query<{ body: string; salt: Buffer; commitment: Buffer; hash: Buffer }>('SELECT body, salt, commitment, hash FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows;
    const [written, kept] = guesses as [(typeof guesses)[0], (typeof guesses)[0]];
    const commits = (salt: Uint8Array, body: string) => createHash('sha256').update(salt).update(body).digest('hex');
    expect(commits(written.salt, written.body)).toBe(written.commitment.toString('hex'));
    await database.asProvider((tx) => erase.of(tx, chain, secret, by));
    // The guesser has the right body among ten thousand, and everything that is left in the store to use for a salt.
    const left = [Buffer.alloc(0), Buffer.alloc(16), kept.salt, written.hash.subarray(0, 16), written.commitment.subarray(0, 16), kept.commitment.subarray(16)];
    const bodies = [written.body, ...Array.from({ length: 10_000 }, (_, guess) => written.body.replace('key_1', `key_${guess}`))];
    expect(bodies.some((body) => left.some((salt) => commits(salt, body) === written.commitment.toString('hex')))).toBe(false);
  });

  it('is nobody’s but the tenant’s and the provider’s', async () => {
    const { chain } = await newLog(1);
    await expect(database.asTenant('ten_stranger', (tx) => erase.of(tx, chain, 'per_1', by))).rejects.toThrow(/does not speak for chain/);
    await expect(database.asPerson('per_1', (tx) => erase.of(tx, chain, 'per_1', by))).rejects.toThrow(/does not speak for chain/);
  });
});
