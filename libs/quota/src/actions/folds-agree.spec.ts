import { Seals, SigningKey, Trail, canonical } from '@inkproof/audit';
import { pageReasonNames, usageDimensions, type Usage } from '@inkproof/contract';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import fc from 'fast-check';
import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsCsvHead, callsCsvRows } from '../model/calls-csv.js';
import type { LedgerEntry } from '../model/ledger-entry.js';
import { billedBy, countReasons } from '../model/reason.js';
import { CallStore } from '../store/call-store.js';
import { LedgerStore } from '../store/ledger-store.js';
import { QuotaStore } from '../store/quota-store.js';
import { TermStore } from '../store/term-store.js';
import { UsageStore } from '../store/usage-store.js';
import { noteCall } from '../testing/note-call.js';
import { IssueStatement } from './issue-statement.js';
import { OpenQuotaTerm } from './open-quota-term.js';
import { ReadCalls } from './read-calls.js';
import { SumUsage } from './sum-usage.js';
import { TellQuotaTerms } from './tell-quota-terms.js';

const MONTH = '2026-11';
const ids = new SortableIds();
const clock = new StillClock('2026-11-30T10:00:00.000Z');
const terms = new TermStore();
const key = new SigningKey([new Uint8Array(32).fill(7)]);
let spec: SpecDatabase;
let database: Database;
let ledger: LedgerStore;
let usage: SumUsage;
let calls: ReadCalls;
let statements: IssueStatement;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 4 });
  ledger = new LedgerStore(database, ids);
  usage = new SumUsage(new UsageStore(database), clock);
  calls = new ReadCalls(new CallStore(), terms, new TellQuotaTerms(terms), clock);
  statements = new IssueStatement(database, new UsageStore(database), terms, { current: async () => undefined }, key, clock);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const newTenant = async (): Promise<Id<'ten'>> =>
  database.asProvider(async (tx) => {
    const tenantId = ids.next('ten');
    await tx.tenant.create({ data: { id: tenantId, name: '澄江物流', createdAt: clock.now() } });
    await new QuotaStore().open(tx, tenantId, 5);
    await new OpenQuotaTerm(terms, new Trail(), ids).in(tx, tenantId, { basis: 'contracted', requests_per_second: 5, burst: 'at_once', source: { document: '订单 1', sha256: null } }, { kind: 'system', id: 'spec', requestId: null });
    return tenantId;
  });

/** One call as a caller is answered: pages with their reasons, or a refusal, or a failure. */
const answer = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('accepted' as const), isTest: fc.boolean(), pages: fc.array(fc.constantFrom('read' as const, 'embedded' as const, 'no_text' as const), { minLength: 1, maxLength: 5 }), failedPages: fc.nat(2) }) },
  fc.record({ kind: fc.constant('refused' as const), code: fc.constantFrom('rate.exceeded' as const, 'capacity.busy' as const) }),
  fc.record({ kind: fc.constant('failed' as const), code: fc.constantFrom('server.fault' as const, 'image.corrupt' as const, 'recognition.deadline_exceeded' as const) }),
  fc.record({ kind: fc.constant('lost' as const) }),
);
/** Calls on any instant of three days, midnights of Shanghai among them, and the sums brought up to date in between. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ answer, atMs: fc.oneof(fc.integer({ min: Date.parse('2026-11-14T00:00:00Z'), max: Date.parse('2026-11-16T23:59:59.999Z') }), fc.constantFrom(Date.parse('2026-11-15T16:00:00Z'), Date.parse('2026-11-15T15:59:59.999Z'))), keyId: fc.constantFrom('key_a' as const, 'key_b' as const, null), route: fc.constantFrom('recognitions' as const, 'jobs' as const), durationMs: fc.integer({ min: 0, max: 90_000 }) }) },
  fc.constant('fold' as const),
);

interface Sums {
  accepted: number;
  refused: number;
  failed: number;
  pages: number;
  billed_pages: number;
}
const noSums = (): Sums => ({ accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0 });

type Asked = Exclude<typeof step extends fc.Arbitrary<infer Step> ? Step : never, 'fold'>;

/** Does one call to the end, and adds what its caller was told. */
const live = async (tenantId: Id<'ten'>, asked: Asked, told: Sums): Promise<void> => {
  const { answer: given, atMs, keyId, route, durationMs } = asked;
  const environment = given.kind === 'accepted' && given.isTest && keyId ? ('test' as const) : ('live' as const);
  const head = { at: new Date(atMs).toISOString(), requestId: ids.next('trn'), keyId, channel: keyId ? ('api' as const) : ('console' as const), environment, route };
  const blank = { recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs };
  if (given.kind === 'refused') {
    await ledger.add(tenantId, { ...head, ...blank, outcome: 'refused', code: given.code });
    told.refused++;
    return;
  }
  const id = await noteCall(database, ids, tenantId, head, given.kind === 'lost' ? 0 : 60_000);
  if (given.kind === 'lost') {
    await ledger.recordLost();
    told.failed++;
    return;
  }
  const usageTold = given.kind === 'accepted' ? { billing: given.pages.map((reason) => ({ reason: environment === 'test' ? ('test_key' as const) : reason })) } : { billing: [] };
  const pageReasons = countReasons(usageTold, given.kind === 'accepted' ? given.failedPages : 0);
  const entry: LedgerEntry =
    given.kind === 'accepted' ? { ...head, ...blank, outcome: 'accepted', code: null, pages: usageTold.billing.length, billedPages: billedBy(pageReasons), pageReasons } : { ...head, ...blank, outcome: 'failed', code: given.code };
  await database.writeAsTenant(tenantId, [ledger.recording(tenantId, id, entry)]);
  told[given.kind]++;
  told.pages += entry.pages;
  told.billed_pages += usageTold.billing.filter(({ reason }) => reason === 'read' || reason === 'embedded').length;
};

const sumOf = (all: readonly Sums[]): Sums => all.reduce((sum, one) => ({ accepted: sum.accepted + one.accepted, refused: sum.refused + one.refused, failed: sum.failed + one.failed, pages: sum.pages + one.pages, billed_pages: sum.billed_pages + one.billed_pages }), noSums());
const span = { from: '2026-11-01', to: '2026-11-30' };

const csvOf = async (tenantId: Id<'ten'>): Promise<Sums> => {
  let text = callsCsvHead;
  for await (const some of calls.all((work) => database.asTenant(tenantId, work), tenantId, span)) text += callsCsvRows(some);
  const [head, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => line.split(','));
  const at = (name: string) => head!.indexOf(name);
  for (const row of rows) expect(row).toHaveLength(head!.length);
  return sumOf(rows.map((row) => ({ ...noSums(), [row[at('outcome')] as 'accepted']: 1, pages: Number(row[at('pages')]), billed_pages: Number(row[at('billed_pages')]) })));
};

describe('the answers, the usage, the file and the statement', () => {
  it('agree on every sequence of calls, however much of it is summed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const tenantId = await newTenant();
        const told = noSums();
        for (const one of steps) await (one === 'fold' ? ledger.fold() : live(tenantId, one, told));
        const seen: Usage[] = [];
        for (const by of usageDimensions) seen.push(await usage.for(tenantId, { ...span, by }));
        for (const { total, days, groups } of seen) {
          expect(total).toEqual(told);
          expect(sumOf(days)).toEqual(told);
          expect(sumOf(groups!)).toEqual(told);
          expect(groups!.flatMap((group) => group.days).reduce((sum, count) => sum + count, 0)).toBe(told.accepted + told.refused + told.failed);
        }
        expect(await csvOf(tenantId)).toEqual(told);
        const { statement } = await statements.for(tenantId, MONTH);
        expect(statement.total).toEqual(told);
        for (const part of [statement.keys, statement.routes, statement.reasons, statement.days]) expect(sumOf(part)).toEqual(told);
        // Nothing moves when everything is summed.
        while ((await ledger.fold()) > 0);
        const folded = await Promise.all(usageDimensions.map((by) => usage.for(tenantId, { ...span, by })));
        expect(folded).toEqual(seen);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('a statement', () => {
  it('is signed by the key of the install, and not by anybody who changed it', async () => {
    const tenantId = await newTenant();
    const issued = await statements.for(tenantId, MONTH);
    const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey]), format: 'der', type: 'spki' });
    const isSigned = (said: object) => verify(null, Buffer.from(`inkproof:statement:1\n${canonical(said)}`), publicKey, Buffer.from(issued.signature, 'hex'));
    expect(isSigned(issued.statement)).toBe(true);
    expect(isSigned({ ...issued.statement, total: { ...issued.statement.total, billed_pages: 1 } })).toBe(false);
    expect(issued.key).toBe(key.id);
  });

  it('carries the newest checkpoint of the audit log', async () => {
    const tenantId = await newTenant();
    const checkpoint = { checkpoint: { v: 1 as const, chain: tenantId, seq: 1, head: 'a', at: 'b', key: 'c' }, signature: 'd' };
    const issue = new IssueStatement(database, new UsageStore(database), terms, { current: async (chain: string) => (chain === tenantId ? checkpoint : undefined) } as Pick<Seals, 'current'>, key, clock);
    expect((await issue.for(tenantId, MONTH)).statement.audit).toEqual(checkpoint);
  });

  it('is provisional until its month is over and nothing that was admitted in it is at work', async () => {
    const tenantId = await newTenant();
    expect((await statements.for(tenantId, MONTH)).statement.provisional).toBe(true);
    const later = new IssueStatement(database, new UsageStore(database), terms, { current: async () => undefined }, key, new StillClock('2026-12-01T00:00:00.000Z'));
    expect((await later.for(tenantId, MONTH)).statement.provisional).toBe(false);
    await noteCall(database, ids, tenantId, { at: '2026-11-30T15:59:59.000000Z', requestId: 'req_1', keyId: null, channel: 'console', environment: 'live', route: 'recognitions' }, 60_000);
    expect((await later.for(tenantId, MONTH)).statement.provisional).toBe(true);
  });

  it('there is none of a month that has not begun, or lies before the tenant', async () => {
    const tenantId = await newTenant();
    for (const month of ['2026-12', '2026-10']) await expect(statements.for(tenantId, month)).rejects.toMatchObject({ code: 'statement.not_found' });
  });
});

describe('one call', () => {
  it('is shown with the limit it met, and the quota that was in force at its instant', async () => {
    const tenantId = await newTenant();
    const at = (await database.asTenant(tenantId, (tx) => terms.inForce(tx, tenantId)))!.at;
    await ledger.add(tenantId, { at, requestId: 'req_429', keyId: null, channel: 'console', environment: 'live', route: 'recognitions', outcome: 'refused', code: 'rate.exceeded', limit: { name: 'key_requests_per_second', max: 2 }, recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs: 0 });
    const { items } = await new ReadCalls(new CallStore(), terms, new TellQuotaTerms(terms), new StillClock(at)).page((work) => database.asTenant(tenantId, work), tenantId, { request_id: 'req_429' }, { limit: 10 });
    const explained = await database.asTenant(tenantId, (tx) => calls.explain(tx, tenantId, items[0]!.id, false));
    expect(explained).toMatchObject({ reason: 'refused_rate', billed_pages: 0, limit: { name: 'key_requests_per_second', max: 2 }, quota: { requests_per_second: 5, term: { state: 'in_force', source: { document: '订单 1' } } } });
    const other = await newTenant();
    await expect(database.asTenant(other, (tx) => calls.explain(tx, other, items[0]!.id, false))).rejects.toMatchObject({ code: 'call.not_found' });
    await expect(database.asTenant(other, (tx) => calls.explain(tx, tenantId, items[0]!.id, false))).rejects.toMatchObject({ code: 'call.not_found' });
  });

  it('is on one page of the list and on no other, newest first', async () => {
    const tenantId = await newTenant();
    for (let i = 0; i < 7; i++) await ledger.add(tenantId, { at: `2026-11-20T00:00:0${Math.floor(i / 2)}.000000Z`, requestId: `req_${i}`, keyId: null, channel: 'console', environment: 'live', route: 'jobs', outcome: 'failed', code: 'server.fault', recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs: 0 });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await calls.page((work) => database.asTenant(tenantId, work), tenantId, {}, { cursor, limit: 3 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

it('knows no reason for a page that the ledger could not count', () => expect(pageReasonNames.map((reason) => billedBy({ [reason]: 1 }))).toEqual([1, 1, 0, 0, 0]));
