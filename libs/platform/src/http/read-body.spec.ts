import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBody, readJson } from './read-body.js';

const MAX_BYTES = 100;

let read: (request: IncomingMessage) => Promise<unknown>;
let settled: (outcome: PromiseSettledResult<unknown>) => void;
const server = createServer(async (request, response) => {
  const [outcome] = await Promise.allSettled([read(request)]);
  settled(outcome);
  response.end();
});
let port: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

/** Sends these bytes, hangs up when told to, and answers what reading came to. */
const sending = (head: string, body: string, { hangUpAfterMs }: { hangUpAfterMs?: number } = {}): Promise<PromiseSettledResult<unknown>> =>
  new Promise((resolve) => {
    settled = resolve;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${head}\r\n\r\n${body}`);
      if (hangUpAfterMs !== undefined) setTimeout(() => socket.destroy(), hangUpAfterMs);
    });
    socket.on('error', () => {});
    socket.resume();
  });
const reason = async (outcome: Promise<PromiseSettledResult<unknown>>): Promise<unknown> => {
  const settledAs = await outcome;
  return settledAs.status === 'rejected' ? settledAs.reason : settledAs;
};

describe('a body', () => {
  it('is read whole', async () => {
    read = (request) => readBody(request, MAX_BYTES);
    expect(await sending('Content-Length: 5', 'hello')).toEqual({ status: 'fulfilled', value: Buffer.from('hello') });
    expect(await sending(`Content-Length: ${MAX_BYTES}`, 'x'.repeat(MAX_BYTES))).toMatchObject({ status: 'fulfilled' });
  });

  it('that says it is too large is refused at once, with the limit and its size', async () => {
    read = (request) => readBody(request, MAX_BYTES, 'upload_bytes');
    expect(await reason(sending('Content-Length: 101', ''))).toMatchObject({ code: 'request.too_large', extras: { limit: { name: 'upload_bytes', max: 100, actual: 101 } } });
  });

  it('that turns out to be too large is refused with the limit', async () => {
    read = (request) => readBody(request, MAX_BYTES);
    const chunk = `65\r\n${'x'.repeat(101)}\r\n`;
    expect(await reason(sending('Transfer-Encoding: chunked', chunk))).toMatchObject({ code: 'request.too_large', extras: { limit: { name: 'body_bytes', max: 100 } } });
  });

  it('that is cut off is refused as interrupted', async () => {
    read = (request) => readBody(request, MAX_BYTES);
    expect(await reason(sending('Content-Length: 50', 'half', { hangUpAfterMs: 20 }))).toMatchObject({ code: 'request.interrupted' });
  });

  it('of a caller who hung up before anybody read is refused as interrupted', async () => {
    read = async (request) => {
      await new Promise((resolve) => request.once('close', resolve));
      return readBody(request, MAX_BYTES);
    };
    expect(await reason(sending('Content-Length: 50', 'half', { hangUpAfterMs: 20 }))).toMatchObject({ code: 'request.interrupted' });
  });
});

describe('a JSON body', () => {
  it('is read once, however many ask', async () => {
    read = async (request) => {
      const [one, other] = await Promise.all([readJson(request, MAX_BYTES), readJson(request, MAX_BYTES)]);
      return { same: one === other, again: await readJson(request, MAX_BYTES) };
    };
    expect(await sending('Content-Type: application/json; charset=utf-8\r\nContent-Length: 7', '{"a":1}')).toEqual({ status: 'fulfilled', value: { same: true, again: { a: 1 } } });
  });

  it('of another type is refused by its type', async () => {
    read = (request) => readJson(request, MAX_BYTES);
    expect(await reason(sending('Content-Type: text/plain\r\nContent-Length: 2', '{}'))).toMatchObject({ code: 'request.unsupported_type', message: expect.stringContaining('text/plain') });
    expect(await reason(sending('Content-Length: 2', '{}'))).toMatchObject({ code: 'request.unsupported_type' });
  });

  it.each(['', '{', '{"password":"hunter2"', 'nul'])('that reads %j is refused without being repeated', async (body) => {
    read = (request) => readJson(request, MAX_BYTES);
    const refusal = await reason(sending(`Content-Type: application/json\r\nContent-Length: ${body.length}`, body));
    expect(refusal).toMatchObject({ code: 'request.invalid', message: 'The body is not well-formed JSON' });
    expect(JSON.stringify(refusal)).not.toContain('hunter2');
  });
});
