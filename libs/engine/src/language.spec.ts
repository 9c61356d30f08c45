import { expect, it } from 'vitest';
import { engineLanguages, languageData, languageLists } from './language.js';

it('language data are those the accuracy figures were measured with', () => {
  expect(engineLanguages.map(({ code, sha256 }) => [code, sha256])).toEqual([
    ['chi_sim', '9784f7c917c546424b690fcde708ce1f604a4393d08bb51ddab146d7d7c794e6'],
    ['eng', '7d4322bd2a7749724879683fc3912cb542f19906c83bcc1a52132556427170b2'],
  ]);
});

it('no alias belongs to two languages', () => {
  const names = engineLanguages.flatMap(({ tag, aliases }) => [tag, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

it('English alone is read with the small network, and beside Chinese with the large one, which is less sure of what it does not know', () => {
  expect(languageData(['eng']).map(({ name }) => name)).toEqual(['eng 4.1.0_fast']);
  expect(languageData(['chi_sim', 'eng']).map(({ name }) => name)).toEqual(['chi_sim 4.0.0_best_int', 'eng 4.0.0_best_int']);
});

it('every list of languages has its data, and no list is missing', () => {
  const codes = engineLanguages.map(({ code }) => code);
  const lists = codes.flatMap((code) => [[code], ...codes.filter((other) => other !== code).map((other) => [code, other])]);
  expect(languageLists.map((list) => list.join('+')).sort()).toEqual(lists.map((list) => list.join('+')).sort());
});
