import { expect, it } from 'vitest';
import { filedText, moveSpans, tidySpans, wordsOf } from './filed-text.js';

it('stores what looks alike alike, with lines ended by LF', () => {
  expect(filedText('\uFEFFCafe\u0301\r\nzwei\rdrei')).toBe('Café\nzwei\ndrei');
});

it('counts characters and not halves of them', () => {
  expect(wordsOf('𠮷野家：姓名', { begins: 4, ends: 6 })).toBe('姓名');
});

it('keeps marks inside the text, each once, in its order', () => {
  expect(
    tidySpans('姓名、电话', [
      { clause: 'b', begins: 3, ends: 99 },
      { clause: 'a', begins: 0, ends: 1 },
      { clause: 'a', begins: 0, ends: 2 },
      { clause: 'c', begins: 5, ends: 6 },
    ]),
  ).toEqual([
    { clause: 'a', begins: 0, ends: 2 },
    { clause: 'b', begins: 3, ends: 5 },
  ]);
});

it('lets marks follow their words into a changed text, and drops those whose words are gone or are there twice', () => {
  const from = '甲乙丙丁';
  const spans = [
    { clause: 'a' as const, begins: 0, ends: 1 },
    { clause: 'b' as const, begins: 1, ends: 2 },
    { clause: 'c' as const, begins: 3, ends: 4 },
  ];
  expect(moveSpans(from, '𠮷甲丙丁丁', spans)).toEqual([
    { clause: 'a', begins: 1, ends: 2 },
    { clause: 'c', begins: 3, ends: 4 },
  ]);
  expect(moveSpans(from, '丁𠮷丁', spans)).toEqual([]);
});
