import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.js';
import { preparationSteps, readingSize } from './plan.js';
import { mostEnlarged } from './reader-limits.js';

const clean: Evidence = {
  letters: 2000,
  specks: 1.1,
  isDark: false,
  unevenness: 0,
  isBilevel: false,
  contrast: 190,
  script: 'latin',
  textHeightPx: 19,
  evenness: 0.97,
  slant: { degrees: 0, gain: 1 },
  sideways: 0.3,
  rising: null,
};
const size = { width: 1600, height: 2200 };
const planned = (seen: Partial<Evidence>): string[] => {
  const evidence = { ...clean, ...seen };
  return preparationSteps(evidence, readingSize(evidence, 200), size).map(({ name }) => name);
};

describe('a page', () => {
  it('of large clean print is shrunk to where reading is cheapest', () => {
    expect(preparationSteps(clean, readingSize(clean, 200), size)).toEqual([{ name: 'scale', settings: { width: 800, height: 1100, kernel: 'mitchell' } }]);
    expect(readingSize(clean, 200)).toMatchObject({ textHeightPx: 9.5, dpi: 110 });
    expect(readingSize({ ...clean, script: 'han', textHeightPx: 30 }, 200)).toEqual({ textHeightPx: 15, dpi: 116, factor: 0.5 });
  });

  it('of print far larger than Tesseract looks at is brought down to that, in whatever state', () => {
    expect(readingSize({ ...clean, evenness: 0.6, textHeightPx: 32 }, 300)).toEqual({ textHeightPx: 16, dpi: 185, factor: 0.5 });
    expect(readingSize({ ...clean, evenness: 0.6, textHeightPx: 32, letters: 60 }, 300)).toMatchObject({ factor: 1 });
  });

  it.each([
    ['worn letters', { evenness: 0.6 }],
    ['many specks', { specks: 4 }],
    ['few letters', { letters: 80 }],
  ])('with %s keeps its size and its resolution', (_, seen) => {
    expect(planned(seen)).toEqual([]);
    expect(readingSize({ ...clean, ...seen }, 200)).toMatchObject({ dpi: 200, factor: 1 });
  });

  it('of tiny print is enlarged, even when it is worn', () => {
    expect(readingSize({ ...clean, textHeightPx: 5, evenness: 0.6 }, 200)).toMatchObject({ dpi: 110, factor: 1.9 });
  });

  it('that is as it should be is left alone', () => {
    expect(planned({ textHeightPx: 9.5 })).toEqual([]);
  });

  it('is inverted, lit and straightened only when it needs it', () => {
    const need = { isDark: true, unevenness: 80, slant: { degrees: -2, gain: 3 } };
    expect(planned({ ...need, textHeightPx: 9.5 })).toEqual(['invert', 'even_light', 'deskew']);
    expect(planned({ textHeightPx: 9.5, unevenness: 10, slant: { degrees: 0.1, gain: 3 } })).toEqual([]);
    expect(planned({ textHeightPx: 9.5, slant: { degrees: 4, gain: 1.02 } })).toEqual([]);
  });
});

describe('a page nearly as large as may be', () => {
  const small = { ...clean, textHeightPx: 5, slant: { degrees: 5, gain: 2 } };
  const large = { width: 7_000, height: 7_000 };

  it('is enlarged as far as a reader bears and not turned by degrees, rather than refused', () => {
    const steps = preparationSteps(small, readingSize(small, 200, mostEnlarged(large)), large);
    expect(steps).toEqual([{ name: 'scale', settings: { width: 7_071, height: 7_071, kernel: 'mitchell' } }]);
  });

  it('is left as it is where it is larger already', () => {
    const huge = { width: 9_000, height: 9_000 };
    expect(preparationSteps(small, readingSize(small, 200, mostEnlarged(huge)), huge)).toEqual([]);
    expect(preparationSteps(clean, readingSize(clean, 200, mostEnlarged(huge)), huge).map(({ name }) => name)).toEqual(['scale']);
  });

  it('is not one pixel more along a side', () => {
    const long = { width: 30_001, height: 100 };
    const [scale] = preparationSteps(small, readingSize(small, 200, mostEnlarged(long)), long);
    expect(scale?.settings['width']).toBeLessThanOrEqual(32_767);
    expect(scale?.settings['width']).toBeGreaterThan(32_700);
  });
});
