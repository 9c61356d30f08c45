import { createHash } from 'node:crypto';
import { api, type Call } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, send, signedIn } from './product.js';

const [A, B, C] = ['您的姓名和手机号码', '您同意试验企业将单据传输给 Inkproof 进行文字识别', '您同意 Inkproof 将识别结果返回给试验企业'];
const text = `我们处理以下个人信息：${A}。\n${B}。\n${C}。`;
const png = Buffer.from(drawPage({ lines: ['CONSENT'], widthPx: 240, fontPx: 28 }));
let tenant: Awaited<ReturnType<typeof newTenant>>;
let staff: Call;

beforeAll(async () => {
  tenant = await newTenant(20);
  ({ call: staff } = await signedIn(product().admin));
});

const begin = (call = tenant.call) =>
  call(api.filings.create, {
    body: { name: '签收授权书', text, language: 'zh-CN', effective_on: '2026-01-01', media: ['web_operation'], identity_binding: '实名手机号', categories: ['name', 'phone'], purpose: '核验签收', method: '文字识别', retention_days: 30, controller_name: '试验企业', controller_contact: 'privacy@trial.example', rights: '写信撤回' },
  });

describe('a filing', () => {
  it('is written with what the text suggests, handed in, accepted by staff, and receipted in JSON and on paper', async () => {
    const draft = await begin();
    const params = { id: draft.filing.id };
    expect(draft.suggestions.map(({ clause }) => clause)).toEqual(['a', 'b', 'c']);
    const marked = await tenant.call(api.filings.change, { params, body: { spans: draft.suggestions } });
    expect(marked.checks.filter(({ state }) => state === 'unmet').map(({ element }) => element)).toEqual(['page_screenshot']);
    const file = await tenant.call(api.filings.addFile, { params, body: { kind: 'page_screenshot', name: '授权页.png', base64: png.toString('base64') } });
    const submitted = await tenant.call(api.filings.submit, { params });
    expect(submitted).toMatchObject({ state: 'submitted', text_sha256: createHash('sha256').update(text).digest('hex') });
    const version = { version: submitted.id };
    expect((await staff(api.adminFilings.list, { query: {} })).items.map(({ id }) => id)).toContain(submitted.id);
    const accepted = await staff(api.adminFilings.accept, { params: version, body: { text_sha256: submitted.text_sha256 } });
    expect(accepted).toMatchObject({ state: 'accepted', review_due_at: null });

    const { receipt } = await tenant.call(api.filings.receipt, { params: { ...params, ...version }, query: {} });
    expect(receipt).toMatchObject({ provider: 'Inkproof', version: { text_sha256: submitted.text_sha256 }, tenant: { id: tenant.id } });
    const pdf = await send(`/v1/consent-filings/${params.id}/versions/${submitted.id}/receipt?format=pdf`, { key: tenant.key });
    expect([pdf.headers.get('content-type'), Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)]).toEqual(['application/pdf', '%PDF-']);
    const fetched = await send(`/v1/consent-filings/${params.id}/files/${file.id}`, { key: tenant.key });
    expect([fetched.headers.get('content-disposition'), Buffer.from(await fetched.arrayBuffer()).equals(png)]).toEqual([expect.stringContaining('attachment'), true]);
  });

  it('is refused by name while something is missing', async () => {
    const { filing } = await begin();
    const answer = await send(`/v1/consent-filings/${filing.id}/submission`, { key: tenant.key, method: 'POST' });
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ status: 422, code: 'filing.incomplete' });
    expect(problem.errors?.map(({ field }) => field)).toEqual(['clause_a', 'clause_b', 'clause_c', 'page_screenshot']);
  });

  it('is not there for another tenant', async () => {
    const { filing } = await begin();
    const other = await newTenant(20);
    for (const [method, path] of [['GET', ''], ['DELETE', '/draft'], ['POST', '/submission']] as const) {
      const answer = await send(`/v1/consent-filings/${filing.id}${path}`, { key: other.key, method });
      expect(await problemIn(answer)).toMatchObject({ status: 404, code: 'filing.not_found' });
    }
  });

  it('may begin with the text of a picture, which is read without being metered or kept', async () => {
    const before = await tenant.call(api.ledger.calls, { query: {} });
    const page = Buffer.from(drawPage({ lines: ['YOU AGREE'], widthPx: 480, fontPx: 40 }));
    const read = await tenant.call(api.filings.readText, { body: { base64: page.toString('base64'), languages: ['en'] } });
    expect(read).toEqual({ text: expect.stringContaining('YOU AGREE') as string, source: 'image', advisory: true });
    expect(await tenant.call(api.ledger.calls, { query: {} })).toEqual(before);
  });
});
