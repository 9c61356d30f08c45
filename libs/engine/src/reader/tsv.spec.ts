import { describe, expect, it } from 'vitest';
import { polygonOf } from '../text/polygon.js';
import { readTsv } from './tsv.js';

const row = (level: number, left: number, confidence: number, text: string): string => [level, 1, 1, 1, 1, 1, left, 50, 30, 20, confidence, text].join('\t');
const page = row(1, 0, -1, '');
const opening = [row(2, 5, -1, ''), row(3, 5, -1, ''), row(4, 7, -1, '')];

describe('the table of Tesseract', () => {
  it('becomes blocks of lines of words with their boxes and confidences', () => {
    const blocks = readTsv([page, ...opening, row(5, 10, 96.5, 'Total'), row(5, 60, 88, 'due')].join('\n'), 'Total due\n\n');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.lines[0]?.polygon).toEqual(polygonOf(7, 50, 30, 20));
    expect(blocks[0]?.lines[0]?.words).toEqual([
      { text: 'Total', polygon: polygonOf(10, 50, 30, 20), confidence: 0.965, isSpaced: false },
      { text: 'due', polygon: polygonOf(60, 50, 30, 20), confidence: 0.88, isSpaced: true },
    ]);
  });

  it('learns from the plain text where spaces were seen', () => {
    const words = ['共', '3', '箱', '箱'].map((text, index) => row(5, index * 30, 90, text));
    const [block] = readTsv([page, ...opening, ...words].join('\n'), '\n共 3 箱箱\n');
    expect(block?.lines[0]?.words.map(({ isSpaced }) => isSpaced)).toEqual([true, true, true, false]);
  });

  it('drops words without ink, and the lines and blocks that hold nothing else', () => {
    const blocks = readTsv([page, ...opening, row(5, 10, 95, ' '), ...opening, row(5, 10, 90, 'ink')].join('\n'), ' \nink\n');
    expect(blocks.map(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text)))).toEqual([[['ink']]]);
  });

  it('is nothing for a blank page', () => {
    expect(readTsv(`${page}\n`, '')).toEqual([]);
  });
});
