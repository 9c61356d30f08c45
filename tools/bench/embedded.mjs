// A document whose text came with it: nothing is recognised, so it should cost next to nothing.
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { costOf } from './cpu.mjs';
import { median, ms, report } from './figures.mjs';
import { startService } from './service.mjs';

const PAGES = 20;
const LINES = 48;
const RUNS = 7;
const MOST_MS = 20;

const document = await PDFDocument.create();
const font = await document.embedFont(StandardFonts.TimesRoman);
for (let number = 1; number <= PAGES; number++) {
  const page = document.addPage([595, 842]);
  for (let line = 0; line < LINES; line++) page.drawText(`Line ${line + 1} of page ${number}: the harbour office keeps every seventh copy of this list.`, { x: 50, y: 790 - line * 15.5, size: 11, font });
}
const file = Buffer.from(await document.save());
const service = await startService({ READERS: '2' });
const [perPage, cpuPerPage] = [[], []];
for (let run = 0; run <= RUNS; run++) {
  const { result, cpuSeconds } = await costOf(() => service.recognise(file, { languages: ['eng'], pages: `1-${PAGES}` }), service.pid);
  const { tookMs, body } = result;
  if (!body.text.includes(`Line ${LINES} of page ${PAGES}:`)) throw new Error('The text of the last page is missing');
  if (run === 0) continue;
  perPage.push(tookMs / PAGES);
  cpuPerPage.push((cpuSeconds * 1_000) / PAGES);
}
await service.stop();
report(`embedded text, ${PAGES} pages, a page, median of ${RUNS}`, ms(median(perPage)), median(perPage) <= MOST_MS, `≤ ${MOST_MS} ms`);
report('embedded text, CPU a page', ms(median(cpuPerPage)));
