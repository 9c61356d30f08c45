import type { PageReading, Polygon } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { linesOf } from './reading-page.js';

const box = (at: number): Polygon => [[at, 0], [at + 9, 0], [at + 9, 9], [at, 9]];
const word = (text: string, begin: number, end: number, confidence = 0.99) => ({ text, polygon: box(begin), confidence, source: 'ocr' as const, span: [begin, end] as [number, number] });
const run = (at: number, ...words: ReturnType<typeof word>[]) => ({ text: '', polygon: box(at), words });

/** Two columns: the names of the rows are one block, their values another, and the text reads across. */
const page: PageReading = {
  number: 1, width: 100, height: 100, unit: 'px', dpi: null, rotation: 0, mirrored: false, skew: 0, confidence: 0.9,
  quality: { sharpness: null, contrast: null, text_height_px: null, warnings: [] },
  recipe: { reader: 'tesseract', why: '', languages: ['eng'], steps: [] },
  text: '𠮷野家签收 2026\nNo. 42',
  blocks: [
    { type: 'text', polygon: box(0), lines: [run(100, word('𠮷野家', 0, 3), word('签收', 3, 5, 0.6)), run(300, word('No.', 11, 14))] },
    { type: 'text', polygon: box(0), lines: [run(200, word('2026', 6, 10)), run(400, word('42', 15, 17))] },
  ],
};

describe('the lines of a page', () => {
  it('break where its text breaks, across the blocks', () => expect(linesOf(page).map((line) => line.words.map(({ text }) => text))).toEqual([['𠮷野家', '签收', '2026'], ['No.', '42']]));
  it('say the text again, counting code points', () => expect(linesOf(page).map((line) => line.words.map(({ before, text }) => before + text).join('')).join('\n')).toBe(page.text));
  it('give every word an id of its own', () => expect(new Set(linesOf(page).flatMap((line) => line.words.map(({ id }) => id))).size).toBe(5));
  it('know the runs they were found in', () => expect(linesOf(page).map((line) => line.runs)).toEqual([[box(100), box(200)], [box(300), box(400)]]));
  it('know which words are doubtful', () => expect(linesOf(page)[0]?.words[1]?.certainty).toBe('doubtful'));
  it('are none on an empty page', () => expect(linesOf({ ...page, text: '', blocks: [] })).toEqual([]));
});
