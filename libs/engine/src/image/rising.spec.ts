import { describe, expect, it } from 'vitest';
import type { Component } from './components.js';
import { risingShare } from './rising.js';

/** A line of letters ten pixels high, of which every third rises above the line and every twelfth hangs below it. */
const line = (letters: number): Component[] =>
  Array.from({ length: letters }, (_, index) => {
    const hangs = index % 12 === 0;
    const rises = !hangs && index % 3 === 0;
    return { left: index * 12, right: index * 12 + 9, top: rises ? 95 : 100, bottom: hangs ? 115 : 110, area: 50 };
  });

const onItsHead = (letters: readonly Component[]): Component[] =>
  letters.map(({ left, right, top, bottom, area }) => ({ left: 2000 - right, right: 2000 - left, top: 300 - bottom, bottom: 300 - top, area }));

describe('the share of tall letters that rise above the line', () => {
  it('is most of them on an upright page', () => {
    expect(risingShare(line(120), 10)).toBeCloseTo(0.75);
  });

  it('is few of them on a page that stands on its head', () => {
    expect(risingShare(onItsHead(line(120)), 10)).toBeCloseTo(0.25);
  });

  it('is not said where few letters tell', () => {
    expect(risingShare(line(24), 10)).toBeNull();
    expect(risingShare([], 0)).toBeNull();
  });
});
