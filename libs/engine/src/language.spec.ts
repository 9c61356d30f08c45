import { expect, it } from 'vitest';
import { engineLanguages } from './language.js';

it('language data are those the accuracy figures were measured with', () => {
  expect(engineLanguages.map(({ code, sha256 }) => [code, sha256])).toEqual([
    ['chi_sim', '9784f7c917c546424b690fcde708ce1f604a4393d08bb51ddab146d7d7c794e6'],
    ['eng', '5dc5d8d640a212c9d6184921ba103b186f50e0fed9ee716c53e6b312b400d747'],
  ]);
});

it('no alias belongs to two languages', () => {
  const names = engineLanguages.flatMap(({ tag, aliases }) => [tag, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});
