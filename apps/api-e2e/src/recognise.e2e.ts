import { api, Recognition } from '@inkproof/contract';
import { drawPage, drawPdf, pdfText } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { newTenant, problemIn, sample, send, sendRaw, withKey } from './product.js';

const read = async (response: Response): Promise<Recognition> => {
  expect(response.status, await response.clone().text()).toBe(200);
  return Recognition.parse(await response.json());
};

describe('a file is recognised', () => {
  it('sent as multipart, with words at their places', async () => {
    const recognition = await withKey()(api.recognitions.create, { file: new Blob([new Uint8Array(sample('invoice-en.png'))]), fileName: 'invoice-en.png', options: { languages: 'en', tag: 'first' } });
    expect(recognition.text).toMatch(/invoice/i);
    expect(recognition).toMatchObject({ tag: 'first', languages: ['en'], channel: 'api', advisory: true, usage: { pages: 1, billed_pages: 1 }, document: { media_type: 'image/png', pages: 1 }, retention: { kept: 'none', until: null }, job: null });
    expect(recognition.confidence).toBeGreaterThan(0.8);
    const [page] = recognition.pages;
    const words = page!.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    expect(words.length).toBeGreaterThan(20);
    const characters = [...page!.text];
    for (const { text, span, polygon } of words) {
      expect(characters.slice(...span).join('')).toBe(text);
      for (const [x, y] of polygon) expect(x >= 0 && x <= page!.width && y >= 0 && y <= page!.height).toBe(true);
    }
  });

  it('sent raw, and as base64 in JSON, with the same result', async () => {
    const bytes = sample('invoice-en.png');
    const raw = await read(await sendRaw(bytes, 'image/png', '?languages=eng'));
    const json = await withKey()(api.recognitions.create, { body: { image: { base64: bytes.toString('base64') }, languages: ['en'] } });
    expect(json.pages).toEqual(raw.pages);
    expect(json.recipe).toEqual(raw.recipe);
  });

  it('in Chinese, without spaces between the characters', async () => {
    const recognition = await read(await sendRaw(sample('delivery-note-zh.jpg'), 'image/jpeg', '?languages=zh-Hans'));
    expect(recognition.text).toMatch(/[一-鿿]{4}/);
    expect(recognition.text).not.toMatch(/[一-鿿] [一-鿿] [一-鿿]/);
  });

  it('and is found again as JSON, as text and in the list, by its own tenant and no other', async () => {
    const call = withKey();
    const made = await read(await sendRaw(sample('invoice-en.png'), 'application/octet-stream', '?languages=en&tag=found&retention=result'));
    expect(await call(api.recognitions.find, { params: { id: made.id } })).toEqual(made);
    for (const answer of [await send(`/v1/recognitions/${made.id}?format=text`), await send(`/v1/recognitions/${made.id}`, { headers: { accept: 'text/plain' } })]) {
      expect(answer.headers.get('content-type')).toContain('text/plain');
      expect(await answer.text()).toBe(made.text);
    }
    const { items } = await call(api.recognitions.list);
    expect(items[0]).toMatchObject({ id: made.id, tag: 'found', pages: 1, key: { label: '试用' } });
    expect(JSON.stringify(items)).not.toContain(made.text.slice(0, 20));

    const stranger = await newTenant(5);
    const theirs = await problemIn(await send(`/v1/recognitions/${made.id}`, { key: stranger.key }));
    const missing = await problemIn(await send(`/v1/recognitions/rec_${'0'.repeat(26)}`, { key: stranger.key }));
    expect({ ...theirs, request_id: '' }).toEqual({ ...missing, request_id: '' });
    expect(theirs).toMatchObject({ status: 404, code: 'recognition.not_found' });
    expect((await stranger.call(api.recognitions.list)).items).toEqual([]);
  });

  it('exactly as before when its recipe is sent along, to the byte', async () => {
    const first = await read(await sendRaw(sample('invoice-en.png'), 'image/png'));
    const recipe = Object.fromEntries(first.pages.map((page) => [page.number, page.recipe]));
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(sample('invoice-en.png'))]));
    body.set('recipe', JSON.stringify(recipe));
    const again = await read(await send('/v1/recognitions', { method: 'POST', body }));
    expect(JSON.stringify(again.pages)).toBe(JSON.stringify(first.pages));
    expect(again.recipe).toEqual(first.recipe);
  });

  it('page by page when it is a document, and only the pages that were asked for', async () => {
    const pdf = drawPdf(['FIRST PAGE', 'SECOND PAGE', 'THIRD PAGE'].map((text) => ({ draws: [pdfText(72, 700, text, { sizePt: 24 })] })));
    const recognition = await read(await sendRaw(pdf, 'application/pdf', '?pages=1,3-&languages=en'));
    expect(recognition.document).toMatchObject({ media_type: 'application/pdf', pages: 3 });
    expect(recognition.pages.map(({ number }) => number)).toEqual([1, 3]);
    expect(recognition.usage.billing).toEqual([1, 3].map((page) => ({ page, billed: true, reason: 'embedded' })));
    expect(recognition.text.replace(/\s+/g, ' ')).toBe('FIRST PAGE THIRD PAGE');
  });

  it('by a test key without being billed', async () => {
    const tenant = await newTenant(5);
    const { secret } = await tenant.call(api.keys.issue, { body: { label: 'try', environment: 'test' } });
    const recognition = await withKey(secret)(api.recognitions.create, { file: new Blob([new Uint8Array(sample('invoice-en.png'))]), options: { languages: 'en' } });
    expect(recognition.usage).toEqual({ pages: 1, billed_pages: 0, billing: [{ page: 1, billed: false, reason: 'test_key' }] });
    expect((await tenant.call(api.usage.usage)).total).toMatchObject({ accepted: 1, pages: 1, billed_pages: 0 });
  });
});

it('the list turns its pages without losing or repeating one', async () => {
  const tenant = await newTenant(50);
  const made: string[] = [];
  for (let i = 0; i < 3; i++) made.push((await withKey(tenant.key)(api.recognitions.create, { file: new Blob([new Uint8Array(drawPage({ lines: [`PAGE ${i}`], widthPx: 240, fontPx: 28 }))]), options: { languages: 'en' } })).id);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await tenant.call(api.recognitions.list, { query: { limit: 2, cursor } });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.next_cursor) break;
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(made.toSorted().toReversed());
});

it('the install says what it can read and where its limits are', async () => {
  const call = withKey();
  const { languages, options, readers, formats, limits, fetches_urls, ticket_files } = await call(api.usage.capabilities);
  expect(languages.map(({ tag }) => tag).sort()).toEqual(['en', 'zh-Hans']);
  expect(options.map(({ name }) => name)).toEqual(['languages', 'reader', 'pages', 'password', 'outputs', 'retention', 'recipe', 'tag', 'personal_information']);
  expect(readers[0]).toMatchObject({ name: 'auto', default: true });
  expect(readers.map(({ name }) => name)).toContain('tesseract');
  expect(formats.map(({ name }) => name)).toEqual(['json', 'text', 'markdown', 'hocr', 'alto', 'tsv', 'pdf']);
  expect(fetches_urls).toBe(false);
  expect(ticket_files).toMatchObject({ max_files: 5, max_file_bytes: 10_000_000, max_bytes: 20_000_000, media_types: expect.arrayContaining(['image/png', 'text/plain']) });
  expect(limits).toMatchObject({ max_bytes: 20_000_000, max_pages: 20 });
  expect(await call(api.usage.limits)).toMatchObject({ requests_per_second: { limit: 5, window_ms: 1000 }, plan: 'standard', upload: { max_bytes: 20_000_000, max_pages: 20 } });
});

it('the document is OpenAPI 3.1, and the pages for people answer', async () => {
  const document = (await (await send('/v1/openapi.json', { key: null })).json()) as { openapi: string; paths: object };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain('/v1/recognitions');
  for (const address of ['/docs', '/docs/problems', '/docs/problems/rate.exceeded']) {
    const page = await send(address, { key: null });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('rate.exceeded');
  }
});
