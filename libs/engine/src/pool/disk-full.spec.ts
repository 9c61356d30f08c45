import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawPage } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DiskFull } from '../disk-full.js';
import { ReaderPool } from './reader-pool.js';

const page = drawPage({ lines: ['Written down first'], fontPx: 36 });
const folder = mkdtempSync(path.join(tmpdir(), 'inkproof-full-'));

let pool: ReaderPool;

beforeAll(async () => {
  pool = await ReaderPool.start({ processes: 1, maxQueued: 2, native: { path: 'tesseract', folder } });
});
afterAll(async () => {
  await pool.stop();
  rmSync(folder, { recursive: true, force: true });
});

const read = () => pool.read({ file: page, options: { languages: ['eng'], reader: 'native', pages: null }, caps: { maxPixels: 10_000_000, maxPages: 3 }, lane: 'only', laneLimit: 2, urgency: 'call', deadlineMs: 25_000 });

it('a page for which there is no room on the disk is refused as such, costs no process, and is read once there is room', async () => {
  expect((await read()).pages[0]?.text).toBe('Written down first');
  const pids = pool.pids();
  // There is one for each language.
  const own = readdirSync(folder).find((name) => existsSync(path.join(folder, name, 'eng.traineddata')));
  // The system's own full device stands where the picture goes.
  symlinkSync('/dev/full', path.join(folder, own!, 'page.pgm'));
  await expect(read()).rejects.toThrow(DiskFull);
  expect((await read()).pages[0]?.text).toBe('Written down first');
  expect(pool.pids()).toEqual(pids);
  expect(pool.state().replaced).toBe(0);
});
