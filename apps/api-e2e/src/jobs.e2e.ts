import { api, type Job } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, sample, send, signedIn, withKey } from './product.js';

const invoice = () => new Blob([new Uint8Array(sample('invoice-en.png'))], { type: 'image/png' });
const note = () => new Blob([new Uint8Array(sample('delivery-note-zh.jpg'))], { type: 'image/jpeg' });

const form = (...files: Blob[]): FormData => {
  const made = new FormData();
  for (const file of files) made.append('file', file);
  return made;
};

const submit = (key: string, body: FormData, headers: Record<string, string> = {}): Promise<Response> => send('/v1/jobs', { method: 'POST', key, body, headers });
const jobIn = async (response: Response): Promise<Job> => (await response.json()) as Job;
const ended = (key: string, id: Job['id']): Promise<Job> => withKey(key)(api.jobs.find, { params: { id }, query: { wait: 60 } });

describe('a job', () => {
  it('takes a batch, tells how it goes, and gives each result in every form', async () => {
    const { key } = await newTenant(20);
    const accepted = await submit(key, form(invoice(), note()));
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('ratelimit')).toBe('"qps";r=19;t=1');
    const { id, progress } = await jobIn(accepted);
    expect(progress).toMatchObject({ documents: 2, pages: 2 });
    const job = await ended(key, id);
    expect(job).toMatchObject({ status: 'succeeded', position: null, progress: { documents_done: 2, pages_done: 2 }, usage: { pages: 2, billed_pages: 2 } });

    const result = await withKey(key)(api.jobs.document, { params: { id, number: 1 }, query: {} });
    expect(result).toMatchObject({ job: id, id: job.documents[0]!.recognition, retention: { kept: 'none' }, advisory: true });
    expect(result.text).toMatch(/invoice/i);
    for (const [format, type, opening] of [['text', 'text/plain', 'Larkfield'], ['markdown', 'text/markdown', ''], ['hocr', 'text/vnd.hocr+html', '<'], ['alto', 'application/alto+xml', '<?xml'], ['tsv', 'text/tab-separated-values', 'level'], ['pdf', 'application/pdf', '%PDF']] as const) {
      const response = await send(`/v1/jobs/${id}/documents/1?format=${format}`, { key });
      expect(response.headers.get('content-type')).toMatch(type);
      expect((await response.text()).startsWith(opening)).toBe(true);
    }
    const first = await withKey(key)(api.jobs.pages, { params: { id }, query: { limit: 1 } });
    const second = await withKey(key)(api.jobs.pages, { params: { id }, query: { limit: 1, cursor: first.next_cursor! } });
    expect([...first.items, ...second.items].map(({ document }) => document).sort()).toEqual([1, 2]);
    expect(second.next_cursor).toBeNull();
    const listed = await withKey(key)(api.jobs.list, { query: {} });
    expect(listed.items.map((item) => item.id)).toEqual([id]);
    const usage = await withKey(key)(api.recognitions.list, { query: {} });
    expect(usage.items.map((item) => item.job)).toEqual([id, id]);
  });

  it('streams what happens, and goes on behind what was seen', async () => {
    const { key } = await newTenant(20);
    const { id } = await jobIn(await submit(key, form(invoice(), invoice())));
    const events = async (headers: Record<string, string>) => {
      const response = await send(`/v1/jobs/${id}/events`, { key, headers });
      expect(response.headers.get('content-type')).toMatch('text/event-stream');
      expect(response.headers.get('cache-control')).toContain('no-transform');
      return [...(await response.text()).matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n/g)].map(([, place, event, data]) => ({ place: Number(place), event, data: JSON.parse(data!) as { status?: string } }));
    };
    const all = await events({});
    expect(all.filter(({ event }) => event === 'page').map(({ place }) => place)).toEqual([1, 2]);
    expect(all.at(-1)).toMatchObject({ event: 'job', data: { status: 'succeeded' } });
    const rest = await events({ 'last-event-id': '1' });
    expect(rest.map(({ event, place }) => [event, place])).toEqual([['page', 2], ['job', 2]]);
  });

  it('is what ?async=true answers', async () => {
    const { key } = await newTenant(20);
    const response = await send('/v1/recognitions?async=true', { method: 'POST', key, headers: { 'content-type': 'image/png' }, body: invoice() });
    expect(response.status).toBe(202);
    const { id } = await jobIn(response);
    expect((await ended(key, id)).status).toBe('succeeded');
  });

  it('is opened once for an Idempotency-Key', async () => {
    const { key } = await newTenant(20);
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const [first, again] = [await submit(key, form(invoice()), headers), await submit(key, form(invoice()), headers)];
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await jobIn(again)).id).toBe((await jobIn(first)).id);
    expect(await problemIn(await submit(key, form(note()), headers))).toMatchObject({ code: 'idempotency.mismatch' });
    expect((await withKey(key)(api.jobs.list, { query: {} })).items).toHaveLength(1);
  });

  it('that is cancelled is erased, and cancelling it again changes nothing', async () => {
    const { key } = await newTenant(20);
    const { id } = await jobIn(await submit(key, form(...Array.from({ length: 6 }, note))));
    const cancelled = await withKey(key)(api.jobs.cancel, { params: { id } });
    expect(cancelled.finished_at).not.toBeNull();
    expect(cancelled.documents.filter(({ status }) => status === 'canceled').length).toBeGreaterThan(3);
    expect(await problemIn(await send(`/v1/jobs/${id}/documents/6`, { key }))).toMatchObject({ code: 'job.expired', status: 410 });
    expect(await problemIn(await send(`/v1/jobs/${id}/pages`, { key }))).toMatchObject({ code: 'job.expired' });
    expect(await withKey(key)(api.jobs.cancel, { params: { id } })).toMatchObject({ status: cancelled.status, finished_at: cancelled.finished_at });
  });

  it('that somebody only looks at in the console is kept as long as any, and one that they download goes soon', async () => {
    const { key, owner } = await newTenant(20);
    const { call, cookie } = await signedIn(owner);
    const { id } = await jobIn(await submit(key, form(invoice())));
    const { expires_at: last } = await ended(key, id);
    const expiry = async () => (await call(api.jobs.find, { params: { id }, query: {} })).expires_at;
    await call(api.jobs.document, { params: { id, number: 1 }, query: {} });
    await call(api.jobs.pages, { params: { id }, query: {} });
    expect(await expiry()).toBe(last);
    const downloaded = await send(`/v1/jobs/${id}/documents/1?format=text`, { key: null, headers: { cookie } });
    expect(downloaded.status).toBe(200);
    expect(Date.parse(await expiry())).toBeLessThan(Date.parse(last));
  });

  it('is refused with the name of the file that is wrong, and costs nothing', async () => {
    const { key } = await newTenant(20);
    const refused = await problemIn(await submit(key, form(invoice(), new Blob(['not a picture']))));
    expect(refused).toMatchObject({ code: 'image.unsupported', errors: [{ field: 'documents.1' }] });
    expect(refused.detail).toMatch(/^Document 2: /);
    expect((await withKey(key)(api.jobs.list, { query: {} })).items).toEqual([]);
  });

  it('is seen by its own tenant and by no other', async () => {
    const { key } = await newTenant(20);
    const { id } = await jobIn(await submit(key, form(invoice())));
    for (const address of ['', '/events', '/pages', '/documents/1']) expect(await problemIn(await send(`/v1/jobs/${id}${address}`, { key: product().apiKey }))).toMatchObject({ code: 'job.not_found', status: 404 });
    expect(await problemIn(await send(`/v1/jobs/${id}`, { method: 'DELETE', key: product().apiKey }))).toMatchObject({ code: 'job.not_found' });
    expect((await ended(key, id)).status).toBe('succeeded');
  });
});
