import { connect } from 'node:net';
import { api } from '@inkproof/contract';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, sample, send, sendRaw, untilInFlight } from './product.js';

/** A PNG whose header claims a size and whose pixels were never sent: a decompression bomb costs nothing to make. */
const bomb = (width: number, height: number): Buffer => {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) => ~bytes.reduce((c, byte) => (c >>> 8) ^ table[(c ^ byte) & 255]!, -1) >>> 0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))]);
};

const refusal = async (response: Response) => {
  const problem = await problemIn(response);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(problem).toMatchObject({ status: response.status, billed: false });
  expect(problem.request_id).toBe(response.headers.get('x-request-id'));
  expect(problem.type).toBe(`${product().api}/docs/problems/${problem.code}`);
  expect(JSON.stringify(problem)).not.toMatch(/ at .*\.(js|ts):\d+/);
  return problem;
};

const recipeFor = (page: number, changes: object = {}): string =>
  `?recipe=${encodeURIComponent(JSON.stringify({ [page]: { reader: 'tesseract', why: 'Asked for.', languages: ['eng'], steps: [{ name: 'read', settings: { psm: 3, dpi: 200 } }], ...changes } }))}`;

describe('bad input gets a clear problem:', () => {
  const png = sample('invoice-en.png');

  it.each([
    ['an empty body', () => sendRaw(Buffer.alloc(0), 'image/png'), 400, 'image.empty'],
    ['a form without a file', () => send('/v1/recognitions', { method: 'POST', body: new FormData() }), 400, 'image.missing'],
    ['an empty file in a form', () => send('/v1/recognitions', { method: 'POST', body: form(new Uint8Array()) }), 400, 'image.empty'],
    ['a file in another field', () => send('/v1/recognitions', { method: 'POST', body: form(new Uint8Array(png), 'image') }), 400, 'request.invalid'],
    ['a body of another type', () => sendRaw(png, 'text/plain'), 415, 'request.unsupported_type'],
    ['a text renamed to .png', () => sendRaw(Buffer.from('just some words'), 'image/png'), 415, 'image.unsupported'],
    ['an SVG', () => sendRaw(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'), 'image/png'), 415, 'image.unsupported'],
    ['a broken PDF', () => sendRaw(Buffer.from('%PDF-1.7\n'), 'application/octet-stream'), 422, 'image.corrupt'],
    ['an archive', () => sendRaw(Buffer.from('PK\x03\x04 and so on', 'latin1'), 'application/octet-stream'), 415, 'image.unsupported'],
    ['a page that there is not', () => sendRaw(png, 'image/png', '?pages=2'), 422, 'document.page_missing'],
    ['pages that are none', () => sendRaw(png, 'image/png', '?pages=first'), 400, 'request.invalid'],
    ['a reader that is not installed', () => sendRaw(png, 'image/png', '?reader=native'), 422, 'reader.unavailable'],
    ['a form of the result that there is not', () => sendRaw(png, 'image/png', '?outputs=docx'), 400, 'request.invalid'],
    ['an address while fetching is off', () => sendRaw(Buffer.from('{"image":{"url":"http://169.254.169.254/latest"}}'), 'application/json'), 422, 'image.address_refused'],
    ['a file and an address at once', () => sendRaw(Buffer.from('{"image":{"base64":"AAAA","url":"https://inkproof.example"}}'), 'application/json'), 400, 'request.invalid'],
    ['a recipe that is none', () => sendRaw(png, 'image/png', '?recipe=again'), 400, 'request.invalid'],
    ['a recipe in a language that is not installed', () => sendRaw(png, 'image/png', recipeFor(1, { languages: ['deu'] })), 422, 'recipe.not_replayable'],
    ['a recipe for a page that is not there', () => sendRaw(png, 'image/png', recipeFor(7)), 422, 'recipe.not_replayable'],
    ['a recipe of more steps than any of ours', () => sendRaw(png, 'image/png', recipeFor(1, { steps: Array(33).fill({ name: 'invert', settings: {} }) })), 400, 'request.invalid'],
    ['a corrupt picture', () => sendRaw(Buffer.concat([png.subarray(0, 60), Buffer.alloc(4_000, 0x5a)]), 'image/png'), 422, 'image.corrupt'],
    ['a truncated picture', () => sendRaw(png.subarray(0, Math.floor(png.length / 2)), 'image/png'), 422, 'image.corrupt'],
    ['a 30000×30000 bomb', () => sendRaw(bomb(30_000, 30_000), 'image/png'), 422, 'image.too_many_pixels'],
    ['a language that is not installed', () => sendRaw(png, 'image/png', '?languages=tlh'), 422, 'language.unsupported'],
    ['an option that does not exist', () => sendRaw(png, 'image/png', '?langauges=en'), 400, 'request.invalid'],
    ['JSON that is none', () => sendRaw(Buffer.from('{'), 'application/json'), 400, 'request.invalid'],
    ['JSON without a picture', () => sendRaw(Buffer.from('{}'), 'application/json'), 400, 'request.invalid'],
    ['base64 that is none', () => sendRaw(Buffer.from('{"image":{"base64":"***"}}'), 'application/json'), 400, 'request.invalid'],
    ['a form without a boundary', () => sendRaw(png, 'multipart/form-data'), 400, 'request.invalid'],
    ['an address that does not exist', () => send('/v1/nothing'), 404, 'request.route_unknown'],
    ['an id of another kind', () => send('/v1/recognitions/key_1'), 400, 'request.invalid'],
  ] as const)('%s', async (_, sending, status, code) => {
    expect(await refusal(await sending())).toMatchObject({ status, code });
  });

  it('a body over the limit, with the limit', async () => {
    const problem = await refusal(await sendRaw(Buffer.alloc(20_000_001), 'image/png'));
    expect(problem).toMatchObject({ status: 413, code: 'request.too_large', limit: { name: 'upload_bytes', max: 20_000_000, actual: 20_000_001 } });
    expect(await refusal(await send('/v1/recognitions', { method: 'POST', body: form(new Uint8Array(20_000_001)) }))).toMatchObject({ status: 413, limit: { max: 20_000_000 } });
  });

  it('names the languages there are, and the field', async () => {
    const problem = await refusal(await sendRaw(png, 'image/png', '?languages=tlh'));
    expect(problem.detail).toContain('zh-Hans');
    expect(problem.errors?.[0]?.field).toBe('languages');
  });

  it('says on every answer what is left of the quota', async () => {
    const response = await sendRaw(Buffer.from('x'), 'image/png');
    expect(response.headers.get('ratelimit-policy')).toBe('"qps";q=5;w=1');
    expect(response.headers.get('ratelimit')).toMatch(/^"qps";r=[0-5];t=1$/);
  });
});

const form = (bytes: Uint8Array<ArrayBuffer>, field = 'file'): FormData => {
  const body = new FormData();
  body.set(field, new Blob([bytes]), 'page.png');
  return body;
};

describe('a caller that hangs up', () => {
  let tenant: Awaited<ReturnType<typeof newTenant>>;
  beforeAll(async () => {
    tenant = await newTenant(2);
  });

  it('in the middle of an upload leaves nothing behind and costs nothing', async () => {
    const { hostname, port } = new URL(product().api);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST /v1/recognitions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tenant.key}\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n`);
        socket.write(sample('invoice-en.png').subarray(0, 5_000), () => setTimeout(() => (socket.destroy(), resolve()), 100));
      });
    });
    const { total } = await tenant.call(api.usage.usage);
    expect(total).toMatchObject({ accepted: 0, refused: 0, failed: 0 });
    expect((await tenant.call(api.usage.limits)).requests_per_second).toMatchObject({ limit: 2, remaining: 2 });
  });

  it('while the picture is read frees the reader, and is not billed', async () => {
    const hangUp = new AbortController();
    const calling = send('/v1/recognitions', { key: tenant.key, method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: new Uint8Array(sample('delivery-note-zh.jpg')), signal: hangUp.signal });
    const refusal = expect(calling).rejects.toThrow();
    await untilInFlight(tenant.call);
    hangUp.abort();
    await refusal;
    await expect.poll(async () => (await tenant.call(api.usage.usage)).total.failed, { timeout: 10_000 }).toBe(1);
    expect((await tenant.call(api.usage.usage)).total).toMatchObject({ accepted: 0, billed_pages: 0 });
  });
});
