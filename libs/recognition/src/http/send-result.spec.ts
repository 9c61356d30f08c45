import { outputFormats, type OutputFormat } from '@inkproof/contract';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatAsked, sendResult } from './send-result.js';

let server: Server;
let url: string;

beforeAll(async () => {
  const app = new ExpressAdapter().getInstance<Express>();
  app.get('/', (request, response) => {
    const format = formatAsked(request, request.query['format'] as OutputFormat | undefined);
    sendResult(response, 'rec_1', { format, mediaType: outputFormats[format], body: format === 'pdf' ? new Uint8Array([37, 80, 68, 70]) : '墨证' });
  });
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

it.each([
  ['json', 'application/json', null],
  ['text', 'text/plain; charset=utf-8', 'inline; filename="rec_1.txt"'],
  ['markdown', 'text/markdown; charset=utf-8', 'attachment; filename="rec_1.md"'],
  ['hocr', 'text/vnd.hocr+html; charset=utf-8', 'attachment; filename="rec_1.hocr.html"'],
  ['alto', 'application/alto+xml; charset=utf-8', 'attachment; filename="rec_1.alto.xml"'],
  ['tsv', 'text/tab-separated-values; charset=utf-8', 'attachment; filename="rec_1.tsv"'],
  ['pdf', 'application/pdf', 'attachment; filename="rec_1.pdf"'],
])('sends %s as what it is, by name and by Accept alike', async (format, type, disposition) => {
  for (const answer of [await fetch(`${url}?format=${format}`), await fetch(url, { headers: { accept: type.split(';')[0]! } })]) {
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toBe(disposition);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(format === 'pdf' ? '%PDF' : '墨证');
  }
});

it('sends JSON when nothing is asked for, or something that there is not', async () => {
  for (const accept of ['*/*', 'image/png']) expect((await fetch(url, { headers: { accept } })).headers.get('content-type')).toBe('application/json');
});
