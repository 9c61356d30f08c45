import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { read } from './read.js';
import { Readers } from './reader/readers.js';
import { TesseractReader } from './reader/tesseract-reader.js';
import { caps } from './testing/pages.js';

const textOf = async (sample: string, languages: readonly string[]): Promise<string> => {
  const readers = new Readers({ tesseract: (codes) => TesseractReader.start(codes) });
  const file = await readFile(new URL(`../../../samples/${sample}`, import.meta.url));
  const { pages } = await read(file, { languages, reader: 'tesseract', pages: null }, caps, readers);
  await readers.stop();
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
