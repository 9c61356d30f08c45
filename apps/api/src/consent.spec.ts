import { api, type Recognition } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { DAY_MS, SortableIds } from '@inkproof/kernel';
import { fileText, moveText } from '@inkproof/spec-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { made, send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

const page = new Uint8Array(drawPage({ lines: ['CALL 13800138000'], widthPx: 700, fontPx: 40 }));
const ids = new SortableIds();
let world: World;
let filing: string;
let version: string;

beforeAll(async () => {
  world = await openWorld({ READERS: '1' });
  [filing, version] = [ids.next('flg'), ids.next('flv')];
  await fileText(world.owner, { tenantId: world.one.id, filingId: filing, versionId: version, categories: ['phone', 'name'] });
});
afterAll(() => world.close());

const forms = {
  query: (declared: unknown): [string, RequestInit] => [`?languages=en&personal_information=${encodeURIComponent(JSON.stringify(declared))}`, { headers: { 'content-type': 'image/png' }, body: page }],
  json: (declared: unknown): [string, RequestInit] => ['', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ languages: ['en'], image: { base64: Buffer.from(page).toString('base64') }, personal_information: declared }) }],
  form: (declared: unknown): [string, RequestInit] => {
    const body = new FormData();
    body.set('personal_information', JSON.stringify(declared));
    body.set('languages', 'en');
    body.set('file', new Blob([page]), 'x.png');
    return ['', { body }];
  },
};

const recognise = async (declared: unknown, { who = world.one.key, form = 'query', at = '/v1/recognitions', asking = '' }: { who?: Credentials; form?: keyof typeof forms; at?: string; asking?: string } = {}) => {
  const [query, init] = forms[form](declared);
  const answer = await fetch(world.url + at + query + asking, { method: 'POST', ...init, headers: { ...who, ...(init.headers as Record<string, string> | undefined) } });
  return { status: answer.status, left: answer.headers.get('ratelimit'), body: (await answer.json()) as Recognition & { code?: string; errors?: { message: string }[] } };
};
const word = () => made(send(world, api.authorizations.create, world.one.key, { body: { filing, subject: 'customer 7', media: ['web_operation'], given_at: '2026-11-01T00:00:00Z', commitment: '0'.repeat(64) } }));
const countOf = async (table: string): Promise<number> => Number((await world.owner.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE tenant_id = $1`, [world.one.id])).rows[0]!.count);

it.each(['query', 'json', 'form'] as const)('a call that declares a filing is read, sent as %s, and says what it relied on', async (form) => {
  const authorization = await word();
  const { status, body } = await recognise({ filing, authorization, categories: ['phone'] }, { form });
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
  expect(body.personal_information).toMatchObject({ relied_on: { filing, version: 1, version_id: version, authorization, categories: ['phone'] }, undeclared: [], result: 'returned' });
});

it('a call that is not permitted leaves no picture, no recognition and no use of the quota, and stands in the ledger as refused', async () => {
  const before = [await countOf('recognition'), await countOf('stored_object'), await countOf('quota_lease')];
  const { status, body } = await recognise({ filing, categories: ['health'] });
  expect({ status, code: body.code, errors: body.errors }).toEqual({ status: 403, code: 'consent.out_of_scope', errors: [expect.objectContaining({ message: 'the filing does not name health' })] });
  expect([await countOf('recognition'), await countOf('stored_object'), await countOf('quota_lease')]).toEqual(before);
  await expect.poll(async () => (await world.owner.query('SELECT outcome, reason, billed_pages FROM ledger_entry WHERE tenant_id = $1 AND code = $2', [world.one.id, 'consent.out_of_scope'])).rows).toEqual([{ outcome: 'refused', reason: 'refused_consent', billed_pages: 0 }]);
});

it('a result is kept no longer than the text says that it relies on, and not at all where it says so', async () => {
  const DAYS = 3;
  const [short, none] = [ids.next('flg'), ids.next('flg')];
  await fileText(world.owner, { tenantId: world.one.id, filingId: short, versionId: ids.next('flv'), categories: ['phone'], keepsDays: DAYS });
  await fileText(world.owner, { tenantId: world.one.id, filingId: none, versionId: ids.next('flv'), categories: ['phone'], keepsDays: 0 });
  const asking = '&retention=result';
  const { body } = await recognise({ filing: short }, { asking });
  expect(body.retention.kept).toBe('result');
  // Both clocks are of this machine, and need not agree to the millisecond.
  expect(Math.round((Date.parse(body.retention.until!) - Date.now()) / DAY_MS)).toBe(DAYS);
  for (const at of ['/v1/recognitions', '/v1/jobs']) expect((await recognise({ filing: none }, { asking, at })).body.code).toBe('consent.keeps_nothing');
  expect((await recognise({ filing: none })).body.retention).toEqual({ kept: 'none', until: null });
});

it('a job passes the same gate', async () => {
  const { status, body } = await recognise({ filing: `flg_${'0'.repeat(26)}` }, { at: '/v1/jobs' });
  expect({ status, code: body.code }).toEqual({ status: 404, code: 'consent.filing_not_found' });
  expect((await recognise({ filing }, { at: '/v1/jobs' })).status).toBe(202);
});

it('another tenant’s filing and authorisation are as if they were not there', async () => {
  expect((await recognise({ filing }, { who: world.other.key })).body.code).toBe('consent.filing_not_found');
  expect((await recognise({ filing, authorization: world.other.ids['aut'] })).body.code).toBe('consent.authorization_not_found');
});

it('what was found and not declared is a finding, and hidden once the tenant wants it so', async () => {
  const open = await recognise('none');
  expect(open.body.personal_information).toMatchObject({ relied_on: null, undeclared: [{ category: 'phone', pages: [1], count: 1 }], result: 'returned' });
  await send(world, api.findings.setPolicy, world.one.roles.privacy, { body: { undeclared: 'masked' } });
  const masked = await recognise('none');
  expect(masked.body).toMatchObject({ text: expect.not.stringContaining('13800138000'), personal_information: { result: 'masked' } });
  const { body } = await send(world, api.findings.list, world.one.roles.viewer);
  expect(JSON.stringify(body)).not.toContain('138001');
  expect((body['items'] as object[]).length).toBeGreaterThanOrEqual(2);
});

it('withdrawing holds for the next call, of a person and of the whole text', async () => {
  const authorization = await word();
  await send(world, api.authorizations.withdraw, world.one.roles.privacy, { params: { id: authorization } });
  expect((await recognise({ filing, authorization })).body.code).toBe('consent.authorization_withdrawn');
  await moveText(world.owner, version, 'withdrawn');
  expect((await recognise({ filing })).body.code).toBe('consent.withdrawn');
});

it('while a tenant is suspended people are heard and their requests carried out, and nothing new is read', async () => {
  const suspend = (at: string) => world.owner.query(`UPDATE tenant SET suspended_at = ${at} WHERE id = $1`, [world.other.id]);
  const officer = world.other.roles.privacy;
  const [filingOfTheirs, subject] = [ids.next('flg'), `customer ${ids.next('rec')}`];
  await fileText(world.owner, { tenantId: world.other.id, filingId: filingOfTheirs, versionId: ids.next('flv') });
  const authorization = await made(send(world, api.authorizations.create, officer, { body: { filing: filingOfTheirs, subject, media: ['web_operation'], given_at: '2024-01-01T00:00:00Z', commitment: '0'.repeat(64) } }));
  await suspend('clock_timestamp()');
  try {
    expect((await recognise('none', { who: world.other.key })).body.code).toBe('tenant.suspended');
    const { body: desk } = await send(world, api.subjectRequests.desk, officer);
    expect((await send(world, api.requestForms.send, {}, { params: { slug: String(desk['slug']) }, body: { kind: 'access', words: 'What have you?', email: 'somebody@person.example', language: 'en' } })).status).toBe(204);
    const params = { id: await made(send(world, api.subjectRequests.create, officer, { body: { kind: 'delete', words: 'Forget me', email: 'somebody@person.example' } })) };
    expect((await send(world, api.subjectRequests.identify, officer, { params, body: { method: 'known_contact', subject } })).status).toBe(200);
    const { body: begun } = await send(world, api.subjectRequests.begin, officer, { params });
    expect(begun['tasks']).not.toEqual([]);
    expect((await send(world, api.authorizations.find, officer, { params: { id: authorization } })).body).toMatchObject({ status: 'withdrawn' });
    expect((await send(world, api.deletions.preview, officer, { body: { selection: { request: params.id, of: 'material' } } })).status).toBe(200);
    expect((await send(world, api.filings.list, officer)).status).toBe(200);
    expect((await send(world, api.inspections.list, officer)).status).toBe(200);
  } finally {
    await suspend('NULL');
  }
});

it('ten thousand commitments come as CSV in one call, and a line that does not match is named', async () => {
  const filingOfNow = ids.next('flg');
  await fileText(world.owner, { tenantId: world.one.id, filingId: filingOfNow, versionId: ids.next('flv') });
  const post = async (lines: string[]) => {
    const answer = await fetch(`${world.url}/v1/authorizations/bulk?filing=${filingOfNow}`, { method: 'POST', headers: { ...world.one.key, 'content-type': 'text/csv', 'idempotency-key': `csv-${lines.length}` }, body: ['subject,media,given_at,commitment', ...lines].join('\n') });
    return { status: answer.status, body: (await answer.json()) as { created?: number; errors?: { field: string }[] } };
  };
  const line = (at: number, media = 'web_operation|video') => `c${at},${media},2026-11-01T00:00:00Z,${'ab'.repeat(32)}`;
  expect(await post(Array.from({ length: 10_000 }, (_, at) => line(at)))).toMatchObject({ status: 201, body: { created: 10_000 } });
  expect(await post([line(1), line(2, 'video')])).toMatchObject({ status: 400, body: { errors: [{ field: 'items.1.media' }] } });
});
