import { describe, expect, it } from 'vitest';
import { decode, type StepScores } from './ctc.js';

const characters = ['a', 'b', 'ｃ', ' '];

/** One row a step: the chances of nothing, a, b, ｃ and a space. */
const scores = (...rows: number[][]): StepScores => ({ steps: rows.length, classes: 5, values: Float32Array.from(rows.flat()) });
const [nothing, a, b] = [[0.9, 0.1, 0, 0, 0], [0.1, 0.8, 0.1, 0, 0], [0.1, 0.1, 0.7, 0.1, 0]];

describe('reading the steps of a line', () => {
  const text = (...rows: number[][]): string => decode(scores(...rows), characters).map((seen) => seen.text).join('');

  it('merges repeats, and keeps two of the same with nothing between', () => {
    expect(text(a, a, b, b, nothing, b)).toBe('abb');
  });

  it('says where a character was surest, and how sure', () => {
    const [seen] = decode(scores(nothing, a, [0, 0.95, 0.05, 0, 0], a), characters);
    expect([seen?.step, seen?.confidence.toFixed(2)]).toEqual([2, '0.95']);
  });

  it('takes the likeliest although nothing is likely', () => {
    expect(text([0.3, 0.2, 0.4, 0.1, 0])).toBe('b');
  });

  it('takes a full-width letter for the letter', () => {
    expect(text([0, 0, 0, 1, 0])).toBe('c');
  });

  it('tells of spaces by their chance, also where another class was likelier', () => {
    const seen = decode(scores(a, [0.6, 0, 0, 0, 0.4], b, [0, 0, 0, 0, 1], a), characters);
    expect(seen.map(({ text: character, spaceBefore }) => [character, spaceBefore.toFixed(1)])).toEqual([['a', '0.0'], ['b', '0.4'], ['a', '1.0']]);
  });
});
