import { describe, expect, it } from 'vitest';
import { anyText } from './testing/any-text.js';
import { typeset } from './testing/typeset.js';
import { asTsv } from './tsv.js';

describe('a reading as a table', () => {
  const page = typeset(800, 600, [
    { x: 60, y: 40, lines: ['Two words'] },
    { x: 60, y: 200, lines: ['one', 'two'] },
  ]);
  const rows = asTsv([page, { ...page, number: 2, blocks: [] }]).trimEnd().split('\n').map((row) => row.split('\t'));

  it("has Tesseract's columns", () => {
    expect(rows[0]?.join(' ')).toBe('level page_num block_num par_num line_num word_num left top width height conf text');
  });

  it('has a row for every page, block, paragraph, line and word, numbered within the one above', () => {
    expect(rows.slice(1).map((row) => row.slice(0, 6).join(''))).toEqual(['110000', '211000', '311100', '411110', '511111', '511112', '212000', '312100', '412110', '512111', '412120', '512121', '120000']);
  });

  it('gives words their text and confidence in percent, and everything else -1', () => {
    expect(rows.filter(([level]) => level === '5').map((row) => row.slice(10).join(' '))).toEqual(['95 Two', '95 words', '95 one', '95 two']);
    expect(new Set(rows.slice(1).filter(([level]) => level !== '5').map((row) => row[10]))).toEqual(new Set(['-1']));
  });

  it('keeps its columns whatever the words say', () => {
    for (let seed = 1; seed <= 60; seed++) expect(asTsv([anyText(seed)]).split('\n').slice(0, -1).every((row) => row.split('\t').length === 12)).toBe(true);
  });
});
