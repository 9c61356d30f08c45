import { describe, expect, it } from 'vitest';
import { readWholeNumber } from './whole-number';

const read = (typed: string) => readWholeNumber(typed, 1, 5000);

describe('a whole number', () => {
  it('may be typed in full width and with group separators', () => expect([read('２０'), read(' 5,000 '), read('20')]).toEqual([20, 5000, 20]));
  it('keeps to its bounds', () => expect([read('0'), read('5001')]).toEqual([null, null]));
  it('is nothing else', () => expect(['', '1.5', '-3', '1e3', 'twenty'].map(read)).toEqual([null, null, null, null, null]));
});
