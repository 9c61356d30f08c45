import type { TenantCaller } from '@inkproof/identity';
import { SortableIds, type Id } from '@inkproof/kernel';
import { createLog, Metrics } from '@inkproof/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Lease, Standing } from '../model/verdict.js';
import { LedgerStore } from '../store/ledger-store.js';
import { LimiterBench } from '../testing/limiter-bench.js';
import { Admit, type Knock } from './admit.js';
import { HoldLeases } from './hold-leases.js';
import { NoteRefusals } from './note-refusals.js';

const ids = new SortableIds();
const weight = { pages: 2, recordedWithinMs: 60_000 };

/** Holds, and tells what. */
class TellingHold extends HoldLeases {
  readonly now: Lease[] = [];

  override hold(lease: Lease): void {
    this.now.push(lease);
    super.hold(lease);
  }
}

describe.each(['postgresql', 'redis'] as const)('a call or a job that knocks (%s)', (store) => {
  let bench: LimiterBench;
  let admit: Admit;
  let held: TellingHold;
  let refusals: NoteRefusals;
  let metrics: Metrics;
  let told: Standing[];

  beforeAll(async () => {
    bench = await LimiterBench.on(store);
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    const log = createLog('silent');
    held = new TellingHold(bench.limiter, log);
    refusals = new NoteRefusals(new LedgerStore(bench.database, ids), log);
    metrics = new Metrics();
    admit = new Admit(bench.limiter, held, refusals, metrics, ids);
    told = [];
  });

  const knock = (tenantId: Id<'ten'>, more: object = {}): Knock => ({ caller: { kind: 'key', tenantId, keyId: 'key_a', environment: 'live', retention: 'none', ...more }, requestId: ids.next('trn'), onVerdict: (standing) => void told.push(standing) });
  const notes = async (tenantId: Id<'ten'>) => (await bench.owner.query<{ id: string; request_id: string; key_id: string | null; channel: string; environment: string; route: string; at: string; left_s: number }>(
    `SELECT id, request_id, key_id, channel, environment, route, quota_instant(at) AS at, extract(epoch FROM expires_at - clock_timestamp())::float8 AS left_s FROM open_call WHERE tenant_id = $1`,
    [tenantId],
  )).rows;
  const ledger = async (tenantId: Id<'ten'>) => (await refusals.write(), await bench.owner.query<{ request_id: string; outcome: string; code: string; route: string; limit_name: string; limit_max: number }>('SELECT request_id, outcome, code, route, limit_name, limit_max FROM ledger_entry WHERE tenant_id = $1', [tenantId])).rows;
  const refusedCode = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => 'let in', (error: { code?: string }) => error.code);

  it('is held, and noted as open at the instant and under the id of its entry to be', async () => {
    const tenantId = await bench.tenant({ requestsPerSecond: 5 });
    const asked = knock(tenantId);
    const admission = await admit.call(asked, weight);
    expect(admission).toMatchObject({ accepted: true, remaining: 4, lease: { tenantId, environment: 'live', inFlight: true, pages: 2 } });
    expect(held.now).toEqual([admission.lease]);
    expect(told).toEqual([expect.objectContaining({ remaining: 4, at: admission.at })]);
    const [note] = await notes(tenantId);
    expect(note).toMatchObject({ id: admission.entryId, request_id: asked.requestId, key_id: 'key_a', channel: 'api', environment: 'live', route: 'recognitions', at: admission.at });
    expect(note!.left_s).toBeGreaterThan(50);
    expect(note!.left_s).toBeLessThanOrEqual(60);
  });

  it('from the console is noted without a key, one by a test key as such, with no pages held', async () => {
    const tenantId = await bench.tenant({ requestsPerSecond: 5, monthMaxPages: 10 });
    const member: TenantCaller = { kind: 'member', tenantId, personId: 'per_1', sessionId: 'ses_1', role: 'owner' };
    await admit.call({ ...knock(tenantId), caller: member }, weight);
    expect((await notes(tenantId))[0]).toMatchObject({ key_id: null, channel: 'console', environment: 'live' });
    const test = await admit.call(knock(tenantId, { environment: 'test' }), weight);
    expect(test).toMatchObject({ ring: 'test', lease: { environment: 'test', pages: 0 } });
    expect((await notes(tenantId)).find(({ id }) => id === test.entryId)).toMatchObject({ environment: 'test' });
    expect((await admit.look(member)).allowance).toMatchObject({ used: 0, reserved: 2 });
  });

  it('as a job is not in flight, not held by its node, and leaves no note: it is written down by itself', async () => {
    const tenantId = await bench.tenant({ requestsPerSecond: 5, inFlightMax: 1 });
    const admission = await admit.job(knock(tenantId), 'job_1', 4);
    expect(admission.lease).toEqual({ id: 'job_1', tenantId, environment: 'live', inFlight: false, pages: 4 });
    expect(held.now).toEqual([]);
    expect(await notes(tenantId)).toEqual([]);
    expect((await admit.call(knock(tenantId), weight)).inFlight).toEqual({ now: 1, max: 1 });
  });

  it.each([
    ['rate.exceeded', { requestsPerSecond: 1 }, {}, 'requests_per_second', 1],
    ['rate.exceeded', { requestsPerSecond: 9 }, { requestsPerSecond: 1 }, 'key_requests_per_second', 1],
    ['rate.exceeded', { requestsPerSecond: 9, testRequestsPerSecond: 1 }, { environment: 'test' }, 'test_requests_per_second', 1],
    ['rate.in_flight_exceeded', { requestsPerSecond: 9, inFlightMax: 1 }, {}, 'in_flight', 1],
    ['allowance.exhausted', { requestsPerSecond: 9, monthMaxPages: 3 }, {}, 'pages_per_month', 3],
  ] as const)('is turned away by %s %j %j, which is told, counted and noted with its limit, and takes nothing', async (code, grants, more, limit_name, limit_max) => {
    const tenantId = await bench.tenant(grants);
    const first = await admit.call(knock(tenantId, more), weight);
    const { key: _, at: __, ...before } = await admit.look(knock(tenantId, more).caller);
    const asked = knock(tenantId, more);
    await expect(admit.call(asked, weight)).rejects.toMatchObject({ code });
    expect(await notes(tenantId)).toEqual([expect.objectContaining({ id: first.entryId })]);
    expect(held.now).toEqual([first.lease]);
    expect(told).toHaveLength(2);
    expect(await ledger(tenantId)).toEqual([{ request_id: asked.requestId, outcome: 'refused', code, route: 'recognitions', limit_name, limit_max }]);
    expect((await metrics.recognitions.get()).values).toEqual([expect.objectContaining({ labels: { outcome: 'refused', code }, value: 1 })]);
    const { inFlight, allowance } = await admit.look(knock(tenantId, more).caller);
    expect({ inFlight, allowance }).toEqual({ inFlight: before.inFlight, allowance: before.allowance });
  });

  it('is turned away before its file is read only where its tenant was just refused and would be again', async () => {
    const [tenantId, other] = [await bench.tenant({ requestsPerSecond: 1 }), await bench.tenant({ requestsPerSecond: 1 })];
    await admit.unlessPressing(knock(tenantId), 'recognitions');
    await admit.call(knock(tenantId), weight);
    await admit.unlessPressing(knock(tenantId), 'recognitions');
    await expect(admit.call(knock(tenantId), weight)).rejects.toMatchObject({ code: 'rate.exceeded' });
    const pressing = knock(tenantId);
    // A machine that is busy may come a second late, when the call would be let in.
    if ((await refusedCode(admit.unlessPressing(pressing, 'jobs'))) === 'rate.exceeded') expect(await ledger(tenantId)).toContainEqual({ request_id: pressing.requestId, outcome: 'refused', code: 'rate.exceeded', route: 'jobs', limit_name: 'requests_per_second', limit_max: 1 });
    await admit.unlessPressing(knock(tenantId, { environment: 'test' }), 'recognitions');
    await admit.unlessPressing(knock(other), 'recognitions');
    await sleep(1_050);
    await admit.unlessPressing(knock(tenantId), 'recognitions');
  });

  it('reads its file where only a place in flight is missing, which may come free meanwhile', async () => {
    const tenantId = await bench.tenant({ requestsPerSecond: 9, inFlightMax: 1 });
    await admit.call(knock(tenantId), weight);
    await expect(admit.call(knock(tenantId), weight)).rejects.toMatchObject({ code: 'rate.in_flight_exceeded' });
    await admit.unlessPressing(knock(tenantId), 'recognitions');
  });
});
