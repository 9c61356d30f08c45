import { RecognitionOptions } from '@inkproof/contract';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { createLog, Database, IdempotentCalls, LocalBlobs, Metrics, TwoPlaces, type Answer } from '@inkproof/platform';
import { Admit, HoldLeases, LedgerStore, NoteRefusals, PostgresLimiter, QuotaStore, isRecordedByOthers, type Plan } from '@inkproof/quota';
import { openSpecDatabase, specFolder, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecognitionStore } from '../store/recognition-store.js';
import { openStorage } from '../testing/open-vault.js';
import { recognitionOf } from '../testing/reading-of.js';
import type { Call } from './call.js';
import { RecordCall } from './record-call.js';

const LOCK_MS = 60_000;
const ids = new SortableIds();
const clock = new StillClock();
const masterKey = Buffer.alloc(32, 7);
const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
const plan: Plan = { name: 'standard', uploadMaxBytes: 1_000, pageMaxPixels: 1_000, callMaxPages: 5, jobMaxPages: 5, jobMaxDocuments: 5, readingsAtOnce: 2, deadlineMs: 1_000, inFlightMax: 10, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 };
const at = '2026-11-22T04:00:00.123456Z';
let spec: SpecDatabase;
let owner: pg.Client;
let steady: Database;

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  steady = new Database({ url: spec.url, pool: 3 });
  // Nothing is trusted in the first second of a store.
  await owner.query(`INSERT INTO quota_sentinel (id, since) VALUES (1, clock_timestamp() - interval '1 hour') ON CONFLICT (id) DO UPDATE SET since = EXCLUDED.since`);
});
afterAll(async () => {
  await steady.close();
  await owner.end();
  await spec.drop();
});

/** One call of a caller who names it, on a node with this store, from its door to its answer. */
const answer = (database: Database, tenantId: Id<'ten'>, requestId: string, key: string): Promise<Answer> => {
  const call: Call = { caller: { kind: 'key', tenantId, keyId: 'key_1', environment: 'live', retention: 'none' }, plan, requestId, file: new Uint8Array(), options: RecognitionOptions.parse({}), signal: new AbortController().signal, onVerdict: () => {} };
  const [limiter, ledger, metrics, log] = [new PostgresLimiter(database), new LedgerStore(database, ids), new Metrics(), createLog('silent')];
  const held = new HoldLeases(limiter, log);
  const admit = new Admit(limiter, held, new NoteRefusals(ledger, log), metrics, ids);
  const storage = openStorage(database, masterKey, ids, clock, places);
  const record = new RecordCall(database, new RecognitionStore(database, storage.objects, ids, clock, masterKey), ledger, held, metrics, log);
  const calls = new IdempotentCalls(database, ids, clock, storage.drawers, { pepper: 'p'.repeat(32), lockMs: LOCK_MS });
  return calls.once({ asker: { tenantId, callerId: 'key_1' }, route: 'POST /v1/recognitions', key, asked: ['a page'] }, async (keeping) => {
    const admission = await admit.call(call, { pages: 1, recordedWithinMs: LOCK_MS });
    const recognition = recognitionOf(ids.next('rec'), ['INVOICE']);
    const answered = { status: 200, body: recognition };
    await record.accepted({ ...call, keeping: () => keeping(answered) }, admission, recognition);
    return answered;
  });
};

const newTenant = (): Promise<Id<'ten'>> =>
  steady.asProvider(async (tx) => {
    const tenantId = ids.next('ten');
    await tx.tenant.create({ data: { id: tenantId, name: 'x', createdAt: clock.now() } });
    await new QuotaStore().open(tx, tenantId, 10);
    return tenantId;
  });
const rows = async (tenantId: Id<'ten'>) => (await owner.query<{ request_id: string; outcome: string; reason: string; billed_pages: number }>('SELECT request_id, outcome, reason, billed_pages FROM ledger_entry WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows;
const admitted = async (tenantId: Id<'ten'>) => Number((await owner.query<{ accepted: string }>('SELECT accepted FROM quota_ring WHERE tenant_id = $1', [tenantId])).rows[0]?.accepted ?? 0);
const open = async (tenantId: Id<'ten'>) => (await owner.query('SELECT 1 FROM open_call WHERE tenant_id = $1', [tenantId])).rowCount;

describe('a node that dies with any of its messages to the store', () => {
  it.each([false, true])('bills the call once and leaves a row of each try that was admitted, heard by the store or not: %s', async (unheard) => {
    let died = 0;
    for (let message = 1; ; message++) {
      const tenantId = await newTenant();
      const wire = await UnsteadyWire.to(spec.url);
      const database = new Database({ url: `${wire.url}?application_name=dying`, pool: 1 });
      wire.dieAt(message, unheard);
      const first = await Promise.race([answer(database, tenantId, 'req_first', 'order 7').catch(() => undefined), (async () => {
        while (!wire.isDead) await sleep(5);
      })()]);
      if (!wire.isDead) {
        expect(first).toMatchObject({ status: 200 });
        await Promise.all([database.close(), wire.close()]);
        break;
      }
      died++;
      // The store deals with what reached it, and then ends the connection.
      await expect.poll(async () => (await owner.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'dying'`)).rowCount, { interval: 5, timeout: 20_000 }).toBe(0);
      const wasNoted = await open(tenantId);
      // Its time is over: others record what it left behind, and its hold on the name of the call ends.
      await owner.query(`UPDATE open_call SET expires_at = clock_timestamp() WHERE tenant_id = $1`, [tenantId]);
      clock.advance(LOCK_MS);
      await new LedgerStore(steady, ids).recordLost();
      const again = await answer(steady, tenantId, 'req_again', 'order 7');
      expect(again).toMatchObject({ status: 200 });
      const left = await rows(tenantId);
      expect({ message, unheard, billed: left.filter(({ billed_pages }) => billed_pages > 0).length }).toEqual({ message, unheard, billed: 1 });
      expect(left.filter(({ request_id }) => request_id === 'req_first').length).toBeGreaterThanOrEqual(wasNoted ?? 0);
      for (const { request_id, outcome, reason, billed_pages } of left.filter((row) => row.billed_pages === 0)) expect({ request_id, outcome, reason, billed_pages }).toEqual({ request_id: 'req_first', outcome: 'failed', reason: 'node_lost', billed_pages: 0 });
      // What used the quota is in the ledger, once each, and nothing else is.
      expect({ message, unheard, rows: left.length }).toEqual({ message, unheard, rows: await admitted(tenantId) });
      expect(await open(tenantId)).toBe(0);
      await Promise.all([database.close(), wire.close()]);
    }
    expect(died).toBeGreaterThan(12);
  }, 120_000);
});

it('a node that was taken for lost and comes back records nothing, so that nothing is billed for what nobody was answered', async () => {
  const tenantId = await newTenant();
  const ledger = new LedgerStore(steady, ids);
  const head = { at, requestId: 'req_slow', keyId: null, channel: 'console', environment: 'live', route: 'recognitions' } as const;
  const entryId = ids.next('use');
  await new PostgresLimiter(steady).note({ tenantId, environment: 'live', key: null, pages: 0, inFlight: false, lease: 'lea_0', call: { id: entryId, requestId: 'req_slow', keyId: null, channel: 'console', route: 'recognitions', lastsMs: 0 } }, at);
  expect(await ledger.recordLost()).toBe(1);
  const entry = { ...head, outcome: 'accepted', code: null, recognitionId: null, pages: 1, billedPages: 1, pageReasons: { read: 1 }, durationMs: 1 } as const;
  await expect(steady.writeAsTenant(tenantId, [ledger.recording(tenantId, entryId, entry)])).rejects.toSatisfy(isRecordedByOthers);
  expect(await rows(tenantId)).toEqual([{ request_id: 'req_slow', outcome: 'failed', reason: 'node_lost', billed_pages: 0 }]);
  expect(await ledger.recordLost()).toBe(0);
});
