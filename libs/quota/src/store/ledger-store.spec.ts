import { CountingIds, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../model/ledger-entry.js';
import { LedgerStore } from './ledger-store.js';

const ids = new CountingIds();
let spec: SpecDatabase;
let database: Database;
let ledger: LedgerStore;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  ledger = new LedgerStore(database, ids);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const newTenant = async (name = 'x'): Promise<Id<'ten'>> => {
  const id = ids.next('ten');
  await database.asProvider((tx) => tx.tenant.create({ data: { id, name, createdAt: new Date() } }));
  return id;
};
const entry = (at: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({ at, requestId: 'req_1', keyId: null, channel: 'api', environment: 'live', route: 'recognitions', outcome: 'accepted', code: null, recognitionId: null, pages: 1, billedPages: 1, pageReasons: { read: 1 }, durationMs: 100, ...more });

describe('the last minute', () => {
  const until = '2026-11-22T04:00:00.500000Z';

  it('is sixty seconds, the newest last, each counted to the microsecond', async () => {
    const tenant = await newTenant();
    for (const at of ['2026-11-22T04:00:00.500000Z', '2026-11-22T03:59:59.500001Z', '2026-11-22T03:59:59.500000Z', '2026-11-22T03:59:00.500001Z']) await ledger.add(tenant, entry(at));
    const seconds = await ledger.bySecond(tenant, until);
    expect(seconds).toHaveLength(60);
    expect([seconds[59], seconds[58], seconds[0]]).toEqual([2, 1, 1]);
    expect(seconds.reduce((sum, count) => sum + count)).toBe(4);
  });

  it('leaves out what lies a minute back, what comes after, and what was refused', async () => {
    const tenant = await newTenant();
    await ledger.add(tenant, entry('2026-11-22T03:59:00.500000Z'));
    await ledger.add(tenant, entry('2026-11-22T04:00:00.500001Z'));
    await ledger.add(tenant, entry(until, { outcome: 'refused', code: 'rate.exceeded' }));
    expect(await ledger.bySecond(tenant, until)).toEqual(Array<number>(60).fill(0));
  });

  it('counts a call that was accepted and failed, as the quota did', async () => {
    const tenant = await newTenant();
    await ledger.add(tenant, entry(until, { outcome: 'failed', code: 'server.fault' }));
    expect((await ledger.bySecond(tenant, until))[59]).toBe(1);
  });

  it('shows a call to its own tenant and to no other', async () => {
    const [one, other] = [await newTenant(), await newTenant()];
    await ledger.add(one, entry(until));
    expect((await ledger.bySecond(other, until))[59]).toBe(0);
    await expect(database.writeAsTenant(other, [ledger.writing(one, entry(until))])).rejects.toThrow(/row-level security/);
  });
});

describe('the load', () => {
  it('has a row for each minute asked for, this one last, and the busiest tenants first', async () => {
    const [busy, calm] = [await newTenant('busy'), await newTenant('calm')];
    const now = Date.now();
    const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
    for (const durationMs of [100, 200, 900]) await ledger.add(busy, entry(ago(1), { durationMs }));
    await ledger.add(busy, entry(ago(1), { outcome: 'refused', code: 'rate.exceeded', durationMs: 0 }));
    await ledger.add(calm, entry(ago(1), { outcome: 'failed', code: 'server.fault', durationMs: 60_000 }));
    await ledger.add(calm, entry(ago(30)));
    const { minutes, tenants: shown } = await ledger.load(10);
    expect(minutes).toHaveLength(10);
    const times = minutes.map(({ at }) => Date.parse(at));
    expect(times.every((at, i) => at % 60_000 === 0 && (i === 0 || at - times[i - 1]! === 60_000))).toBe(true);
    expect(Date.now() - times.at(-1)!).toBeLessThan(120_000);
    const then = minutes.find(({ at }) => Date.parse(at) === Math.floor((now - 60_000) / 60_000) * 60_000);
    expect(then).toMatchObject({ accepted: 3, refused: 1, failed: 1, p50_ms: 200, p95_ms: 900 });
    expect(minutes.find(({ accepted }) => accepted === 0)).toMatchObject({ p50_ms: null, p95_ms: null });
    expect(shown).toEqual([
      { id: busy, name: 'busy', accepted: 3, refused: 1, failed: 0 },
      { id: calm, name: 'calm', accepted: 0, refused: 0, failed: 1 },
    ]);
  });

  it('names ten tenants and no more', async () => {
    for (let i = 0; i < 12; i++) await ledger.add(await newTenant(), entry(new Date().toISOString()));
    expect((await ledger.load(5)).tenants).toHaveLength(10);
  });
});
