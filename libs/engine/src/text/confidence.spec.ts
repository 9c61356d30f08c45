import { expect, it } from 'vitest';
import { word } from '../testing/scripted-reader.js';
import { pageConfidence, rounded } from './confidence.js';

it('a long word weighs more than a short one', () => {
  expect(pageConfidence([word('abcdefgh', 0, { confidence: 1 }), word('ab', 0, { confidence: 0.5 })])).toBe(0.9);
});

it('a character outside the basic plane counts once', () => {
  expect(pageConfidence([word('𠮷', 0, { confidence: 1 }), word('a', 0, { confidence: 0 })])).toBe(0.5);
});

it('a page without words has no confidence', () => {
  expect(pageConfidence([])).toBeNull();
});

it('confidence stays between 0 and 1 and has four places', () => {
  expect([rounded(-0.01), rounded(1.2), rounded(0.123456)]).toEqual([0, 1, 0.1235]);
});
