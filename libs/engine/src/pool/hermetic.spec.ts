import { asPhoto, drawPage } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageReading } from '../reading.js';
import { ReaderPool } from './reader-pool.js';

const english = drawPage({ lines: ['Delivery note 4471', 'Twelve boxes of paper'], fontPx: 36 });
const chinese = drawPage({ lines: ['送货单编号二零二六', '货物已经验收，数量无误。'], fontPx: 20 });
const pages = [english, chinese, drawPage({ lines: ['light on dark'], paper: '#222', ink: '#eee' }), await asPhoto(english, { turnedDegrees: 2 })];

let pool: ReaderPool;
beforeAll(async () => {
  pool = await ReaderPool.start({ processes: 1, maxQueued: 1 });
});
afterAll(() => pool.stop());

const readingOf = async (file: Uint8Array): Promise<PageReading | undefined> =>
  (await pool.read({ file, options: { languages: 'auto', reader: 'auto', pages: null }, caps: { maxPixels: 1e7, maxPages: 1 }, lane: 'only', laneLimit: 1, urgency: 'call', deadlineMs: 25_000 })).pages[0];

it('reads a page the same after any other page as alone in a fresh process', async () => {
  const alone: (PageReading | undefined)[] = [];
  for (const page of pages) {
    for (const pid of pool.pids()) process.kill(pid, 'SIGKILL');
    alone.push(await readingOf(page));
  }
  for (const index of [0, 1, 0, 2, 1, 3, 2, 0, 3, 1]) expect(await readingOf(pages[index] as Uint8Array)).toEqual(alone[index]);
}, 60_000);
