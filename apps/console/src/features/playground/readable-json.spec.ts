import { describe, expect, it } from 'vitest';
import { readableJson } from './readable-json';

const word = { text: 'a [1, 2] b', polygon: [[0, 1.5], [9, 1.5], [9, 8], [0, 8]], span: [0, 10], languages: ['en'] };

describe('a result as JSON', () => {
  it('keeps a polygon and a span on one line each', () => expect(readableJson(word).split('\n')).toEqual(['{', '  "text": "a [1, 2] b",', '  "polygon": [[0, 1.5], [9, 1.5], [9, 8], [0, 8]],', '  "span": [0, 10],', '  "languages": [', '    "en"', '  ]', '}']));
  it('says the same as before', () => expect(JSON.parse(readableJson([word, { polygon: [[-1, 2e-7], [1, 2]] }]))).toEqual([word, { polygon: [[-1, 2e-7], [1, 2]] }]));
});
