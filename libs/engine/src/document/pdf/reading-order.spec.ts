import { describe, expect, it } from 'vitest';
import { processorTime } from '../../testing/processor-time.js';
import type { EmbeddedLine } from '../document.js';
import { inReadingOrder } from './reading-order.js';

const line = (text: string, left: number, top: number, width = 100): EmbeddedLine => ({
  polygon: [[left, top], [left + width, top], [left + width, top + 10], [left, top + 10]],
  words: [{ text, polygon: [[left, top], [left + width, top], [left + width, top + 10], [left, top + 10]], isSpaced: false }],
});
const order = (...lines: EmbeddedLine[]): string => inReadingOrder(lines).map(({ words }) => words[0]?.text).join(' ');

describe('the order of lines', () => {
  it('is that of the file, which knows columns', () => {
    expect(order(line('a1', 0, 0), line('a2', 0, 20), line('b1', 200, 0), line('b2', 200, 20))).toBe('a1 a2 b1 b2');
  });

  it('is that of the file, which knows rows', () => {
    expect(order(line('a1', 0, 0), line('b1', 200, 0), line('a2', 0, 20), line('b2', 200, 20))).toBe('a1 b1 a2 b2');
  });

  it('lets what stands above go first', () => {
    expect(order(line('foot', 0, 500, 300), line('a', 0, 40), line('b', 200, 40), line('head', 0, 0, 300))).toBe('head a b foot');
  });

  it('is the same however often it is found', () => {
    const lines = [line('c', 0, 60), line('a', 0, 0), line('b', 0, 30)];
    expect(inReadingOrder(inReadingOrder(lines))).toEqual(inReadingOrder(lines));
  });

  it('takes a page of a thousand lines in a moment', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => line(`${index}`, 0, (999 - index) * 12));
    const took = processorTime();
    expect(inReadingOrder(lines)[0]?.words[0]?.text).toBe('999');
    expect(took()).toBeLessThan(1_000);
  });
});
