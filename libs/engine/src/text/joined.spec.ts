import { describe, expect, it } from 'vitest';
import { block, word } from '../testing/scripted-reader.js';
import type { FoundWord } from './found.js';
import { joined } from './joined.js';

/** The line of PP-OCR and that of Tesseract as one text, spaces as they come out. */
const lineOf = (ppocr: FoundWord[], tesseract: FoundWord[]): string =>
  joined([{ ...block(ppocr), lines: [{ polygon: [[0, 0], [400, 0], [400, 20], [0, 20]], words: ppocr }] }], [block(tesseract)])
    .flatMap(({ lines }) => lines.flatMap(({ words }) => words))
    .map(({ text, isSpaced }, index) => (isSpaced && index > 0 ? ` ${text}` : text))
    .join('');

const sure = (text: string, left: number): FoundWord => word(text, left, { confidence: 0.97 });
const unsure = (text: string, left: number): FoundWord => word(text, left, { confidence: 0.5 });

describe('two readings of a line', () => {
  it('mend each other word by word', () => {
    expect(lineOf([sure('Delivery', 0), unsure('n0te', 100)], [unsure('De1ivery', 0), sure('note', 100)])).toBe('Delivery note');
  });

  it('part words where the surer one parts them', () => {
    expect(lineOf([unsure('remember.Invoice', 0)], [sure('remember.', 0), sure('Invoice', 95)])).toBe('remember. Invoice');
  });

  it('leave what only PP-OCR has, and pass over what stands nowhere on its lines', () => {
    expect(lineOf([unsure('Twelve', 0), sure('boxes', 100)], [sure('boxes', 100), sure('far', 300)])).toBe('Twelve boxes');
  });

  it('take a pound sign from the reader that knows it, however sure the other is without', () => {
    expect(lineOf([word('59.73', 10, { confidence: 1 })], [word('£59.73', 0, { confidence: 0.6 })])).toBe('£59.73');
    expect(lineOf([word('£59.73', 0, { confidence: 0.6 })], [word('59.73', 10, { confidence: 1 })])).toBe('£59.73');
  });

  it('leave Chinese to PP-OCR', () => {
    expect(lineOf([unsure('箱', 0)], [sure('稻', 0)])).toBe('箱');
  });
});

it('a word of Tesseract is used once, by the line it stands on', () => {
  const twice = joined([block([unsure('n0te', 0)], [unsure('n0te', 0)])], [block([sure('note', 0)])]);
  expect(twice.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text)))).toEqual(['note', 'n0te']);
});
