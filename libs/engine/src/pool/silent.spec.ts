import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { drawPage } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ReaderPool } from './reader-pool.js';

let pool: ReaderPool;
beforeAll(async () => {
  pool = await ReaderPool.start({ processes: 1, maxQueued: 1, warm: [{ reader: 'ppocr', languages: [] }] });
});
afterAll(() => pool.stop());

const targetOf = (link: string): string => {
  try {
    return readlinkSync(link);
  } catch {
    // Closed since the folder was listed.
    return '';
  }
};
const openOf = (pid: number): string[] => readdirSync(`/proc/${pid}/fd`).map((fd) => targetOf(`/proc/${pid}/fd/${fd}`));
/** Of sockets of the internet, connected or about to be, by all processes. */
const inodesOf = (pid: number): string[] =>
  ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1).map((row) => row.trim().split(/\s+/)[9] ?? ''));

it('a reader connects to nobody and keeps no file, whatever its libraries have in mind', async () => {
  const file = drawPage({ lines: ['Delivery note 4471'], fontPx: 36 });
  await pool.read({ file, options: { languages: ['eng'], reader: 'ppocr', pages: null }, caps: { maxPixels: 1e7, maxPages: 1 }, lane: 'only', laneLimit: 1, urgency: 'call', deadlineMs: 25_000 });
  const [pid = 0] = pool.pids();
  const open = openOf(pid);
  expect(open.filter((target) => target.startsWith('/') && !target.startsWith('/dev/'))).toEqual([]);
  const ofInternet = inodesOf(pid).map((inode) => `socket:[${inode}]`);
  expect(open.filter((target) => ofInternet.includes(target))).toEqual([]);
});
