import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../model/ledger-entry.js';
import { LedgerStore } from '../store/ledger-store.js';
import { UsageStore } from '../store/usage-store.js';
import { SumUsage } from './sum-usage.js';

const ids = new CountingIds();
/** Half past nine in the evening in London, half past five the next morning in Shanghai. */
const clock = new StillClock('2026-11-21T21:30:00.000Z');
let spec: SpecDatabase;
let database: Database;
let ledger: LedgerStore;
let sumUsage: SumUsage;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  ledger = new LedgerStore(database, ids);
  sumUsage = new SumUsage(new UsageStore(database), clock);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const newTenant = async (): Promise<Id<'ten'>> => {
  const id = ids.next('ten');
  await database.asProvider((tx) => tx.tenant.create({ data: { id, name: 'x', createdAt: clock.now() } }));
  return id;
};
const entry = (at: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({ at, requestId: 'req_1', keyId: null, channel: 'api', environment: 'live', route: 'recognitions', outcome: 'accepted', code: null, recognitionId: null, pages: 1, billedPages: 1, pageReasons: { read: 1 }, durationMs: 100, ...more });

describe('usage', () => {
  it('is that of the last thirty days of Shanghai, idle ones included', async () => {
    const { from, to, days, total } = await sumUsage.for(await newTenant(), {});
    expect({ from, to, count: days.length }).toEqual({ from: '2026-10-24', to: '2026-11-22', count: 30 });
    expect(days[29]).toEqual({ day: '2026-11-22', accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0, p50_ms: null, p95_ms: null });
    expect(total).toEqual({ accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0 });
  });

  it('counts a call on the day it had in Shanghai, to the microsecond', async () => {
    const tenant = await newTenant();
    for (const at of ['2026-11-19T15:59:59.999999Z', '2026-11-19T16:00:00.000000Z', '2026-11-20T15:59:59.999999Z', '2026-11-20T16:00:00.000000Z']) await ledger.add(tenant, entry(at));
    const { days, total } = await sumUsage.for(tenant, { from: '2026-11-20', to: '2026-11-20' });
    expect(days.map(({ day, accepted }) => [day, accepted])).toEqual([['2026-11-20', 2]]);
    expect(total.accepted).toBe(2);
    const around = await sumUsage.for(tenant, { from: '2026-11-19', to: '2026-11-21' });
    expect(around.days.map(({ accepted }) => accepted)).toEqual([1, 2, 1]);
  });

  it('tells accepted, refused and failed apart, and times only what was answered', async () => {
    const tenant = await newTenant();
    const at = '2026-11-21T21:00:00.000000Z';
    for (const durationMs of [10, 20, 30, 40, 1_000]) await ledger.add(tenant, entry(at, { durationMs, pages: 2, billedPages: 1 }));
    await ledger.add(tenant, entry(at, { outcome: 'refused', code: 'rate.exceeded', pages: 0, billedPages: 0, durationMs: 0 }));
    await ledger.add(tenant, entry(at, { outcome: 'failed', code: 'server.fault', pages: 0, billedPages: 0, durationMs: 60_000 }));
    const { days, total } = await sumUsage.for(tenant, { from: '2026-11-22' });
    expect(days).toEqual([{ day: '2026-11-22', accepted: 5, refused: 1, failed: 1, pages: 10, billed_pages: 5, p50_ms: 30, p95_ms: 1_000 }]);
    expect(total).toEqual({ accepted: 5, refused: 1, failed: 1, pages: 10, billed_pages: 5 });
  });

  it('is a tenant’s own', async () => {
    const [one, other] = [await newTenant(), await newTenant()];
    await ledger.add(one, entry('2026-11-21T21:00:00.000000Z'));
    expect((await sumUsage.for(one, {})).total.accepted).toBe(1);
    expect((await sumUsage.for(other, {})).total.accepted).toBe(0);
  });

  it('spans 366 days, a leap year, and no more', async () => {
    const tenant = await newTenant();
    expect((await sumUsage.for(tenant, { from: '2028-01-01', to: '2028-12-31' })).days).toHaveLength(366);
    await expect(sumUsage.for(tenant, { from: '2027-12-31', to: '2028-12-31' })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'from', message: expect.stringContaining('366') }] } });
  });

  it('has no days that run backwards', async () => {
    await expect(sumUsage.for(await newTenant(), { from: '2026-11-22', to: '2026-11-21' })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'from', message: 'must not lie after to' }] } });
  });
});
