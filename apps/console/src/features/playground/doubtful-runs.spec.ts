import type { ShownLine } from '@inkproof/ui';
import { describe, expect, it } from 'vitest';
import { doubtfulRuns } from './doubtful-runs';

const polygon: ShownLine['runs'][number] = [[0, 0], [1, 0], [1, 1], [0, 1]];
const line = (number: number, ...words: [text: string, confidence: number, before?: string][]): ShownLine => ({
  id: `l${number}`,
  number,
  runs: [],
  words: words.map(([text, confidence, before = ''], index) => ({ id: `${number}-${index}`, text, polygon, isEmbedded: false, run: polygon, confidence, before, certainty: confidence < 0.8 ? 'doubtful' : 'sure' })),
});

describe('doubtful runs', () => {
  it('take neighbours together, with the least confidence of them', () => expect(doubtfulRuns([line(1, ['签', 0.99], ['陈', 0.7], ['可', 0.5], ['欣', 0.6])])).toEqual([{ id: '1-1', line: 1, text: '陈可欣', confidence: 0.5 }]));
  it('keep the space between Latin words', () => expect(doubtfulRuns([line(1, ['No.', 0.5], ['42', 0.6, ' '])])[0]?.text).toBe('No. 42'));
  it('end at a sure word and at the end of a line', () => expect(doubtfulRuns([line(1, ['a', 0.5], ['b', 0.9], ['c', 0.5]), line(2, ['d', 0.5])]).map(({ text }) => text)).toEqual(['a', 'c', 'd']));
});
