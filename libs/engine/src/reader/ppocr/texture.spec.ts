import { expect, it } from 'vitest';
import { word } from '../../testing/scripted-reader.js';
import { withoutTexture } from './texture.js';

const said = (...words: [text: string, confidence: number][]): string => withoutTexture(words.map(([text, confidence]) => word(text, 0, { confidence }))).map(({ text }) => text).join(' ');

it('marks that halftone was taken for are dropped, and true ones stay', () => {
  expect(said(['12.', 0.9], ['Witness', 0.9], ['...', 0.4], ['·.', 0.3])).toBe('12. Witness');
  expect(said(['Mind', 0.9], ['the', 0.9], ['gap', 0.9], ['…', 0.8])).toBe('Mind the gap …');
});

it('a line that is unsure as a whole is dropped, and a worn one is kept', () => {
  expect(said(['RRR', 0.2], ['Do', 0.4])).toBe('');
  expect(said(['Sep', 0.3], ['tember', 0.6])).toBe('Sep tember');
});
