import { RecognitionOptions } from '@inkproof/contract';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Request } from 'express';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUpload, type Upload } from './read-upload.js';

const MAX_BYTES = 1_000;
const pixels = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]);

type Outcome = PromiseSettledResult<Upload>;
let settled: (outcome: Outcome) => void = () => {};
let arrived: () => void = () => {};
let waitFirst: (request: Request) => Promise<unknown>;
let server: Server;
let port: number;

beforeAll(async () => {
  const app = new ExpressAdapter().getInstance<Express>();
  app.set('query parser', 'simple');
  app.post('/', async (request, response) => {
    arrived();
    await waitFirst(request);
    const [outcome] = await Promise.allSettled([readUpload(request, MAX_BYTES)]);
    settled(outcome);
    response.end('answered');
  });
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const sending = async (send: () => unknown, waiting: typeof waitFirst = async () => {}): Promise<Outcome> => {
  waitFirst = waiting;
  const outcome = new Promise<Outcome>((resolve) => (settled = resolve));
  await send();
  return outcome;
};
const post = (body: BodyInit, headers: Record<string, string> = {}, query = ''): Promise<Outcome> => sending(() => fetch(`http://127.0.0.1:${port}/${query}`, { method: 'POST', headers, body }).then((response) => response.text()));
const upload = (file: Uint8Array, options: object = {}) => ({ status: 'fulfilled', value: { source: { file: Buffer.from(file) }, options: RecognitionOptions.parse(options) } });
const refused = (code: string, extras: object = {}) => ({ status: 'rejected', reason: { name: 'Refusal', code, extras } });
const form = (...fields: [name: string, value: string | Uint8Array<ArrayBuffer>][]): FormData => {
  const body = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, new Blob([value]), 'page.png');
  }
  return body;
};
const json = (body: unknown, query = '') => post(JSON.stringify(body), { 'content-type': 'application/json' }, query);

describe('a raw body', () => {
  it.each(['image/png', 'IMAGE/PNG; q=1', 'application/octet-stream'])('of %s is the file, and the query its options', async (type) => {
    expect(await post(pixels, { 'content-type': type }, '?languages=en,zh-Hans&tag=order')).toEqual(upload(pixels, { languages: ['en', 'zh-Hans'], tag: 'order' }));
  });

  it('may be as large as the limit and not a byte more', async () => {
    expect(await post(Buffer.alloc(MAX_BYTES), { 'content-type': 'image/png' })).toMatchObject({ status: 'fulfilled' });
    expect(await post(Buffer.alloc(MAX_BYTES + 1), { 'content-type': 'image/png' })).toMatchObject(refused('request.too_large', { limit: { name: 'upload_bytes', max: MAX_BYTES, actual: MAX_BYTES + 1 } }));
  });

  it('says in the query how it wants to be answered, which is no option of the reading', async () => {
    expect(await post(pixels, { 'content-type': 'image/png' }, '?async=true&reader=ppocr')).toEqual(upload(pixels, { reader: 'ppocr' }));
  });

  it('of a type that is no picture is refused, and the types are listed', async () => {
    expect(await post('x', { 'content-type': 'text/plain' })).toMatchObject({ reason: { code: 'request.unsupported_type', message: expect.stringMatching(/image\/png.*This was text\/plain/) } });
  });

  it('with an option that does not exist is refused', async () => {
    expect(await post(pixels, { 'content-type': 'image/png' }, '?langauges=en')).toMatchObject(refused('request.invalid'));
  });
});

describe('JSON', () => {
  const base64 = pixels.toString('base64');

  it('carries the file as base64 beside the options, which win over the query', async () => {
    expect(await json({ image: { base64 }, tag: 'inside' }, '?tag=outside&languages=en')).toEqual(upload(pixels, { tag: 'inside', languages: ['en'] }));
  });

  it('may name an address instead of holding the file, and never both', async () => {
    expect(await json({ image: { url: 'https://files.inkproof.example/a.png?sig=1' } })).toMatchObject({ status: 'fulfilled', value: { source: { url: 'https://files.inkproof.example/a.png?sig=1' } } });
    for (const url of ['ftp://inkproof.example/a', 'file:///etc/passwd', 'a.png']) expect(await json({ image: { url } })).toMatchObject(refused('request.invalid', { errors: [{ field: 'image.url' }] }));
  });

  it('may break the lines of its base64, up to the largest file', async () => {
    const file = Buffer.alloc(MAX_BYTES, 7);
    expect(await json({ image: { base64: file.toString('base64').replace(/.{64}/g, '$&\r\n') } })).toMatchObject({ status: 'fulfilled', value: { source: { file } } });
  });

  it('is measured by what the base64 holds', async () => {
    expect(await json({ image: { base64: Buffer.alloc(MAX_BYTES).toString('base64') } })).toMatchObject({ status: 'fulfilled' });
    expect(await json({ image: { base64: Buffer.alloc(MAX_BYTES + 1).toString('base64') } })).toMatchObject(refused('request.too_large', { limit: { name: 'upload_bytes', max: MAX_BYTES, actual: MAX_BYTES + 1 } }));
  });

  it('without a picture, or with something else in its place, names the field', async () => {
    expect(await json({})).toMatchObject(refused('request.invalid', { errors: [{ field: 'image' }] }));
    expect(await json({ image: { base64: '***' } })).toMatchObject(refused('request.invalid', { errors: [{ field: 'image.base64' }] }));
    expect(await json({ image: { base64, url: 'https://inkproof.example' } })).toMatchObject(refused('request.invalid', { errors: [{ field: 'image' }] }));
  });

  it.each([['a text', 'a'.repeat(60_000)], ['a list', Array(20_000).fill(1)], ['nothing', null], ['a number', 7]])('that is %s is refused in a few words', async (_, body) => {
    const outcome = await json(body);
    expect(outcome).toMatchObject(refused('request.invalid'));
    expect(JSON.stringify(outcome).length).toBeLessThan(1_000);
  });
});

describe('a form', () => {
  it('carries the file and the options, a repeated one as a list', async () => {
    expect(await post(form(['languages', 'en'], ['languages', 'zh-Hans'], ['tag', 'order'], ['file', pixels]))).toEqual(upload(pixels, { languages: ['en', 'zh-Hans'], tag: 'order' }));
    expect(await post(form(['file', pixels], ['languages', 'en']))).toEqual(upload(pixels, { languages: ['en'] }));
  });

  it('has room for the recipe of many pages', async () => {
    const recipe = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i + 1, { reader: 'tesseract', why: 'it was asked for', languages: ['eng'], steps: [{ name: 'deskew', settings: { degrees: 0.25 } }] }]));
    expect(await post(form(['recipe', JSON.stringify(recipe)], ['file', pixels]))).toEqual(upload(pixels, { recipe }));
  });

  it('without a file, or with a text in its place, is refused', async () => {
    expect(await post(form())).toMatchObject(refused('image.missing'));
    expect(await post(form(['file', 'a text']))).toMatchObject(refused('request.invalid'));
  });

  it('with the file in another field names that field', async () => {
    expect(await post(form(['picture', pixels]))).toMatchObject(refused('request.invalid', { errors: [{ field: 'picture', message: 'must be called file' }] }));
  });

  it('with two files is refused', async () => {
    expect(await post(form(['file', pixels], ['file', pixels]))).toMatchObject(refused('request.invalid', { errors: [{ field: 'file' }] }));
  });

  it('may hold a file as large as the limit and not a byte more', async () => {
    expect(await post(form(['file', new Uint8Array(MAX_BYTES)]))).toMatchObject({ status: 'fulfilled' });
    expect(await post(form(['file', new Uint8Array(MAX_BYTES + 1)]))).toMatchObject(refused('request.too_large', { limit: { name: 'upload_bytes', max: MAX_BYTES } }));
  });

  it('has short fields, and only those of the contract', async () => {
    expect(await post(form(['tag', 'x'.repeat(5_000)], ['file', pixels]))).toMatchObject(refused('request.invalid', { errors: [{ field: 'tag', message: 'is too long' }] }));
    for (const name of ['colour', 'constructor', 'toString']) expect(await post(form([name, 'x'], ['file', pixels]))).toMatchObject(refused('request.invalid'));
  });

  it('without a boundary, or cut off before its end, is refused', async () => {
    expect(await post('x', { 'content-type': 'multipart/form-data' })).toMatchObject(refused('request.invalid'));
    expect(await post('--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nhalf', { 'content-type': 'multipart/form-data; boundary=b' })).toMatchObject(refused('request.invalid'));
  });
});

describe('a caller who hangs up', () => {
  const cut = (type: string, body: string) => async () => {
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 500\r\n\r\n${body}`);
    // On a busy machine a request that is cut off at once never comes to the server's ears.
    await hasArrived;
    socket.destroy();
  };
  const kinds = [
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nhalf'],
    ['application/json', '{"image":'],
    ['image/png', 'half'],
  ] as const;

  it.each(kinds)('in the middle of %s is refused as interrupted', async (type, body) => {
    expect(await sending(cut(type, body))).toMatchObject(refused('request.interrupted'));
  });

  it.each(kinds)('before anybody read their %s is refused as interrupted, and nobody waits for them', async (type, body) => {
    expect(await sending(cut(type, body), (request) => new Promise<void>((resolve) => void (request.closed ? resolve() : request.once('close', resolve))))).toMatchObject(refused('request.interrupted'));
  });
});
