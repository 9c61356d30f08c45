import { describe, expect, it } from 'vitest';
import { certaintyOf } from './confidence.js';

describe('certainty', () => {
  it('is sure from 0.90', () => expect(certaintyOf(0.9)).toBe('sure'));
  it('is fair from 0.80 up to there', () => expect([certaintyOf(0.8), certaintyOf(0.899)]).toEqual(['fair', 'fair']));
  it('is doubtful below 0.80', () => expect(certaintyOf(0.799)).toBe('doubtful'));
});
