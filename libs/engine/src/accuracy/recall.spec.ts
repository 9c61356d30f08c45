import { describe, expect, it } from 'vitest';
import { recall } from './recall.js';

describe('the recall', () => {
  it('is the share of words that were read, in any order and any case', () => {
    expect(recall('Due TOTAL 12.50', 'Total due 12.50')).toBe(1);
    expect(recall('Tota1 due', 'Total due')).toBe(0.5);
  });

  it('counts Han characters by pairs, across the end of a line', () => {
    expect(recall('墨证识别', '墨证\n识别')).toBe(1);
    expect(recall('墨证只别', '墨证识别')).toBeCloseTo(1 / 3);
  });

  it('takes words and pairs together on a mixed page', () => {
    expect(recall('发票 INV-7', '发票 INV-7 合计')).toBeCloseTo(2 / 3);
  });

  it('finds a word only as often as it was read', () => {
    expect(recall('seven', 'seven seven')).toBe(0.5);
  });

  it('cannot tell where nothing is written', () => {
    expect(recall('ghost', '')).toBeNull();
    expect(recall('', '—')).toBeNull();
  });
});
