import { expect, it } from 'vitest';
import { chosenLanguages, languagesRead } from './languages.js';

const installed = [
  { tag: 'zh-Hans', code: 'chi_sim', aliases: ['zh', 'zh-CN'] },
  { tag: 'en', code: 'eng', aliases: [] },
];
const tags = (asked?: string[]) => {
  const chosen = chosenLanguages(asked, installed);
  return chosen === 'auto' ? chosen : chosen.map(({ tag }) => tag);
};

it('has the script found when nothing is asked for, or auto', () => {
  expect(tags()).toBe('auto');
  expect(tags(['Auto'])).toBe('auto');
});

it('refuses auto beside a language', () => {
  expect(() => tags(['en', 'auto'])).toThrow('stands alone');
});

it('keeps the order asked for, knows aliases and case, and takes each once', () => {
  expect(tags(['EN', 'zh-cn', 'chi_sim', 'eng'])).toEqual(['en', 'zh-Hans']);
});

it('refuses a language that is not installed and lists those that are', () => {
  expect(() => tags(['de'])).toThrow('Installed: zh-Hans, en.');
});

it('tells the languages of the pages once each, and none of a blank page', () => {
  expect(languagesRead([{ recipe: { languages: ['eng'] } }, { recipe: { languages: [] } }, { recipe: { languages: ['chi_sim', 'eng'] } }], installed)).toEqual(['en', 'zh-Hans']);
});
