// What is refused, and what has nothing on it: both at once and without growing.
import crypto from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { bombPng, drawPage } from '@inkproof/drawn-pages';
import { median, mib, ms, report } from './figures.mjs';
import { startService } from './service.mjs';

const RUNS = 5;
const MOST_MS = 100;
const PDF_PAGES = 10_000;

const longPdf = async () => {
  const document = await PDFDocument.create();
  for (let page = 0; page < PDF_PAGES; page++) document.addPage([595, 842]);
  return Buffer.from(await document.save());
};
const page = drawPage({ lines: ['A page that was cut off in the middle'], widthPx: 900 });
const scenes = [
  ['nothing at all', Buffer.alloc(0), [400]],
  ['64 KiB of chance', crypto.randomBytes(65_536), [400, 415, 422]],
  ['a PNG cut in half', page.subarray(0, page.length >> 1), [200, 422]],
  ['a bomb of 900 megapixels', bombPng(30_000, 30_000), [413, 422]],
  [`a PDF of ${PDF_PAGES} pages`, await longPdf(), [413, 422]],
  ['one pixel', drawPage({ lines: [], widthPx: 1, heightPx: 1 }), [200]],
  ['a blank page of A4', drawPage({ lines: [], widthPx: 1654, heightPx: 2339 }), [200]],
];
const service = await startService({ READERS: '2' });
await service.recognise(page);
for (const [what, file, allowed] of scenes) {
  const took = [];
  const before = service.residentBytes();
  let answer;
  for (let run = 0; run < RUNS; run++) {
    answer = await service.ask(file);
    took.push(answer.tookMs);
  }
  const grown = Math.max(0, service.residentBytes() - before);
  const said = answer.status === 200 ? `200, ${answer.body.text.length} characters` : `${answer.status} ${answer.body.code}`;
  report(`${what}: ${said}, grown by ${mib(grown)}`, ms(median(took)), median(took) <= MOST_MS && allowed.includes(answer.status), `≤ ${MOST_MS} ms`);
}
await service.stop();
