import { CountingIds, DAY_MS, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import type { Blobs } from '../objects/blobs.js';
import { Drawers } from '../objects/drawers.js';
import { LocalBlobs } from '../objects/local-blobs.js';
import { TenantKeys } from '../objects/tenant-keys.js';
import { forgetEveryAnswer, IdempotentCalls } from './idempotent-calls.js';
import type { Asking } from './placed-call.js';

const clock = new StillClock();
const ids = new CountingIds();
const POOL = 5;
const settings = { pepper: 'p'.repeat(32), lockMs: 60_000 };
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let calls: IdempotentCalls;
let keys: Blobs;
let runs: number;
let count = 0;
let asking: Asking;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: POOL });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  keys = new LocalBlobs(specFolder());
  calls = node();
  for (const id of ['ten_a', 'ten_b', 'ten_c']) await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, $1, now())`, [id]);
  // Calls that come at once do not wait for connections to be opened.
  await Promise.all(Array.from({ length: POOL }, () => database.asProvider((tx) => tx.tenant.count())));
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});
beforeEach(() => {
  runs = 0;
  asking = { asker: { tenantId: 'ten_a', callerId: 'key_a' }, route: 'POST /v1/recognitions', key: `call ${++count}`, asked: ['?a=1', new Uint8Array([1, 2])] };
});

const drawers = (place: Blobs = keys): Drawers => new Drawers(database, new TenantKeys(database, place, Buffer.alloc(32, 7), ids, clock), ids, clock);
/** A node, with its own memory of keys. */
const node = (place?: Blobs): IdempotentCalls => new IdempotentCalls(database, ids, clock, drawers(place), settings);
const run = async () => ({ status: 201, body: { text: '沈若川', run: ++runs } });
const first = { status: 201, body: { text: '沈若川', run: 1 } };
const rows = async () => (await owner.query<Record<string, unknown>>('SELECT * FROM idempotent_call')).rows;

describe('a call under a key', () => {
  it('runs once, and its repetition gets the same answer', async () => {
    expect(await calls.once(asking, run)).toEqual({ ...first, isReplay: false });
    expect(await calls.once(asking, run)).toEqual({ ...first, isReplay: true });
    expect(runs).toBe(1);
  });

  it('runs once of two that come at the same time, and the other is told to come again', async () => {
    let finish = () => {};
    const atWork = new Promise<void>((resolve) => (finish = resolve));
    const slow = async () => (await atWork, run());
    const both = [calls.once(asking, slow), calls.once(asking, slow)];
    const refused = await Promise.any(both.map((call) => call.then(() => Promise.reject(new Error('answered')), (error: unknown) => error)));
    expect(refused).toMatchObject({ code: 'idempotency.in_flight', extras: { retry_after_ms: 1_000 } });
    finish();
    const [answered] = (await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled');
    expect(answered).toMatchObject({ value: { ...first, isReplay: false } });
    expect(runs).toBe(1);
  });

  it('that asks something else is refused, while the first is at work and afterwards', async () => {
    const other: Asking = { ...asking, asked: ['?a=1', new Uint8Array([1, 3])] };
    await calls.once(asking, async () => {
      await expect(calls.once(other, run)).rejects.toMatchObject({ code: 'idempotency.mismatch' });
      return run();
    });
    await expect(calls.once(other, run)).rejects.toMatchObject({ code: 'idempotency.mismatch' });
    await expect(calls.once({ ...asking, asked: ['?a=1\x01', new Uint8Array([2])] }, run)).rejects.toMatchObject({ code: 'idempotency.mismatch' });
    expect(runs).toBe(1);
  });

  it('that failed leaves nothing, so that it can be tried again', async () => {
    await expect(calls.once(asking, () => Promise.reject(new Error('the quota said no')))).rejects.toThrow('the quota said no');
    expect(await calls.once(asking, run)).toMatchObject({ isReplay: false });
  });

  it('is somebody else’s under the same key for another caller, route or tenant', async () => {
    await calls.once(asking, run);
    for (const other of [{ asker: { tenantId: 'ten_a', callerId: 'key_b' } }, { asker: { tenantId: 'ten_b', callerId: 'key_a' } }, { asker: { callerId: 'per_staff' } }, { route: 'POST /v1/jobs' }])
      expect(await calls.once({ ...asking, ...other }, run)).toMatchObject({ isReplay: false });
    expect(runs).toBe(5);
  });
});

describe('what is kept', () => {
  it('is sealed, and names neither the key nor what was asked', async () => {
    await calls.once({ ...asking, key: 'order of 沈若川', asked: ['secret'] }, run);
    const everything = JSON.stringify((await rows()).map((row) => Object.values(row).map((value) => (value instanceof Buffer ? value.toString('utf8') : String(value)))));
    for (const word of ['沈若川', 'order of', 'secret', '"text"']) expect(everything).not.toContain(word);
  });

  it('is opened on every node, by its Idempotency-Key alone: not with every key that is kept', async () => {
    await calls.once(asking, run);
    expect(await node().once(asking, run)).toMatchObject({ isReplay: true, body: first.body });
    const day = await drawers().of('ten_a', `answers ${new Date(clock.now().getTime() + DAY_MS).toISOString().slice(0, 10)}`);
    const [{ subject, caller, route, key_hash, sealed }] = (await rows()).slice(-1) as [{ subject: string; caller: string; route: string; key_hash: string; sealed: Buffer }];
    expect(() => day.open([subject, caller, route, key_hash].join(' '), sealed)).toThrow();
  });

  it('is not kept where its key cannot be had: the call is answered, and its repetition is told', async () => {
    const away = node(new LocalBlobs('/proc/none'));
    expect(await away.once(asking, run)).toEqual({ ...first, isReplay: false });
    await expect(calls.once(asking, run)).rejects.toMatchObject({ code: 'idempotency.erased' });
    expect(runs).toBe(1);
  });

  it('goes with all others of the tenant, and so does what they are opened by', async () => {
    const theirs = { ...asking, asker: { tenantId: 'ten_b', callerId: 'key_b' } };
    await calls.once(theirs, run);
    const [gone] = await database.changeAsTenant('ten_b', (run) => forgetEveryAnswer(run, drawers(), 'ten_b'));
    expect((await owner.query('SELECT blob FROM blob_to_unlink WHERE blob = $1', [gone])).rowCount).toBe(1);
    await expect(node().once(theirs, run)).rejects.toMatchObject({ code: 'idempotency.erased' });
  });

  it('is given for a day, and then the call runs again', async () => {
    await calls.once(asking, run);
    clock.advance(DAY_MS - 1);
    expect(await calls.once(asking, run)).toMatchObject({ isReplay: true });
    clock.advance(1);
    expect(await calls.once(asking, run)).toMatchObject({ isReplay: false, body: { run: 2 } });
  });

  it('is erased when its day is over', async () => {
    await calls.once(asking, run);
    clock.advance(DAY_MS);
    await calls.sweep();
    expect(await rows()).toEqual([]);
    const days = async () => (await owner.query<{ name: string }>(`SELECT DISTINCT name FROM drawer WHERE owner = 'ten_a'`)).rows.map(({ name }) => name);
    const [last] = (await days()).sort().slice(-1);
    expect(last).toBe(`answers ${clock.now().toISOString().slice(0, 10)}`);
    clock.advance(DAY_MS);
    await calls.sweep();
    expect(await days()).toEqual([]);
  });

  it('is seen by its own tenant or person and by no other', async () => {
    await calls.once(asking, run);
    await calls.once({ ...asking, asker: { callerId: 'per_staff' } }, run);
    const seen = (tx: { idempotentCall: { findMany: (given: object) => Promise<{ subject: string }[]> } }) => tx.idempotentCall.findMany({});
    expect(new Set((await database.asTenant('ten_a', seen)).map(({ subject }) => subject))).toEqual(new Set(['ten_a']));
    expect(await database.asTenant('ten_c', seen)).toEqual([]);
    expect((await database.asPerson('per_staff', seen)).map(({ subject }) => subject)).toEqual(['per_staff']);
    expect(await database.asProvider(seen)).toEqual([]);
  });

  it('stands or falls with what the call did', async () => {
    const rolledBack = calls.once(asking, async (keeping) => {
      await database.writeAsTenant('ten_a', [keeping(first), { name: 'spec_fails', text: 'SELECT 1 / 0', values: [] }]);
      return first;
    });
    await expect(rolledBack).rejects.toThrow('division by zero');
    const written = await calls.once(asking, async (keeping) => {
      await database.writeAsTenant('ten_a', [keeping(first)]);
      return first;
    });
    expect(written).toMatchObject({ isReplay: false });
    expect(await calls.once(asking, run)).toEqual({ ...first, isReplay: true });
  });
});

describe('a node that died in the middle of a call', () => {
  /** Has begun, and answers when it is told to, if ever. */
  const begun = async (): Promise<{ wake: () => void; answering: Promise<unknown> }> => {
    let wake = () => {};
    let answering: Promise<unknown> | undefined;
    await new Promise<void>((resolve) => {
      answering = calls.once(asking, async () => {
        resolve();
        await new Promise<void>((awake) => (wake = awake));
        return { status: 201, body: 'late' };
      });
    });
    return { wake: () => wake(), answering: answering! };
  };

  it('holds it up until nobody believes any more that it is at work', async () => {
    await begun();
    clock.advance(settings.lockMs - 1);
    await expect(calls.once(asking, run)).rejects.toMatchObject({ code: 'idempotency.in_flight' });
    clock.advance(1);
    expect(await calls.once(asking, run)).toMatchObject({ isReplay: false });
  });

  it('undoes what it did when it comes back to life after another has had its turn', async () => {
    let wake = () => {};
    const late = calls.once(asking, async (keeping) => {
      await new Promise<void>((awake) => (wake = awake));
      await database.writeAsTenant('ten_a', [{ name: 'spec_did', text: `SELECT pg_notify('x', 'y')`, values: [] }, keeping(first)]);
      return first;
    });
    const answer = expect(late).rejects.toMatchObject({ code: 'idempotency.in_flight' });
    await expect.poll(async () => (await rows()).some(({ status }) => status === null)).toBe(true);
    clock.advance(settings.lockMs);
    await calls.once(asking, run);
    wake();
    await answer;
    expect(await calls.once(asking, run)).toEqual({ ...first, isReplay: true });
  });

  it('writes no answer when it comes back to life after another has had its turn', async () => {
    const late = await begun();
    clock.advance(settings.lockMs);
    await calls.once(asking, run);
    late.wake();
    await late.answering;
    expect(await calls.once(asking, run)).toEqual({ ...first, isReplay: true });
  });
});
