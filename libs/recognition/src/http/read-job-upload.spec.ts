import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJobUpload, type JobUpload } from './read-job-upload.js';

const limits = { maxBytes: 1_000, maxFileBytes: 400, maxFiles: 5 };

let outcome: PromiseSettledResult<JobUpload>;
let server: Server;

beforeAll(async () => {
  const app = new ExpressAdapter().getInstance<Express>();
  app.set('query parser', 'simple');
  app.post('/', async (request, response) => {
    [outcome] = await Promise.allSettled([readJobUpload(request, limits)]);
    response.end();
  });
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
});
afterAll(() => void server.close());

let query = '';
const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${query}`, { method: 'POST', body, headers })).text();
  return outcome;
};
const inForm = (...bytes: number[]) => {
  const form = new FormData();
  for (const size of bytes) form.append('file', new Blob([new Uint8Array(size)]));
  return post(form);
};
const inJson = (...bytes: number[]) => post(JSON.stringify({ documents: bytes.map((size) => ({ image: { base64: Buffer.alloc(size).toString('base64') } })) }), { 'content-type': 'application/json' });
const raw = (bytes: number) => post(new Uint8Array(bytes), { 'content-type': 'image/png' });

const taken = (files: number) => ({ status: 'fulfilled', value: { documents: Array.from({ length: files }, () => ({ tag: null })) } });
const refused = (name: string, max: number) => ({ status: 'rejected', reason: { code: 'request.too_large', extras: { limit: { name, max } } } });

describe('each document of a job', () => {
  it('may be as large as an upload, in every form', async () => {
    expect(await inForm(400, 400)).toMatchObject(taken(2));
    expect(await inJson(400, 400)).toMatchObject(taken(2));
    expect(await raw(400)).toMatchObject(taken(1));
  });

  it('may be no larger than that, however much the job may weigh', async () => {
    expect(await inForm(100, 401)).toMatchObject(refused('upload_bytes', 400));
    expect(await inJson(100, 401)).toMatchObject(refused('upload_bytes', 400));
    expect(await raw(401)).toMatchObject(refused('upload_bytes', 400));
  });
});

it('all documents together weigh no more than a job may', async () => {
  expect(await inForm(400, 400, 201)).toMatchObject(refused('job_bytes', 1_000));
  expect(await inForm(400, 400, 200)).toMatchObject(taken(3));
});

it('may say async, which a job is in any case, in every form', async () => {
  query = '?async=true&languages=en';
  for (const sent of [await inForm(100), await inJson(100), await raw(100)]) expect(sent).toMatchObject({ ...taken(1), value: { options: { languages: ['en'] } } });
  query = '?asinc=true';
  for (const sent of [await inForm(100), await inJson(100), await raw(100)]) expect(sent).toMatchObject({ status: 'rejected', reason: { code: 'request.invalid' } });
  query = '';
});
