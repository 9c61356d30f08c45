import { describe, expect, it } from 'vitest';
import type { Evidence } from '../image/evidence.js';
import { areJoined, chooseReader, isBetter, secondReader, type FirstPass } from './choose-reader.js';

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
const pass = (reader: FirstPass['reader'], confidence: number, characters: number, hanShare = 0): FirstPass => ({ reader, confidence, characters, hanShare });

describe('the first reader', () => {
  it('of clean Latin print is Tesseract, the native one where there is one', () => {
    expect(chooseReader(clean, all)).toEqual({ reader: 'tesseract', why: 'Flawless Latin print.' });
    expect(chooseReader({ ...clean, evenness: 0.92 }, all)).toEqual({ reader: 'tesseract', why: 'Clean Latin print.' });
    expect(chooseReader({ ...clean, letters: 300 }, all).reader).toBe('tesseract');
    expect(chooseReader(clean, [...all, 'native']).reader).toBe('native');
  });

  it.each([
    ['Chinese', { script: 'han' }],
    ['mixed scripts', { script: 'unsure' }],
    ['hardly any text', { letters: 20 }],
    ['little text with odd pieces', { letters: 300, specks: 1.4 }],
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
    expect(secondReader(clean, pass('tesseract', 0.95, 1900), all)).toBeNull();
  });

  it('is asked when the first was unsure or passed text over', () => {
    expect(secondReader(clean, pass('tesseract', 0.5, 1900), all)?.reader).toBe('ppocr');
    expect(secondReader(clean, pass('tesseract', 0.95, 300), all)?.reader).toBe('ppocr');
    expect(secondReader(clean, pass('ppocr', 0.9, 1900), all)?.reader).toBe('tesseract');
  });

  it('is asked of Chinese only when next to nothing was made out', () => {
    const chinese: Evidence = { ...clean, script: 'han' };
    expect(secondReader(chinese, pass('ppocr', 0.8, 900), all)).toBeNull();
    expect(secondReader(chinese, pass('ppocr', 0.6, 900), all)?.reader).toBe('tesseract');
  });

  it('is asked of what turns out Chinese only then, whatever it looked like', () => {
    expect(secondReader(clean, pass('ppocr', 0.8, 900, 0.6), all)).toBeNull();
  });

  it('is not asked when there is none', () => {
    expect(secondReader(clean, pass('tesseract', 0.1, 10), ['tesseract'])).toBeNull();
  });
});

it('the better reading has more text that its reader is surer of than not', () => {
  expect(isBetter(pass('ppocr', 0.9, 100), pass('tesseract', 0.4, 900))).toBe(true);
  expect(isBetter(pass('ppocr', 0.95, 100), pass('tesseract', 0.9, 900))).toBe(false);
});

describe('two readings', () => {
  it('are joined when both read Latin', () => {
    expect(areJoined(pass('ppocr', 0.8, 300), pass('tesseract', 0.8, 310))).toBe(true);
    expect(areJoined(pass('ppocr', 0.8, 300, 0.5), pass('tesseract', 0.8, 310))).toBe(false);
  });

  it('are not joined when PP-OCR made out little of what the other is sure of', () => {
    expect(areJoined(pass('ppocr', 0.6, 200), pass('tesseract', 0.9, 310))).toBe(false);
  });
});
