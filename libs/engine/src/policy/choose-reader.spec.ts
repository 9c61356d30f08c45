import { describe, expect, it } from 'vitest';
import type { Evidence } from '../image/evidence.js';
import { chooseReader, isBetter, secondReader } from './choose-reader.js';

const clean: Evidence = {
  letters: 2000,
  specks: 1.1,
  isDark: false,
  unevenness: 0,
  isBilevel: false,
  contrast: 190,
  script: 'latin',
  textHeightPx: 19,
  evenness: 0.97,
  slant: { degrees: 0, gain: 1 },
  sideways: 0.3,
  rising: null,
};
const all = ['tesseract', 'ppocr'] as const;

describe('the first reader', () => {
  it('of much clean Latin print is Tesseract, the native one where there is one', () => {
    expect(chooseReader(clean, all)).toEqual({ reader: 'tesseract', why: 'Flawless Latin print.' });
    expect(chooseReader({ ...clean, evenness: 0.92 }, all)).toEqual({ reader: 'tesseract', why: 'Much clean Latin print.' });
    expect(chooseReader(clean, [...all, 'native']).reader).toBe('native');
  });

  it.each([
    ['Chinese', { script: 'han' }],
    ['mixed scripts', { script: 'unsure' }],
    ['little text', { letters: 300 }],
    ['a photograph that is not flawless', { unevenness: 110, evenness: 0.92 }],
    ['worn print', { evenness: 0.5 }],
  ] as const)('of %s is PP-OCR', (_, seen) => {
    expect(chooseReader({ ...clean, ...seen }, all).reader).toBe('ppocr');
  });

  it('of much print without a flaw, however lit, is Tesseract', () => {
    expect(chooseReader({ ...clean, unevenness: 110 }, all).reader).toBe('tesseract');
  });

  it('is the one there is', () => {
    expect(chooseReader({ ...clean, script: 'han' }, ['tesseract']).reader).toBe('tesseract');
    expect(chooseReader(clean, ['ppocr']).reader).toBe('ppocr');
  });
});

describe('a second reader', () => {
  it('is not asked when the first was sure', () => {
    expect(secondReader(clean, { reader: 'tesseract', confidence: 0.95, characters: 1900 }, all)).toBeNull();
  });

  it('is asked when the first was unsure or passed text over', () => {
    expect(secondReader(clean, { reader: 'tesseract', confidence: 0.5, characters: 1900 }, all)?.reader).toBe('ppocr');
    expect(secondReader(clean, { reader: 'tesseract', confidence: 0.95, characters: 300 }, all)?.reader).toBe('ppocr');
    expect(secondReader(clean, { reader: 'ppocr', confidence: 0.9, characters: 1900 }, all)?.reader).toBe('tesseract');
  });

  it('is asked of Chinese only when next to nothing was made out', () => {
    const chinese: Evidence = { ...clean, script: 'han' };
    expect(secondReader(chinese, { reader: 'ppocr', confidence: 0.8, characters: 900 }, all)).toBeNull();
    expect(secondReader(chinese, { reader: 'ppocr', confidence: 0.6, characters: 900 }, all)?.reader).toBe('tesseract');
  });

  it('is not asked when there is none', () => {
    expect(secondReader(clean, { reader: 'tesseract', confidence: 0.1, characters: 10 }, ['tesseract'])).toBeNull();
  });
});

it('the better reading has more text that its reader is surer of than not', () => {
  expect(isBetter({ reader: 'ppocr', confidence: 0.9, characters: 100 }, { reader: 'tesseract', confidence: 0.4, characters: 900 })).toBe(true);
  expect(isBetter({ reader: 'ppocr', confidence: 0.95, characters: 100 }, { reader: 'tesseract', confidence: 0.9, characters: 900 })).toBe(false);
});
