import { expect, it } from 'vitest';
import { segmentsOf } from './segments';

it('cuts a text into lines and these where marks begin and end, counted in characters', () => {
  const lines = segmentsOf('𠮷：姓名、电话。\n\n同意', [
    { clause: 'a', begins: 2, ends: 7 },
    { clause: 'b', begins: 5, ends: 7 },
    { clause: 'c', begins: 10, ends: 12 },
  ]);
  expect(lines.map((line) => line.map(({ at, words, clauses, opens }) => [at, words, clauses.join(''), opens.join('')]))).toEqual([
    [
      [0, '𠮷：', '', ''],
      [2, '姓名、', 'a', 'a'],
      [5, '电话', 'ab', 'b'],
      [7, '。', '', ''],
    ],
    [[10, '同意', 'c', 'c']],
  ]);
});

it('is nothing for an empty text', () => {
  expect(segmentsOf('', [])).toEqual([]);
});
