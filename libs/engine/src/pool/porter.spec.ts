import { drawPdf } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Porter } from './porter.js';

const caps = { maxPixels: 10_000_000, maxPages: 3 };
let porter: Porter;
let pdf: Uint8Array;
beforeAll(async () => {
  pdf = drawPdf([{ draws: [] }]);
  porter = new Porter(8, 0, () => {});
  await porter.start();
});
afterAll(() => porter.close());

const open = (lane: string, signal?: AbortSignal) => porter.open(pdf, {}, caps, { lane, signal });

it('opens the document of one caller before the many that another had waiting', async () => {
  const order: string[] = [];
  await Promise.all(['a', 'a', 'a', 'a', 'a', 'b'].map((lane) => open(lane).then(() => order.push(lane))));
  expect(order.indexOf('b')).toBeLessThan(3);
});

it('has half of its places at most for one caller, and gives back those that nobody waits in any more', async () => {
  const caller = new AbortController();
  const first = open('a');
  const waiting = Promise.allSettled(Array.from({ length: 4 }, () => open('a', caller.signal)));
  await expect(open('a')).rejects.toThrow('4 documents of the same caller wait to be opened');
  const other = open('b');
  caller.abort(new Error('hung up'));
  expect((await waiting).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  const again = open('a');
  expect((await Promise.all([first, other, again])).map(({ pages }) => pages)).toEqual([[1], [1], [1]]);
});
