import { describe, expect, it } from 'vitest';
import { characterErrorRate } from './character-error-rate.js';
import { editDistance } from './edit-distance.js';

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['flaw', 'lawn', 2],
  ])('from "%s" to "%s" is %i', (from, to, distance) => {
    expect(editDistance([...from], [...to])).toBe(distance);
  });
});

describe('the character error rate', () => {
  it('is the share of wrong characters', () => {
    expect(characterErrorRate('Tota1 due', 'Total due!', 'collapsed')).toBe(0.2);
  });

  it('counts code points, so that a rare character is one error and not two', () => {
    expect(characterErrorRate('土a', '𠮷a', 'dropped')).toBe(0.5);
  });

  it('takes a full-width form for its narrow twin, and any quote or dash for another', () => {
    expect(characterErrorRate('A:1 "x" - ', 'Ａ：１ “x” —', 'collapsed')).toBe(0);
  });

  it('counts a missing space in English and forgives any in Chinese', () => {
    expect(characterErrorRate('abcd efgh', 'abcd  ef\ngh', 'collapsed')).toBe(0.1);
    expect(characterErrorRate('墨 证\n', '墨证', 'dropped')).toBe(0);
  });

  it('is capped at one, and text out of nothing is all wrong', () => {
    expect(characterErrorRate('far too much', 'a', 'collapsed')).toBe(1);
    expect(characterErrorRate('ghost', '', 'collapsed')).toBe(1);
    expect(characterErrorRate('', '', 'collapsed')).toBe(0);
  });
});
