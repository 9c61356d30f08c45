import { expect, it } from 'vitest';
import { chosenLanguages } from './languages.js';

const installed = [
  { tag: 'zh-Hans', code: 'chi_sim', aliases: ['zh', 'zh-CN'] },
  { tag: 'en', code: 'eng', aliases: [] },
];
const tags = (asked?: string[]) => chosenLanguages(asked, installed).map(({ tag }) => tag);

it('takes every installed language when none is asked for', () => {
  expect(tags()).toEqual(['zh-Hans', 'en']);
});

it('keeps the order asked for, knows aliases and case, and takes each once', () => {
  expect(tags(['EN', 'zh-cn', 'chi_sim', 'eng'])).toEqual(['en', 'zh-Hans']);
});

it('refuses a language that is not installed and lists those that are', () => {
  expect(() => tags(['de'])).toThrow('Installed: zh-Hans, en.');
});
