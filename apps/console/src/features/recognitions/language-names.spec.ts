import { expect, it } from 'vitest';
import { languageNames } from './language-names';

it('names languages in the language of the screen', () => expect([languageNames(['en', 'zh-Hans'], 'zh-CN'), languageNames(['en', 'zh-Hans'], 'en')]).toEqual(['英语、简体中文', 'English, Simplified Chinese']));
