import { RecognitionOptions, type Recognition } from '@inkproof/contract';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { createLog, Database, Metrics } from '@inkproof/platform';
import { LedgerStore, type Lease, type Plan } from '@inkproof/quota';
import { openSpecDatabase, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecognitionStore } from '../store/recognition-store.js';
import { openVault } from '../testing/open-vault.js';
import { recognitionOf } from '../testing/reading-of.js';
import type { Call } from './call.js';
import { RecordCall } from './record-call.js';

const ids = new CountingIds();
const clock = new StillClock();
const masterKey = Buffer.alloc(32, 7);
const plan: Plan = { name: 'standard', uploadMaxBytes: 1_000, pageMaxPixels: 1_000, callMaxPages: 5, jobMaxPages: 5, jobMaxDocuments: 5, readingsAtOnce: 2, deadlineMs: 1_000, inFlightMax: 10, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 };
const at = '2026-11-22T04:00:00.123456Z';
const lines: string[] = [];
let spec: SpecDatabase;
let wire: UnsteadyWire;
let database: Database;
let owner: pg.Client;
let metrics: Metrics;
let record: RecordCall;
let call: Call;
let admission: { at: string; lease: Lease; entryId: Id<'use'> };
let letGo: string[];

beforeAll(async () => {
  spec = await openSpecDatabase();
  wire = await UnsteadyWire.to(spec.url);
  database = new Database({ url: wire.url, pool: 3 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await wire.close();
  await spec.drop();
});
beforeEach(async () => {
  const tenantId = ids.next('ten');
  await database.asProvider((tx) => tx.tenant.create({ data: { id: tenantId, name: 'x', createdAt: new Date() } }));
  call = { caller: { kind: 'key', tenantId, keyId: 'key_1', environment: 'live', retention: 'none' }, plan, requestId: 'req_7', file: new Uint8Array(), options: RecognitionOptions.parse({}), signal: new AbortController().signal, onVerdict: () => {} };
  admission = { at, entryId: ids.next('use'), lease: { id: ids.next('lea'), tenantId, environment: 'live', inFlight: true, pages: 3 } };
  letGo = [];
  metrics = new Metrics();
  record = recordOn(database);
  lines.splice(0);
});

const recordOn = (on: Database): RecordCall => new RecordCall(on, new RecognitionStore(on, openVault(on, masterKey, ids, clock), ids, clock, masterKey), new LedgerStore(on, ids), { letGo: ({ id }) => void letGo.push(id) }, metrics, createLog('debug', { write: (line: string) => void lines.push(line) }));
const newRecognition = () => recognitionOf(ids.next('rec'), ['沈若川']);
/** What stands in the store of this spec's tenant, seen by the owner. */
const standing = async () => {
  const { tenantId } = call.caller as { tenantId: Id<'ten'> };
  const ledger = await owner.query<{ outcome: string; code: string | null; recognition_id: string | null; billed_pages: number }>('SELECT outcome, code, recognition_id, billed_pages FROM ledger_entry WHERE tenant_id = $1', [tenantId]);
  const results = await owner.query<{ id: string }>('SELECT id FROM recognition WHERE tenant_id = $1', [tenantId]);
  return { ledger: ledger.rows, results: results.rows.map(({ id }) => id) };
};
/** From its admission to its record. */
const accept = (one: Call, on: typeof admission, recognition: Recognition) => record.accepted(one, on, recognition);
const counted = async () => (await metrics.recognitions.get()).values.map(({ labels, value }) => ({ ...labels, value }));

describe('an accepted call', () => {
  it('leaves its result and its entry', async () => {
    const recognition = newRecognition();
    await accept(call, admission, recognition);
    expect(await standing()).toEqual({ ledger: [{ outcome: 'accepted', code: null, recognition_id: recognition.id, billed_pages: 1 }], results: [recognition.id] });
    expect(await counted()).toEqual([{ outcome: 'accepted', code: '', value: 1 }]);
  });

  it('leaves with it what else the caller is to find again', async () => {
    const recognition = newRecognition();
    const keeping = (kept: Recognition) => ({ name: 'spec_keep', text: 'UPDATE tenant SET name = $2 WHERE id = $1', values: [call.caller.tenantId, `kept ${kept.id}`] });
    await accept({ ...call, keeping }, admission, recognition);
    expect((await owner.query<{ name: string }>('SELECT name FROM tenant WHERE id = $1', [call.caller.tenantId])).rows).toEqual([{ name: `kept ${recognition.id}` }]);
  });

  it('leaves neither when one of them cannot be written', async () => {
    await expect(accept(call, { ...admission, at: 'at no time' }, newRecognition())).rejects.toThrow();
    expect(await standing()).toEqual({ ledger: [], results: [] });
    expect(await counted()).toEqual([]);
  });

  it('waits for a store that is gone for a moment', async () => {
    wire.cut();
    setTimeout(() => wire.mend(), 400);
    const recognition = newRecognition();
    await accept(call, admission, recognition);
    expect((await standing()).results).toEqual([recognition.id]);
  });

  it('is recorded once when the store commits and cannot say so', async () => {
    const recognition = newRecognition();
    wire.cutAtNextCommit();
    await accept(call, admission, recognition);
    const { ledger, results } = await standing();
    expect(results).toEqual([recognition.id]);
    expect(ledger).toEqual([expect.objectContaining({ outcome: 'accepted', recognition_id: recognition.id })]);
  });

  it('does not pass off another’s result as its own', async () => {
    const recognition = newRecognition();
    await accept(call, admission, recognition);
    await expect(accept(call, admission, recognition)).rejects.toMatchObject({ code: '23505' });
    expect((await standing()).ledger).toHaveLength(1);
  });
});

describe('a call that came to nothing', () => {
  it('leaves an entry with the code, and bills nothing', async () => {
    await record.failed(call, admission, 'recognition.deadline_exceeded', 60_000);
    expect((await standing()).ledger).toEqual([{ outcome: 'failed', code: 'recognition.deadline_exceeded', recognition_id: null, billed_pages: 0 }]);
    expect(letGo).toEqual([admission.lease.id]);
  });

  it('is answered all the same when the entry is lost, and the loss is noted', async () => {
    const closed = new Database({ url: spec.url, pool: 1 });
    await closed.close();
    const lost = recordOn(closed);
    await lost.failed(call, admission, 'server.fault', 1);
    expect(await standing()).toEqual({ ledger: [], results: [] });
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ level: 40, request_id: 'req_7', outcome: 'failed', code: 'server.fault' });
    expect(await counted()).toEqual([{ outcome: 'failed', code: 'server.fault', value: 1 }]);
  });
});
