import { describe, expect, it } from 'vitest';
import { chooseLocale, chooseTheme } from './locale';

describe('the language of the console', () => {
  it('is the chosen one, whatever the browser asks for', () => expect(chooseLocale('en', 'zh-CN')).toBe('en'));
  it('is what the browser wants most of the two we speak', () => expect(chooseLocale(undefined, 'fr-FR, zh-TW;q=0.5, en-GB;q=0.8')).toBe('en'));
  it('leaves out what the browser refuses', () => expect(chooseLocale(undefined, 'en;q=0, zh;q=0.1')).toBe('zh-CN'));
  it('is Chinese where nothing fits', () => expect([chooseLocale('de', 'fr'), chooseLocale(undefined, null)]).toEqual(['zh-CN', 'zh-CN']));
});

describe('the theme', () => {
  it("follows the system until one is chosen", () => expect([chooseTheme(undefined), chooseTheme('sepia'), chooseTheme('dark')]).toEqual(['system', 'system', 'dark']));
});
