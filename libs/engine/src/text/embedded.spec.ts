import { describe, expect, it } from 'vitest';
import type { EmbeddedLine } from '../document/document.js';
import { embeddedBlocks, merged } from './embedded.js';
import type { FoundBlock } from './found.js';
import { polygonOf } from './polygon.js';

const line = (text: string, left: number, top: number, height = 20): EmbeddedLine => ({
  polygon: polygonOf(left, top, 200, height),
  words: [{ text, polygon: polygonOf(left, top, 200, height), isSpaced: true }],
});

const textsOf = (blocks: readonly FoundBlock[]): string[][] => blocks.map(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text).join(' ')));

describe('embedded text', () => {
  it('is sure of itself and says where it came from', () => {
    const [block] = embeddedBlocks([line('one', 0, 0)]);
    expect(block).toMatchObject({ source: 'embedded', lines: [{ words: [{ text: 'one', confidence: 1 }] }] });
  });

  it('falls into blocks at gaps, at other sizes and at the next column', () => {
    const blocks = embeddedBlocks([line('Title', 0, 0, 40), line('a', 0, 48), line('b', 0, 74), line('after a gap', 0, 140), line('next column', 300, 48)]);
    expect(textsOf(blocks)).toEqual([['Title'], ['a', 'b'], ['after a gap'], ['next column']]);
    expect(blocks[1]?.polygon).toEqual(polygonOf(0, 48, 200, 46));
  });

  it('takes what was recognised in between, by its place', () => {
    const recognised: FoundBlock[] = [{ polygon: polygonOf(0, 60, 200, 40), lines: [{ polygon: polygonOf(0, 60, 200, 40), words: [{ text: 'figure', polygon: polygonOf(0, 60, 200, 40), confidence: 0.8, isSpaced: true }] }] }];
    expect(textsOf(merged(embeddedBlocks([line('above', 0, 0), line('below', 0, 200)]), recognised))).toEqual([['above'], ['figure'], ['below']]);
    expect(textsOf(merged(embeddedBlocks([line('above', 0, 0)]), recognised))).toEqual([['above'], ['figure']]);
  });
});
