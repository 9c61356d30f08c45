import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { read } from './read.js';
import { TesseractReader } from './reader/tesseract-reader.js';

const caps = { maxPixels: 10_000_000, maxPages: 1 };

const textOf = async (sample: string, codes: readonly string[]): Promise<string> => {
  const reader = await TesseractReader.start(codes);
  const { pages } = await read(await readFile(new URL(`../../../samples/${sample}`, import.meta.url)), caps, reader);
  await reader.stop();
  return pages[0]?.text ?? '';
};

it('the English sample is read with its sums, in the languages a call without any gets', async () => {
  const text = await textOf('invoice-en.png', ['chi_sim', 'eng']);
  expect(text).toContain('Larkfield Paper Company');
  expect(text).toMatch(/^Label holders, brass 120 0\.95 114\.00$/m);
  expect(text).toMatch(/^Total due \(GBP\) 780\.36$/m);
});

it('the photographed Chinese sample is read with its numbers and without spurious spaces', async () => {
  const text = await textOf('delivery-note-zh.jpg', ['chi_sim']);
  expect(text).toContain('云川纸业有限公司送货单');
  expect(text).toMatch(/2、复印纸 ?A4，8 ?箱，单价 ?168\.00 ?元，金额 ?1344\.00 ?元/);
  expect(text).not.toMatch(/\p{Script=Han} +\p{Script=Han}/u);
});
