import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, createClient, type Job, type Recognition } from '@inkproof/contract';
import { drawPage, drawPdf, pdfText } from '@inkproof/drawn-pages';
import { canary } from '../../../tools/testing/search-files.js';
import { signedIn, withKey } from './product.js';

/** What is sealed wherever it lies: in objects, in drawers, in a mail. */
export const sealed = () => ({ kept: canary(), job: canary(), name: canary(), attachment: canary(), noteFile: canary(), material: canary(), filingFile: canary(), words: canary(), person: canary(), address: canary() });
/** What is looked for, sorted or shown in lists, and so lies in the open in the database, and in its backups for as long as those are kept. */
export const inTheOpen = () => ({ tag: canary(), subject: canary(), message: canary(), note: canary(), text: canary(), label: canary(), url: canary() });

type Words = ReturnType<typeof sealed> & ReturnType<typeof inTheOpen>;
interface Install {
  api: string;
  apiKey: string;
  demo: { email: string; password: string };
  admin: { email: string; password: string };
}

const SECOND_MS = 1_000;
const pageOf = (word: string): Uint8Array<ArrayBuffer> => new Uint8Array(drawPdf([{ draws: [pdfText(60, 700, `Order ${word} of today`)] }]));
const aKey = (): string => randomBytes(8).toString('hex');
const [A, B, C] = ['您的姓名和手机号码', '您同意试验企业将单据传输给 Inkproof 进行文字识别', '您同意 Inkproof 将识别结果返回给试验企业'];

/** Writes a word of its own into every kind of field that a tenant, its persons and the desk fill, as they do. */
export const fillEveryField = async ({ api: baseUrl, apiKey, demo, admin }: Install, words: Words) => {
  const { call } = await signedIn(demo, baseUrl);
  const { call: staff } = await signedIn(admin, baseUrl);
  const program = withKey(apiKey, baseUrl);
  const submit = async <Answer>(address: string, word: string): Promise<Answer> => {
    const body = new FormData();
    body.set('file', new Blob([pageOf(word)], { type: 'application/pdf' }), `${words.name}.pdf`);
    // What was accepted a moment ago fills the second of the quota.
    await sleep(SECOND_MS);
    return (await (await fetch(`${baseUrl}${address}&languages=en&tag=${words.tag}`, { method: 'POST', body, headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': aKey() } })).json()) as Answer;
  };

  const webhook = await call(api.webhooks.create, { body: { url: `https://198.51.100.7/${words.url}`, label: words.label, events: ['job.succeeded', 'ticket.answered'] } });
  const recognition = await submit<Recognition>('/v1/recognitions?retention=all', words.kept);
  const { id: job } = await submit<Job>('/v1/jobs?retention=none', words.job);
  await program(api.jobs.find, { params: { id: job }, query: { wait: 20 } });
  const document = (await (await fetch(`${baseUrl}/v1/jobs/${job}/documents/1`, { headers: { authorization: `Bearer ${apiKey}` } })).json()) as Recognition;

  const filing = await fileText();
  const { id: authorization } = await call(api.authorizations.create, { body: { filing, subject: words.person, media: ['web_operation'], given_at: '2026-11-01T00:00:00Z' } });
  await call(api.authorizations.keepMaterial, { params: { id: authorization }, body: { media_type: 'text/plain', base64: Buffer.from(`They agreed: ${words.material}`).toString('base64') } });
  const { slug } = await call(api.subjectRequests.desk);
  await createClient({ baseUrl })(api.requestForms.send, { params: { slug }, body: { kind: 'explain', name: words.person, words: words.words, email: `${words.address}@person.example`, language: 'en' } });

  const file = (word: string): File => new File([`one line, ${word}\n`], 'log.txt', { type: 'text/plain' });
  const { id: ticket } = await call(api.tickets.create, { body: { subject: words.subject, words: words.message }, files: [file(words.attachment)], idempotencyKey: aKey() });
  await staff(api.adminTickets.reply, { params: { id: ticket }, body: { words: words.message } });
  await staff(api.adminTickets.note, { params: { id: ticket }, body: { words: words.note }, files: [file(words.noteFile)] });
  return { call, staff, webhook, recognition, document, job, authorization, ticket };

  /** A text that the provider has accepted, so that it can be relied on. */
  async function fileText(): Promise<`flg_${string}`> {
    const text = `我们处理以下个人信息：${A}。\n${B}。\n${C}。${words.text}`;
    const draft = await call(api.filings.create, {
      body: { name: '签收授权书', text, language: 'zh-CN', effective_on: '2026-01-01', media: ['web_operation'], identity_binding: '实名手机号', categories: ['name', 'phone'], purpose: '核验签收', method: '文字识别', retention_days: 30, controller_name: '试验企业', controller_contact: 'privacy@trial.example', rights: '写信撤回' },
    });
    const params = { id: draft.filing.id };
    await call(api.filings.change, { params, body: { spans: draft.suggestions } });
    await call(api.filings.addFile, { params, body: { kind: 'page_screenshot', name: 'page.png', base64: drawPage({ lines: ['CONSENT'], widthPx: 240, fontPx: 28 }).toString('base64') } });
    await call(api.filings.addFile, { params, body: { kind: 'contract', name: 'contract.pdf', base64: Buffer.from(pageOf(words.filingFile)).toString('base64') } });
    const { id: version, text_sha256 } = await call(api.filings.submit, { params });
    await staff(api.adminFilings.accept, { params: { version }, body: { text_sha256 } });
    return params.id;
  }
};
