// Whether a page is read the same whatever was read before it: B after A in a used process against B alone in a fresh one, byte for byte,
// text, boxes, confidences and recipe, by each reader there is and by their choice. At least 200 pairs each.
import { isDeepStrictEqual } from 'node:util';
import { asPhoto, drawPage, turned } from '@inkproof/drawn-pages';
import { ReaderPool } from '@inkproof/engine';
import { mib, report } from './figures.mjs';

const PAIRS = Number(process.env.PAIRS ?? 200);
const english = ['Delivery note 4471', 'Twelve boxes of paper, 48.60', 'Received in good order'];
const chinese = ['送货单编号二零二六', '货物已经验收，数量无误。', '订单 PO-2291 共 12 箱'];
const plain = [english, chinese].flatMap((lines) => [14, 20, 32, 48].map((fontPx) => drawPage({ lines, fontPx })));
const pages = [
  ...plain,
  drawPage({ lines: [''], fontPx: 40 }),
  drawPage({ lines: english, fontPx: 24, paper: '#222', ink: '#eee' }),
  await asPhoto(plain[2], { turnedDegrees: 2 }),
  await asPhoto(plain[6], { seed: 3, turnedDegrees: -1.5 }),
  await turned(plain[2], 90),
  await turned(plain[6], 180),
];

const pool = await ReaderPool.start({ processes: 1, maxQueued: 1, pagesPerReader: 1e9 });
const readBy = async (reader, page) =>
  (await pool.read({ file: pages[page], options: { languages: 'auto', reader, pages: null }, caps: { maxPixels: 1e7, maxPages: 1 }, lane: 'bench', laneLimit: 1, urgency: 'call', deadlineMs: 60_000 })).pages;

/** The same walk in every run, and every page comes after every other sooner or later. */
const walk = Array.from({ length: PAIRS + 1 }, (_, step) => (step * 5 + Math.floor(step / pages.length) * 3) % pages.length);

let failed = false;
for (const reader of [...pool.readers().map(({ name }) => name), 'auto']) {
  const alone = [];
  for (let page = 0; page < pages.length; page++) {
    // The next process is a fresh one.
    for (const pid of pool.pids()) process.kill(pid, 'SIGKILL');
    alone.push(await readBy(reader, page));
  }
  let different = 0;
  for (const page of walk) if (!isDeepStrictEqual(await readBy(reader, page), alone[page])) different++;
  failed ||= different > 0;
  report(`${reader}: pages that differ after another page, of ${PAIRS} pairs`, String(different), different === 0, '0');
  report(`${reader}: memory of the process then`, mib(pool.state().seats[0].rssBytes));
}
await pool.stop();
process.exit(failed ? 1 : 0);
