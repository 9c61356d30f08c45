import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { endpoint, Refusal } from '@inkproof/contract';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { Answers } from '../http/endpoint.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { Given } from '../http/shape.js';
import { createLog } from '../log/log.js';
import { Drawers } from '../objects/drawers.js';
import { LocalBlobs } from '../objects/local-blobs.js';
import { TenantKeys } from '../objects/tenant-keys.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotentCalls } from './idempotent-calls.js';

const Note = z.strictObject({ title: z.string().max(20) });
const said = { summary: 'x', access: { key: true }, problems: [] } as const;
const desk = {
  write: endpoint({ ...said, method: 'POST', path: '/v1/notes', body: Note, status: 201, reply: Note }),
  ring: endpoint({ ...said, method: 'POST', path: '/v1/notes/{id}/ring', params: z.object({ id: z.string() }), status: 202, reply: Note }),
  tidy: endpoint({ ...said, method: 'POST', path: '/v1/tidy', status: 204 }),
  read: endpoint({ ...said, method: 'GET', path: '/v1/notes', status: 200, reply: Note }),
  enter: endpoint({ ...said, access: { anyone: true }, method: 'POST', path: '/v1/enter', body: Note, status: 200, reply: Note }),
};
let runs = 0;
let refusing = false;

class Desk {
  write(body: object): object {
    if (refusing) throw new Refusal('rate.exceeded');
    return { ...body, run: ++runs };
  }

  ring(): object {
    return { run: ++runs };
  }

  tidy(): void {
    runs++;
  }

  read(): object {
    return { run: ++runs };
  }

  enter(): object {
    return { run: ++runs };
  }
}
class DeskModule {}

/** Decorators as plain calls: specs lie outside the library's tsconfig, where their syntax is switched on. */
const decorate = (): void => {
  for (const name of ['write', 'ring', 'tidy', 'read', 'enter'] as const) Answers(desk[name])(Desk.prototype, name, Object.getOwnPropertyDescriptor(Desk.prototype, name)!);
  Given.body(desk.write.body)(Desk.prototype, 'write', 0);
  Controller()(Desk);
  Module({ controllers: [Desk] })(DeskModule);
};

let spec: SpecDatabase;
let database: Database;
let app: NestExpressApplication;
let url: string;
let caller: object;
let count = 0;

beforeAll(async () => {
  decorate();
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  const [ids, clock] = [new CountingIds(), new StillClock()];
  await database.asProvider((tx) => tx.tenant.create({ data: { id: 'ten_a', name: 'x', createdAt: clock.now() } }));
  app = await NestFactory.create<NestExpressApplication>(DeskModule, { bodyParser: false, logger: false });
  app.use((request: { id?: string; user?: object }, _: unknown, next: () => void) => ((request.id = 'req_1'), (request.user = caller), next()));
  app.useGlobalFilters(new ProblemFilter(createLog('silent'), 'https://ocr.example'));
  app.useGlobalInterceptors(new IdempotencyInterceptor(new IdempotentCalls(database, ids, clock, new Drawers(database, new TenantKeys(database, new LocalBlobs(specFolder()), Buffer.alloc(32, 7), ids, clock), ids, clock), { pepper: 'p'.repeat(32), lockMs: 1_000 })));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await database.close();
  await spec.drop();
});
beforeEach(() => {
  caller = { kind: 'key', tenantId: 'ten_a', keyId: 'key_a' };
  runs = 0;
  count++;
});

const post = async (path: string, body?: object, key: string | null = `key ${count}`) => {
  const headers = { ...(body && { 'content-type': 'application/json' }), ...(key !== null && { 'idempotency-key': key }) };
  const response = await fetch(url + path, { method: 'POST', headers, body: body && JSON.stringify(body) });
  return { status: response.status, replayed: response.headers.get('idempotent-replayed'), body: await response.text() };
};

describe('a POST with a key', () => {
  it('is answered twice and done once', async () => {
    const first = await post('/v1/notes', { title: 'milk' });
    expect(first).toEqual({ status: 201, replayed: null, body: '{"title":"milk","run":1}' });
    expect(await post('/v1/notes', { title: 'milk' })).toEqual({ ...first, replayed: 'true' });
    expect(runs).toBe(1);
  });

  it('of another body is refused, and so is one of another query', async () => {
    await post('/v1/notes', { title: 'milk' });
    for (const other of [await post('/v1/notes', { title: 'bread' }), await post('/v1/notes?loud=yes', { title: 'milk' })]) {
      expect(other.status).toBe(422);
      expect(JSON.parse(other.body)).toMatchObject({ code: 'idempotency.mismatch', billed: false });
    }
  });

  it('may have no body, and no answer either', async () => {
    expect(await post('/v1/notes/n1/ring')).toMatchObject({ status: 202, replayed: null });
    expect(await post('/v1/notes/n1/ring')).toMatchObject({ status: 202, replayed: 'true' });
    expect(await post('/v1/notes/n2/ring')).toMatchObject({ status: 202, replayed: null });
    expect(await post('/v1/tidy')).toEqual({ status: 204, replayed: null, body: '' });
    expect(await post('/v1/tidy')).toEqual({ status: 204, replayed: 'true', body: '' });
    expect(runs).toBe(3);
  });

  it('that was refused runs when it is tried again', async () => {
    refusing = true;
    expect((await post('/v1/notes', { title: 'milk' })).status).toBe(429);
    refusing = false;
    expect(await post('/v1/notes', { title: 'milk' })).toMatchObject({ status: 201, replayed: null });
  });

  it('of a person of the provider is that person’s own', async () => {
    caller = { kind: 'staff', personId: 'per_a' };
    expect(await post('/v1/notes', { title: 'milk' })).toMatchObject({ replayed: null });
    expect(await post('/v1/notes', { title: 'milk' })).toMatchObject({ replayed: 'true' });
    caller = { kind: 'staff', personId: 'per_b' };
    expect(await post('/v1/notes', { title: 'milk' })).toMatchObject({ replayed: null });
  });

  it('is refused when the key is none', async () => {
    const refused = await post('/v1/notes', { title: 'milk' }, 'x'.repeat(256));
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'request.invalid', errors: [{ field: 'Idempotency-Key' }] });
  });
});

describe('what runs as often as it is asked', () => {
  it('is a POST without a key', async () => {
    for (let i = 0; i < 2; i++) await post('/v1/notes', { title: 'milk' }, null);
    expect(runs).toBe(2);
  });

  it('is a GET, and whatever lies before the door', async () => {
    for (let i = 0; i < 2; i++) {
      await fetch(`${url}/v1/notes`, { headers: { 'idempotency-key': 'x' } });
      await post('/v1/enter', { title: 'x' });
    }
    expect(runs).toBe(4);
  });
});
