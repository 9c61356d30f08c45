import { request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@inkproof/contract';
import { drawPage, mutated, noise } from '@inkproof/drawn-pages';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readUpload } from './read-upload.js';

const CALLS = 1_000;
const MAX_BYTES = 4_000;
const ANSWERED_WITHIN_MS = 5_000;
let server: Server;
let port: number;

/** Answers what came of the reading: `read`, the code of a refusal, or what went wrong with us. */
beforeAll(async () => {
  const app = new ExpressAdapter().getInstance<Express>();
  app.set('query parser', 'simple');
  app.post('/', (request, response) => {
    readUpload(request, MAX_BYTES).then(
      () => response.end('read'),
      (error: unknown) => response.end(error instanceof Refusal ? error.code : `fault ${String(error)}`),
    );
  });
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const post = (type: string, body: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const request = send({ port, host: '127.0.0.1', method: 'POST', path: '/', headers: { 'content-type': type, 'content-length': body.length }, timeout: ANSWERED_WITHIN_MS }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    request.on('timeout', () => request.destroy(new Error('hung'))).on('error', (error) => resolve(`fault ${error.message}`));
    request.end(body);
  });

const BOUNDARY = 'between-the-parts';
const multipart = (picture: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="languages"\r\n\r\nen,zh-Hans\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="page.png"\r\nContent-Type: image/png\r\n\r\n`),
    picture,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

it('a thousand damaged requests are each read or refused by name, and none is left waiting', async () => {
  const picture = drawPage({ lines: ['Hi'], widthPx: 60, heightPx: 30 });
  const seeds: [type: string, body: Buffer][] = [
    [`multipart/form-data; boundary=${BOUNDARY}`, multipart(picture)],
    ['application/json', Buffer.from(JSON.stringify({ image: { base64: picture.toString('base64') }, languages: ['en'], pages: '1-3', tag: 'order 7', outputs: ['text', 'hocr'] }))],
    ['application/json', Buffer.from(JSON.stringify({ image: { url: 'https://example.com/page.png' }, recipe: { 1: {} } }))],
    ['image/png', picture],
  ];
  const random = noise(77);
  const outcomes: string[] = [];
  for (let index = 0; index < CALLS; index++) {
    const [type, body] = seeds[index % seeds.length] as (typeof seeds)[number];
    // A header may hold few signs, so only what may stand there is left of a damaged one.
    const header = random() < 0.2 ? mutated(Buffer.from(type), random).toString('latin1').replaceAll(/[^\x20-\x7e]/g, '') : type;
    outcomes.push(await post(header, mutated(body, random)));
  }
  expect(outcomes.filter((outcome) => outcome !== 'read' && !/^[a-z]+\.[a-z_]+$/.test(outcome))).toEqual([]);
  expect(outcomes.filter((outcome) => outcome === 'read').length).toBeGreaterThan(50);
  expect(outcomes.filter((outcome) => outcome === 'request.invalid').length).toBeGreaterThan(50);
}, 120_000);
