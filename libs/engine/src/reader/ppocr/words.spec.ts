import { describe, expect, it } from 'vitest';
import type { SeenCharacter } from './ctc.js';
import type { SeenLine } from './recogniser.js';
import { wordsOf } from './words.js';

/** A line 48 pixels high, drawn as one stroke of ink for each letter at the columns given; a space is a chance and no letter. */
const lineOf = (letters: [text: string, column: number, confidence?: number, spaceBefore?: number][], widthPx = 16): SeenLine => {
  const width = Math.max(...letters.map(([, column]) => column)) + widthPx + 8;
  const grey = new Uint8Array(width * 48).fill(250);
  const characters: SeenCharacter[] = letters.map(([text, column, confidence = 1, spaceBefore = 0]) => {
    for (let y = 10; y < 40; y++) grey.fill(10, y * width + column, y * width + column + widthPx);
    return { text, confidence, spaceBefore, step: Math.floor((column + widthPx / 2) / 8) };
  });
  return { box: { x: width / 2, y: 24, width, height: 48, angle: 0, score: 1 }, crop: { width, height: 48, grey }, stepPx: 8, characters };
};

const texts = (line: SeenLine): string => wordsOf(line).map(({ text, isSpaced }) => (isSpaced ? `_${text}` : text)).join('|');

describe('the words of a line', () => {
  it('part where the gap is clearly wider than usual, although the network saw no space', () => {
    expect(texts(lineOf([['o', 8], ['n', 27], ['i', 60], ['t', 79]]))).toBe('on|_it');
  });

  it('part where the network saw a space, although letters are tight', () => {
    expect(texts(lineOf([['o', 8], ['n', 27], ['i', 46, 1, 0.9], ['t', 65]]))).toBe('on|_it');
  });

  it('stay whole in wide-set type', () => {
    expect(texts(lineOf([['o', 8], ['n', 40], ['e', 72], ['s', 104]]))).toBe('ones');
  });

  it('are single characters in Chinese, without spaces', () => {
    expect(texts(lineOf([['墨', 8], ['证', 30], ['。', 52]]))).toBe('墨|证|。');
  });

  it('part between scripts without a space unless one was set', () => {
    expect(texts(lineOf([['共', 8], ['1', 28], ['2', 47], ['箱', 66, 1, 0.8]]))).toBe('共|12|_箱');
  });

  it('stand where their ink stands, and are as sure as their least sure letter', () => {
    const [on, it] = wordsOf(lineOf([['o', 8, 0.9], ['n', 27, 0.6], ['i', 60], ['t', 79]]));
    expect([on?.polygon[0], on?.polygon[2], it?.polygon[0]]).toEqual([[8, 0], [43, 48], [60, 0]]);
    expect([on?.confidence, it?.confidence]).toEqual([0.6, 1]);
  });
});
