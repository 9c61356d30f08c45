import { PolicyStore, type Reliance } from '@inkproof/consent';
import type { UndeclaredPolicy } from '@inkproof/contract';
import { DAY_MS, type Id } from '@inkproof/kernel';
import { fileText, openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JobBench } from '../testing/job-bench.js';
import { recognitionOf } from '../testing/reading-of.js';
import { ScreenResult } from './screen-result.js';

const PHONE = '13800138000';
const never = new AbortController().signal;
let spec: SpecDatabase;
let bench: JobBench;
let owner: pg.Client;
let tenant: Id<'ten'>;
let filing: Id<'flg'>;
let word: Id<'aut'>;
let relied: Reliance;

beforeAll(async () => {
  spec = await openSpecDatabase();
  bench = await JobBench.on(spec.url);
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await bench.work();
});
afterAll(async () => {
  await owner.end();
  await bench.stop();
  await spec.drop();
});
beforeEach(async () => {
  tenant = await bench.newTenant();
  filing = bench.ids.next('flg');
  await fileText(owner, { tenantId: tenant, filingId: filing, versionId: `${filing}-1`, categories: ['name'] });
  word = bench.ids.next('aut');
  await owner.query(
    `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, expires_at, created_at, custody, commitment, kept_until)
     VALUES ($1, $2, $3, '\\x00', '{}', '{web_operation}', '2026-01-01', '2099-01-31T02:00:00Z', '2026-01-01', 'commitment', sha256('x'), '2026-06-01')`,
    [word, tenant, `${filing}-1`],
  );
  relied = { filingId: filing, number: 1, versionId: `${filing}-1` as Id<'flv'>, authorisationId: word, categories: ['name'], keepsDays: null };
});

const choose = (undeclared: UndeclaredPolicy) => owner.query(`INSERT INTO consent_policy (tenant_id, undeclared, changed_at, changed_by) VALUES ($1, $2, clock_timestamp(), 'per_1')`, [tenant, undeclared]);
const rowOf = async (table: string, columns: string): Promise<object[]> => (await owner.query<Record<string, unknown>>(`SELECT ${columns} FROM ${table} WHERE tenant_id = $1`, [tenant])).rows;
const resultOf = async (id: Id<'job'>, format: 'json' | 'hocr' = 'json'): Promise<string> => {
  await bench.follow.untilEnd(tenant, id, 10_000, never);
  return String((await bench.fetch.document(tenant, id, 1, format, 'look')).body);
};

describe('a job', () => {
  it('leaves in its ledger entry and its recognitions what it relied on, and moves the authorisation forward', async () => {
    const id = await bench.submit(tenant, [['Name: none']], {}, relied);
    expect(JSON.parse(await resultOf(id))).toMatchObject({ personal_information: { relied_on: { filing, version: 1, version_id: `${filing}-1`, authorization: word, categories: ['name'] } } });
    const columns = 'filing_version_id, authorisation_id, declared_categories::text[] AS declared';
    const kept = { filing_version_id: `${filing}-1`, authorisation_id: word, declared: ['name'] };
    expect([await rowOf('ledger_entry', columns), await rowOf('recognition', columns)]).toEqual([[kept], [kept]]);
    const now = bench.clock.now();
    const [moved] = (await owner.query<{ last_relied_at: Date; kept_until: Date }>('SELECT last_relied_at, kept_until FROM authorisation WHERE id = $1', [word])).rows;
    expect(moved).toEqual({ last_relied_at: now, kept_until: new Date('2099-07-31T16:00:00.000Z') });
  });

  it.each([[2, 'result', 2], [0, 'none', 0]])('is kept for the %i days that its text told people, and no longer', async (keepsDays, kept, days) => {
    const [other, versionId] = [bench.ids.next('flg'), bench.ids.next('flv')];
    await fileText(owner, { tenantId: tenant, filingId: other, versionId, categories: ['name'], keepsDays });
    await resultOf(await bench.submit(tenant, [['Name: none']], { retention: 'result' }, { filingId: other, number: 1, versionId, authorisationId: null, categories: ['name'], keepsDays }));
    const until = days ? new Date(bench.clock.now().getTime() + days * DAY_MS) : null;
    expect(await rowOf('recognition', 'kept::text AS kept, kept_until')).toEqual([{ kept, kept_until: until }]);
  });

  it('that declared nothing leaves a finding for what was found, and none of its words', async () => {
    const id = await bench.submit(tenant, [[`call ${PHONE}`, 'x', `or ${PHONE}`]]);
    expect(JSON.parse(await resultOf(id))).toMatchObject({ text: expect.stringContaining(PHONE), personal_information: { relied_on: null, found: ['phone'], undeclared: [{ category: 'phone', pages: [1, 3], count: 2 }], result: 'returned' } });
    expect(await rowOf('personal_finding', 'category, pages, count, state, result, filing_version_id')).toEqual([{ category: 'phone', pages: [1, 3], count: 2, state: 'open', result: 'returned', filing_version_id: null }]);
    expect(JSON.stringify(await rowOf('personal_finding', '*'))).not.toContain('138');
    expect(await rowOf('recognition', 'detected_categories::text[] AS found')).toEqual([{ found: ['phone'] }]);
  });

  it.each<[UndeclaredPolicy, boolean]>([['masked', true], ['withheld', false]])('has what was not declared %s by its tenant’s policy, in every form and page by page', async (policy, keepsTheRest) => {
    await choose(policy);
    const id = await bench.submit(tenant, [[`call ${PHONE}`]], { outputs: ['text', 'hocr'] });
    const whole = await resultOf(id);
    const pages = JSON.stringify((await bench.fetch.pages(tenant, id, 0, 10, 'look')).pages);
    const events = [];
    for await (const event of bench.follow.events(tenant, id, 0, never)) events.push(JSON.stringify(event));
    for (const shown of [whole, await resultOf(id, 'hocr'), pages, events.join()]) {
      expect(shown).not.toContain(PHONE);
      expect(shown.includes('call')).toBe(keepsTheRest);
    }
    expect(JSON.parse(whole)).toMatchObject({ personal_information: { result: policy, undeclared: [{ category: 'phone' }] } });
  });
});

it('leaves what was declared alone, whatever the policy', async () => {
  await choose('withheld');
  const screen = new ScreenResult(new PolicyStore(bench.database));
  const screened = await screen.whole(tenant, recognitionOf('rec_1', [PHONE]), { filing, version: 1, version_id: relied.versionId, authorization: null, categories: ['phone'] });
  expect(screened).toMatchObject({ text: PHONE, personal_information: { found: ['phone'], undeclared: [], result: 'returned' } });
});
