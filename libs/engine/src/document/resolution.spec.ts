import { describe, expect, it } from 'vitest';
import { readingDpi, statedDpi } from './resolution.js';

describe('the resolution of a page', () => {
  it('is what the file states', () => {
    expect(statedDpi(300.02)).toBe(300);
  });

  it('is unknown when the file states nothing, the default of 72, or what no paper can have', () => {
    expect([undefined, 0, 1, 72, 7_620].map(statedDpi)).toEqual([null, null, null, null, null]);
  });

  it('is told to the reader as stated, within what the reader believes', () => {
    expect([300, 60, 1_200].map((stated) => readingDpi(2480, 3508, stated))).toEqual([300, 70, 600]);
  });

  it('is that of an A4 sheet when unknown', () => {
    expect(readingDpi(2480, 3508, null)).toBe(300);
    expect(readingDpi(9_000, 12_000, null)).toBe(600);
  });

  it('is that of a piece of a page when unknown and the picture is small', () => {
    expect(readingDpi(400, 80, null)).toBe(200);
  });
});
