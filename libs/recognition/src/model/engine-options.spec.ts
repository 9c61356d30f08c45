import { RecognitionOptions } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { engineOptions } from './engine-options.js';

const languages = [{ tag: 'en', code: 'eng', aliases: [] }];
const given = (options: object) => engineOptions(RecognitionOptions.parse(options), languages, [{ name: 'tesseract' }]);
const recipe = { reader: 'tesseract', why: 'asked for', languages: ['eng'], steps: [{ name: 'deskew', settings: { degrees: 1.5 } }] } as const;

it('says what was asked for in the words of the engine', () => {
  expect(given({})).toEqual({ languages: 'auto', reader: 'auto' });
  expect(given({ languages: 'EN', reader: 'tesseract', password: 'open' })).toEqual({ languages: ['eng'], reader: 'tesseract', password: 'open' });
});

it('hands a recipe over by page, also when it came as text', () => {
  expect(given({ recipe: { 2: recipe } }).replay).toEqual({ 2: recipe });
  expect(given({ recipe: JSON.stringify({ 2: recipe }) }).replay).toEqual({ 2: recipe });
});

it('takes no recipe of more languages or steps than any of ours has', () => {
  for (const change of [{ languages: Array(5).fill('eng') }, { steps: Array(33).fill({ name: 'invert', settings: {} }) }]) expect(() => given({ recipe: { 1: { ...recipe, ...change } } })).toThrow();
});

it('refuses a reader that is not installed and lists those that are', () => {
  expect(() => given({ reader: 'native' })).toThrow(expect.objectContaining({ code: 'reader.unavailable', message: expect.stringContaining('auto, tesseract') }));
});
