import { Trail, type Actor } from '@inkproof/audit';
import { api, type QuotaTermRequest } from '@inkproof/contract';
import { Approvals, ApprovalStore } from '@inkproof/identity';
import { SortableIds, SystemClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresLimiter } from '../store/postgres-limiter.js';
import { QuotaStore } from '../store/quota-store.js';
import { TermStore } from '../store/term-store.js';
import { CancelQuotaTerm } from './cancel-quota-term.js';
import { OpenQuotaTerm } from './open-quota-term.js';
import { SetQuota } from './set-quota.js';
import { TellQuotaTerms } from './tell-quota-terms.js';

const by: Actor = { kind: 'staff', id: 'per_staff', role: 'operator', requestId: 'req_1' };
const ids = new SortableIds();
const terms = new TermStore();
const openTerm = new OpenQuotaTerm(terms, new Trail(), ids);
const approvals = new Approvals(new ApprovalStore(), new Trail(), ids, new SystemClock());
const tell = new TellQuotaTerms(terms);
let spec: SpecDatabase;
let database: Database;
let quotas: QuotaStore;
let setQuota: SetQuota;
let cancelTerm: CancelQuotaTerm;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 4 });
  quotas = new QuotaStore();
  setQuota = new SetQuota(database, terms, openTerm, approvals);
  cancelTerm = new CancelQuotaTerm(database, terms, new Trail());
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const contracted = (requests_per_second: number, more: Partial<QuotaTermRequest> = {}): QuotaTermRequest => ({ basis: 'contracted', requests_per_second, burst: 'at_once', source: { document: '订单 1', sha256: null }, ...more });
const override = (requests_per_second: number, more: Partial<QuotaTermRequest> = {}): QuotaTermRequest => ({ basis: 'override', requests_per_second, burst: 'at_once', reason: 'a sale', ...more });
const newTenant = async (n: number): Promise<Id<'ten'>> =>
  database.asProvider(async (tx) => {
    const tenantId = ids.next('ten');
    await tx.tenant.create({ data: { id: tenantId, name: 'x', createdAt: new Date() } });
    await quotas.open(tx, tenantId, n);
    await openTerm.in(tx, tenantId, contracted(n), by);
    return tenantId;
  });
/** As one person may set it. */
const set = async (tenantId: Id<'ten'>, asked: QuotaTermRequest) => {
  const done = await setQuota.for(tenantId, asked, by);
  if (!('term' in done)) throw new Error('it waits for a second person');
  return done.term;
};
const raise = async (tenantId: Id<'ten'>, asked: QuotaTermRequest) => {
  const done = await setQuota.for(tenantId, asked, by);
  if (!('approval' in done)) throw new Error('one person was enough');
  return database.asProvider((tx) => approvals.find(tx, done.approval));
};
const approve = ({ id, payloadSha256 }: { id: string; payloadSha256: string }, other: Actor) => database.asProvider((tx) => approvals.decide(tx, id, { verdict: 'approve', payloadSha256, by: other }));
const storeTime = async (): Promise<string> => (await database.asProvider((tx) => tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`))[0]!.now.toISOString();
const look = (tenantId: Id<'ten'>) => new PostgresLimiter(database).look({ tenantId, environment: 'live', key: null });
const inForce = (tenantId: Id<'ten'>, at?: string) => database.asProvider(async (tx) => (await terms.inForce(tx, tenantId, at))!.requestsPerSecond);
const history = (tenantId: Id<'ten'>) => database.asProvider((tx) => tell.inForStaff(tx, tenantId));
/** The last microsecond before an instant. */
const justBefore = (instant: string): string => {
  const us = BigInt(Date.parse(instant)) * 1_000n + BigInt(/\.\d{3}(\d{3})Z$/.exec(instant)?.[1] ?? 0) - 1n;
  return `${new Date(Number(us / 1_000n)).toISOString().slice(0, -1)}${String(us % 1_000n).padStart(3, '0')}Z`;
};
const inMs = (durationMs: number) => new Date(Date.now() + durationMs).toISOString();

describe('a quota', () => {
  it('is another one from the instant on that was agreed, and every instant before keeps its own', async () => {
    const tenant = await newTenant(5);
    const first = await set(tenant, contracted(7));
    const second = await set(tenant, contracted(9, { effective_from: inMs(1_500) }));
    expect(await inForce(tenant, justBefore(second.effectiveFrom))).toBe(7);
    await expect.poll(() => inForce(tenant)).toBe(9);
    expect(await inForce(tenant, first.effectiveFrom)).toBe(7);
    expect(await inForce(tenant, second.effectiveFrom)).toBe(9);
    expect(await inForce(tenant, justBefore(first.effectiveFrom))).toBe(5);
  });

  it('holds for the ring as soon as it is set', async () => {
    const tenant = await newTenant(5);
    await set(tenant, contracted(40));
    expect(await look(tenant)).toMatchObject({ requestsPerSecond: 40, remaining: 40 });
  });

  it('is told with its document, and the people are named to staff and to nobody else', async () => {
    const tenant = await newTenant(5);
    await set(tenant, contracted(6, { source: { document: '补充协议 3', sha256: 'a'.repeat(64) } }));
    const forStaff = await history(tenant);
    expect(forStaff.items.map(({ state, requests_per_second, source, set_by }) => [state, requests_per_second, source?.document, set_by?.id])).toEqual([['in_force', 6, '补充协议 3', 'per_staff'], ['ended', 5, '订单 1', 'per_staff']]);
    const own = await database.asTenant(tenant, (tx) => tell.in(tx, tenant));
    expect(own.items.map(({ set_by }) => set_by)).toEqual([null, null]);
    expect(api.quota.terms.reply!.parse(own)).toEqual(own);
  });

  it('shows a row to its own tenant and to no other', async () => {
    const [one, other] = [await newTenant(5), await newTenant(5)];
    expect(await database.asTenant(one, (tx) => tx.quotaTerm.count())).toBe(1);
    expect(await database.asTenant(one, (tx) => terms.list(tx, other))).toEqual([]);
    await expect(database.asTenant(one, (tx) => tell.in(tx, other))).rejects.toMatchObject({ code: 'tenant.not_found' });
    await expect(database.asTenant(one, (tx) => openTerm.in(tx, one, contracted(5_000), by))).rejects.toThrow(/only the provider/);
    await expect(database.asTenant(one, (tx) => tx.quotaTerm.updateMany({ data: { requestsPerSecond: 5_000 } }))).rejects.toThrow(/permission denied/);
    await expect(database.asProvider((tx) => tx.quotaTerm.deleteMany())).rejects.toThrow(/permission denied/);
  });

  it('never begins in the past', async () => {
    const tenant = await newTenant(5);
    await expect(set(tenant, contracted(6, { effective_from: inMs(-60_000) }))).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'effective_from', message: 'must not lie in the past' }] } });
    await expect(set('ten_nobody', contracted(6))).rejects.toMatchObject({ code: 'tenant.not_found' });
  });

  it('stands in the audit log', async () => {
    const tenant = await newTenant(5);
    const term = await set(tenant, contracted(6, { effective_from: inMs(60_000) }));
    await cancelTerm.for(tenant, term.id, by);
    const entries = await database.asTenant(tenant, (tx) => tx.auditEntry.findMany({ orderBy: { seq: 'asc' } }));
    expect(entries.map(({ action }) => action)).toEqual(['quota.term_opened', 'quota.term_opened', 'quota.term_cancelled']);
  });
});

describe('an override', () => {
  it('holds while it runs, and then the contract holds again', async () => {
    const tenant = await newTenant(5);
    const { endsAt } = await set(tenant, override(2, { ends_at: inMs(1_500) }));
    expect(await inForce(tenant, justBefore(endsAt!))).toBe(2);
    expect(await inForce(tenant, endsAt!)).toBe(5);
    await expect.poll(() => inForce(tenant)).toBe(5);
  });

  it('above the contract begins once another person approved it, and not before', async () => {
    const tenant = await newTenant(5);
    const waiting = await raise(tenant, override(50));
    expect(await inForce(tenant)).toBe(5);
    await expect(approve(waiting, by)).rejects.toMatchObject({ code: 'approval.own' });
    await expect(approve(waiting, { ...by, id: 'per_support', role: 'support' })).rejects.toMatchObject({ code: 'access.denied' });
    await approve(waiting, { ...by, id: 'per_other' });
    expect(await inForce(tenant)).toBe(50);
    expect((await history(tenant)).items[0]).toMatchObject({ requests_per_second: 50, state: 'in_force', reason: 'a sale', set_by: { id: 'per_staff' }, approved_by: { id: 'per_other' } });
  });

  it('is measured against the least that is contracted while it runs', async () => {
    const tenant = await newTenant(5);
    await set(tenant, contracted(3, { effective_from: inMs(60_000) }));
    expect(await set(tenant, override(5, { ends_at: inMs(50_000) }))).toMatchObject({ requestsPerSecond: 5 });
    expect(await raise(tenant, override(5, { ends_at: inMs(90_000) }))).toMatchObject({ state: 'waiting', before: { requests_per_second: 5 } });
  });

  it('that nobody decided before its end cannot be approved any more', async () => {
    const tenant = await newTenant(5);
    const ends_at = inMs(1_000);
    const waiting = await raise(tenant, override(50, { ends_at }));
    while ((await storeTime()) <= ends_at) await sleep(50);
    await expect(approve(waiting, { ...by, id: 'per_other' })).rejects.toMatchObject({ code: 'approval.expired' });
  });

  it('that a second person approved holds above the contract; one that nobody did never does, whatever becomes of the contract', async () => {
    const [approved, alone] = [await newTenant(5), await newTenant(5)];
    await database.asProvider((tx) => openTerm.in(tx, approved, override(50), by, 'per_other'));
    expect(await inForce(approved)).toBe(50);
    await set(alone, override(5));
    await set(alone, contracted(2));
    expect(await inForce(alone)).toBe(2);
    await expect(database.asProvider((tx) => openTerm.in(tx, alone, override(50), by, by.id))).rejects.toThrow(/check constraint/);
  });

  it('is approved while others set and call off, and nobody waits for another in a circle', async () => {
    const other: Actor = { ...by, id: 'per_other' };
    for (let i = 0; i < 20; i++) {
      const tenant = await newTenant(5);
      const [asked, later] = [await raise(tenant, override(50)), await set(tenant, contracted(7, { effective_from: inMs(60_000) }))];
      await Promise.all([approve(asked, other), set(tenant, contracted(6)), cancelTerm.for(tenant, later.id, by)]);
    }
  });

  it('ends when it is called off while it runs', async () => {
    const tenant = await newTenant(5);
    const term = await set(tenant, override(1));
    await cancelTerm.for(tenant, term.id, by);
    expect(await inForce(tenant)).toBe(5);
    expect(await look(tenant)).toMatchObject({ requestsPerSecond: 5 });
    expect((await history(tenant)).items.map(({ state }) => state)).toEqual(['ended', 'in_force']);
  });
});

describe('calling off', () => {
  it('takes back what has not begun, and the term before goes on', async () => {
    const tenant = await newTenant(5);
    const term = await set(tenant, contracted(9, { effective_from: inMs(60_000) }));
    expect(await inForce(tenant, term.effectiveFrom)).toBe(9);
    await cancelTerm.for(tenant, term.id, by);
    expect(await inForce(tenant, term.effectiveFrom)).toBe(5);
    expect((await history(tenant)).items[0]).toMatchObject({ id: term.id, state: 'cancelled' });
  });

  it('comes too late for what has been in force, and for what was called off before', async () => {
    const tenant = await newTenant(5);
    const term = await set(tenant, contracted(6));
    await expect(cancelTerm.for(tenant, term.id, by)).rejects.toMatchObject({ code: 'term.too_late' });
    const later = await set(tenant, contracted(7, { effective_from: inMs(60_000) }));
    await cancelTerm.for(tenant, later.id, by);
    await expect(cancelTerm.for(tenant, later.id, by)).rejects.toMatchObject({ code: 'term.too_late' });
  });

  it('finds a term of its own tenant only', async () => {
    const [one, other] = [await newTenant(5), await newTenant(5)];
    const term = await set(one, contracted(6, { effective_from: inMs(60_000) }));
    await expect(cancelTerm.for(other, term.id, by)).rejects.toMatchObject({ code: 'term.not_found' });
    await expect(cancelTerm.for('ten_nobody', term.id, by)).rejects.toMatchObject({ code: 'tenant.not_found' });
  });
});
