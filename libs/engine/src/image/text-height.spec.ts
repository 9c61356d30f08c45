import { describe, expect, it } from 'vitest';
import type { Component } from './components.js';
import { hanHeight, latinHeight } from './text-height.js';

const pieces = (...groups: [count: number, height: number, width?: number][]): Component[] =>
  groups.flatMap(([count, height, width = height]) => Array.from({ length: count }, () => ({ left: 0, top: 0, right: width, bottom: height, area: 20 })));

describe('the height of Latin x', () => {
  it('is that of most letters', () => {
    expect(latinHeight(pieces([600, 10], [300, 14], [60, 3]))).toEqual({ heightPx: 10, evenness: 1 });
  });

  it('is less than the height of most letters where all are capitals or figures', () => {
    expect(latinHeight(pieces([500, 14], [20, 4])).heightPx).toBeCloseTo(10);
  });

  it('does not come from crumbs, however many', () => {
    expect(latinHeight(pieces([700, 4], [400, 12], [200, 17])).heightPx).toBe(12);
  });

  it('fits few letters where they touch, break or come in many sizes', () => {
    expect(latinHeight(pieces([300, 10], [150, 14], [200, 10, 60], [200, 6], [150, 30])).evenness).toBeLessThan(0.6);
  });
});

it('the height of Han is that of their tall parts', () => {
  expect(hanHeight(pieces([300, 30, 26], [200, 28, 14], [300, 12], [300, 5])).heightPx).toBeGreaterThan(28);
});

it('without letters there is no height to suit', () => {
  expect([latinHeight([]).evenness, hanHeight([]).evenness]).toEqual([0, 0]);
});
