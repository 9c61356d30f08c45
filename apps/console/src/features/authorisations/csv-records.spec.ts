import { expect, it } from 'vitest';
import { csvRecords } from './csv-records';

it('tells records apart by their line ends, and knows on which line each begins', () => {
  expect(csvRecords('\ufeffsubject,media\r\nc7,web_operation\r\n\r\n"c\n8",web_operation\nc9,video\n')).toEqual({
    head: 'subject,media',
    records: [
      { line: 2, text: 'c7,web_operation' },
      { line: 4, text: '"c\n8",web_operation' },
      { line: 6, text: 'c9,video' },
    ],
  });
});

it('leaves what is broken to whoever reads the cells', () => {
  expect(csvRecords('a\n"open\nnever closed').records).toEqual([{ line: 2, text: '"open\nnever closed' }]);
  expect(csvRecords('')).toEqual({ head: '', records: [] });
});
