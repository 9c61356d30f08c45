import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { endpoint, Problem, Refusal } from '@inkproof/contract';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../log/log.js';
import { Answers } from './endpoint.js';
import { ProblemFilter } from './problem-filter.js';
import { JSON_MAX_BYTES } from './read-sent.js';
import { Given } from './shape.js';

const Note = z.strictObject({ title: z.string().max(5), copies: z.int().min(1).default(1) });
const desk = {
  post: endpoint({ method: 'POST', path: '/v1/notes/{id}', summary: 'x', access: { anyone: true }, params: z.object({ id: z.string().regex(/^n\d+$/) }), query: z.object({ loud: z.enum(['yes']).optional() }), body: Note, status: 201, reply: Note, problems: [] }),
  throw: endpoint({ method: 'GET', path: '/v1/throw', summary: 'x', access: { anyone: true }, status: 200, reply: Note, problems: [] }),
};
let thrown: () => unknown;

class Desk {
  post(params: object, query: object, body: object): object {
    return { params, query, body };
  }

  async throw(): Promise<void> {
    await Promise.reject(thrown());
  }
}
class DeskModule {}

/** Decorators as plain calls: specs lie outside the library's tsconfig, where their syntax is switched on. */
const decorate = (): void => {
  const method = (name: 'post' | 'throw') => Object.getOwnPropertyDescriptor(Desk.prototype, name)!;
  Answers(desk.post)(Desk.prototype, 'post', method('post'));
  Answers(desk.throw)(Desk.prototype, 'throw', method('throw'));
  Given.params(desk.post.params)(Desk.prototype, 'post', 0);
  Given.query(desk.post.query)(Desk.prototype, 'post', 1);
  Given.body(desk.post.body)(Desk.prototype, 'post', 2);
  Controller()(Desk);
  Module({ controllers: [Desk] })(DeskModule);
};

let app: NestExpressApplication;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  decorate();
  app = await NestFactory.create<NestExpressApplication>(DeskModule, { bodyParser: false, logger: false });
  app.use((request: { id?: string }, _: unknown, next: () => void) => ((request.id = 'req_1'), next()));
  app.useGlobalFilters(new ProblemFilter(createLog('info', { write: (line: string) => void lines.push(line) }), 'https://ocr.example'));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());
beforeEach(() => void lines.splice(0));

const problemOf = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = Problem.parse(await response.json());
  expect(problem).toMatchObject({ status: response.status, type: `https://ocr.example/docs/problems/${problem.code}`, request_id: 'req_1' });
  return problem;
};
const post = (body: string, { path = '/v1/notes/n1', type = 'application/json' } = {}) => fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body });
const throwing = (error: unknown) => {
  thrown = () => error;
  return fetch(`${url}/v1/throw`);
};

describe('a request in its shape', () => {
  it('comes in with its defaults, and is answered with the status of the contract', async () => {
    const response = await post('{"title":"page"}', { path: '/v1/notes/n7?loud=yes' });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ params: { id: 'n7' }, query: { loud: 'yes' }, body: { title: 'page', copies: 1 } });
  });
});

describe('a request out of shape', () => {
  it('learns each field that does not match, and none of its values comes back', async () => {
    const problem = await problemOf(await post('{"title":"not this secret","copies":"two hundred"}'));
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.errors?.map(({ field }) => field)).toEqual(['title', 'copies']);
    expect(JSON.stringify(problem) + lines.join()).not.toMatch(/not this secret|two hundred/);
  });

  it('learns which members the contract does not know', async () => {
    expect((await problemOf(await post('{"title":"x","colour":"red"}'))).detail).toContain('members the contract does not know: colour');
  });

  it('with thousands of unknown members gets a short answer', async () => {
    const crowd = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`${i}${'y'.repeat(10)}`, 1]));
    const { detail } = await problemOf(await post(JSON.stringify(crowd)));
    expect(detail.length).toBeLessThan(500);
    const { detail: long } = await problemOf(await post(JSON.stringify({ ['y'.repeat(60_000)]: 1 })));
    expect(long.length).toBeLessThan(500);
  });

  it('is refused for its path and its query too', async () => {
    expect((await problemOf(await post('{"title":"x"}', { path: '/v1/notes/m1' }))).errors?.[0]?.field).toBe('id');
    expect((await problemOf(await post('{"title":"x"}', { path: '/v1/notes/n1?loud=no' }))).errors?.[0]?.field).toBe('loud');
  });

  it.each([
    ['that is no JSON', '{', 'application/json', 400, 'request.invalid'],
    ['that is a list', '[1,2]', 'application/json', 400, 'request.invalid'],
    ['of another type', '{}', 'text/plain', 415, 'request.unsupported_type'],
    ['over the limit', JSON.stringify({ title: 'x'.repeat(JSON_MAX_BYTES) }), 'application/json', 413, 'request.too_large'],
  ])('%s is refused by name', async (_, body, type, status, code) => {
    expect(await problemOf(await post(body, { type }))).toMatchObject({ status, code });
  });

  it('over the limit learns the limit', async () => {
    expect((await problemOf(await post('x'.repeat(JSON_MAX_BYTES + 1)))).limit).toEqual({ name: 'body_bytes', max: JSON_MAX_BYTES, actual: JSON_MAX_BYTES + 1 });
  });

  it('at an address that leads nowhere, or that cannot be decoded, is told so', async () => {
    expect(await problemOf(await fetch(`${url}/v1/nowhere`))).toMatchObject({ status: 404, code: 'request.route_unknown' });
    expect(await problemOf(await post('{}', { path: '/v1/notes/%zz' }))).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});

describe('what is thrown', () => {
  it('as a refusal is answered by name and noted quietly', async () => {
    const response = await throwing(new Refusal('rate.exceeded', 'Retry in 1001 ms.', { retry_after_ms: 1_001 }));
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'rate.exceeded', detail: 'Retry in 1001 ms.', retryable: true, retry_after_ms: 1_001 });
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, code: 'rate.exceeded', request_id: 'req_1' });
  });

  it('as a fault is answered without its words and noted loudly with them', async () => {
    const problem = await problemOf(await throwing(new TypeError('x.secret is not a function')));
    expect(problem).toMatchObject({ status: 500, code: 'server.fault', retryable: true });
    expect(JSON.stringify(problem)).not.toMatch(/secret|TypeError/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, request_id: 'req_1', err: { name: 'TypeError', message: 'x.secret is not a function' } });
  });

  it('by a store that is gone is answered as such, with when to come back', async () => {
    const gone = await new pg.Client({ host: '127.0.0.1', port: 1 }).connect().catch((error: unknown) => error);
    const response = await throwing(gone);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'capacity.store_unavailable' });
  });

  it('by a store that disagrees is a fault of ours, and the rejected row stays out of the log', async () => {
    const error = Object.assign(new pg.DatabaseError('duplicate key value', 1, 'error'), { code: '23505', detail: 'Key (email)=(somebody@inkproof.example) exists' });
    expect(await problemOf(await throwing(error))).toMatchObject({ status: 500, code: 'server.fault' });
    expect(lines[0]).toContain('23505');
    expect(lines[0]).not.toContain('somebody');
  });

  it.each(['a string', undefined, null, 7])('as %j is a fault like any other', async (odd) => {
    expect(await problemOf(await throwing(odd))).toMatchObject({ status: 500, code: 'server.fault' });
  });
});
