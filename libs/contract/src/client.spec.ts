import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from './api.js';
import { createClient, ProblemError, type Call } from './client.js';
import type { Problem } from './problem.js';

const id = `key_${'0'.repeat(26)}` as const;
const key = {
  id,
  label: 'billing',
  environment: 'live',
  retention: 'none',
  scopes: ['recognise'],
  purpose: null,
  allowed_addresses: [],
  requests_per_second: null,
  hint: 'ink_live_abcd',
  state: 'active',
  created_at: '2026-11-22T04:00:00.000Z',
  expires_at: null,
  last_used_at: null,
  last_used_from: null,
  last_used_for: null,
  retires_at: null,
  successor: null,
  revoked_at: null,
  revoked_because: null,
} as const;

/** What came in last, and what is answered next. */
let seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };
let answer: (response: ServerResponse) => void;
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  answer = (response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  seen = { method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() };
  answer(response);
});
let baseUrl: string;
let call: Call;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  call = createClient({ baseUrl, headers: { authorization: 'Bearer x' } });
});
afterAll(() => void server.close());

const refused = async (calling: Promise<unknown>): Promise<ProblemError> => {
  const error = await calling.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  return error as ProblemError;
};

describe('the client', () => {
  it('fills parameters into the path, escaped', async () => {
    json(200, key);
    await call(api.keys.revoke, { params: { id: 'key_a/../b' as typeof id } });
    expect(seen).toMatchObject({ method: 'DELETE', url: '/v1/keys/key_a%2F..%2Fb' });
  });

  it('sends what was given in the query and leaves out what was not', async () => {
    json(200, { items: [], next_cursor: null });
    await call(api.recognitions.list, { query: { limit: 5, cursor: undefined } });
    expect(seen.url).toBe('/v1/recognitions?limit=5');
    await call(api.recognitions.list);
    expect(seen.url).toBe('/v1/recognitions');
  });

  it('sends a body as JSON, with its headers', async () => {
    json(201, { ...key, secret: 'ink_live_secret' });
    expect(await call(api.keys.issue, { body: { label: 'billing' } })).toEqual({ ...key, secret: 'ink_live_secret' });
    expect(JSON.parse(seen.body)).toEqual({ label: 'billing' });
    expect(seen.headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer x' });
  });

  it('asks for its headers anew at every call', async () => {
    let calls = 0;
    const counting = createClient({ baseUrl, headers: async () => ({ 'x-count': String(++calls) }) });
    json(200, { items: [] });
    await counting(api.keys.list);
    await counting(api.keys.list);
    expect(seen.headers['x-count']).toBe('2');
  });

  it('sends a file as multipart, the options before it', async () => {
    json(400, {});
    await refused(call(api.recognitions.create, { file: new Blob(['pixels']), fileName: 'page.png', options: { languages: 'en' } }));
    expect(seen.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen.body).toMatch(/name="languages"[^]*name="file"; filename="page\.png"[^]*pixels/);
  });

  it('answers nothing for an endpoint without a reply', async () => {
    answer = (response) => void response.writeHead(204).end();
    expect(await call(api.session.signOut)).toBeUndefined();
  });

  it('lets in members of a reply that it does not know yet, and no reply of another shape', async () => {
    json(200, { items: [{ ...key, colour: 'red' }] });
    expect((await call(api.keys.list)).items).toEqual([key]);
    json(200, { items: [{ ...key, label: 7 }] });
    await expect(call(api.keys.list)).rejects.toThrow('label');
  });

  it('throws the problem that the API named, with the headers beside it', async () => {
    const problem: Problem = { type: 'https://ocr.example/docs/problems/rate.exceeded', title: 'x', status: 429, code: 'rate.exceeded', detail: 'Retry in 12 ms.', request_id: 'req_1', retryable: true, billed: false, retry_after_ms: 12 };
    json(429, problem, { 'content-type': 'application/problem+json', 'retry-after': '1' });
    const error = await refused(call(api.usage.usage));
    expect(error.problem).toEqual(problem);
    expect(error.headers.get('retry-after')).toBe('1');
  });

  it('tells an answer of something between us and the API from one of the API', async () => {
    answer = (response) => void response.writeHead(502, { 'x-request-id': 'req_2' }).end('<html>Bad gateway</html>');
    expect((await refused(call(api.usage.usage))).problem).toMatchObject({ status: 502, retryable: true, request_id: 'req_2', detail: expect.stringContaining('did not come from the API') });
    answer = (response) => void response.writeHead(404).end('nothing here');
    expect((await refused(call(api.usage.usage))).problem).toMatchObject({ status: 404, retryable: false });
  });

  it('stops when it is told to', async () => {
    const hangUp = new AbortController();
    answer = () => hangUp.abort();
    await expect(call(api.usage.usage, { signal: hangUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
