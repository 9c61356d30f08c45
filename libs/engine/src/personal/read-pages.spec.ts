import { countedFinds, drawPage, isNumberedKind, labelledPage, type LabelledPage } from '@inkproof/drawn-pages';
import { afterAll, expect, it } from 'vitest';
import { read } from '../read.js';
import { Readers } from '../reader/readers.js';
import { TesseractReader } from '../reader/tesseract-reader.js';
import { caps } from '../testing/pages.js';
import { findPersonal } from './find-personal.js';
import { maskPersonal } from './mask-personal.js';

const readers = new Readers({ tesseract: (codes) => TesseractReader.start(codes) });
afterAll(() => readers.stop());

const bare = (text: string): string => text.replace(/\s/g, '');

/** Short ones that have every kind of number among them, in both languages. `npm run bench -- detector` reads forty. */
const PAGES = [19, 71, 177, 256, 297, 335].map((at) => labelledPage(700_000 + at, 0));

it('every kind of number that a reader can get wrong is on one of the pages', () => {
  const kinds = (pages: readonly LabelledPage[]): string[] => [...new Set(pages.flatMap(({ marks }) => marks.map(({ kind }) => kind)).filter(isNumberedKind))].sort();
  expect(kinds(PAGES)).toEqual(kinds(Array.from({ length: 200 }, (_, seed) => labelledPage(seed, 0))));
});

/** Values that are found are counted, because what the reader misread stands nowhere on the page as it was drawn. */
const readAndFind = async (page: LabelledPage): Promise<{ all: number; found: number; left: string[] }> => {
  const file = drawPage({ lines: page.lines, fontPx: 34, widthPx: 1700 });
  const { pages } = await read(file, { languages: page.lang === 'eng' ? ['eng'] : ['chi_sim', 'eng'], reader: 'tesseract', pages: null }, caps, readers);
  const findings = findPersonal(pages);
  const hidden = bare(maskPersonal(pages, findings).map(({ text }) => text).join(''));
  const signs = [...page.text];
  const values = page.marks.filter(({ kind }) => isNumberedKind(kind)).map(({ begin, end }) => bare(signs.slice(begin, end).join('')));
  return { ...countedFinds(page, findings), left: values.filter((value) => hidden.includes(value)) };
};

it('numbers on drawn pages are found in what a real reader makes of them, and none is left after masking', { timeout: 180_000 }, async () => {
  let [all, found] = [0, 0];
  for (const page of PAGES) {
    const result = await readAndFind(page);
    expect(result.left).toEqual([]);
    all += result.all;
    found += result.found;
  }
  expect(all).toBeGreaterThan(25);
  expect(found / all).toBeGreaterThanOrEqual(0.99);
});
