import { expect, it } from 'vitest';
import { histogramOf, percentile, toneOf } from './histogram.js';

const image = { width: 10, height: 1, grey: Uint8Array.of(20, 20, 30, 200, 210, 220, 220, 220, 230, 240) };

it('the threshold lies between ink and paper', () => {
  const { threshold, dark, light, darkShare } = toneOf(histogramOf(image));
  expect(threshold).toBeGreaterThan(30);
  expect(threshold).toBeLessThanOrEqual(200);
  expect(Math.round(dark)).toBe(23);
  expect(Math.round(light)).toBe(220);
  expect(darkShare).toBe(0.3);
});

it('a page of one grey has no dark part', () => {
  expect(toneOf(histogramOf({ width: 2, height: 2, grey: new Uint8Array(4).fill(128) })).darkShare).toBe(0);
});

it('a bilevel page has next to no midtones', () => {
  expect(toneOf(histogramOf({ width: 4, height: 1, grey: Uint8Array.of(0, 0, 255, 255) })).midShare).toBe(0);
});

it('a percentile is the grey that so many pixels lie below', () => {
  expect([0, 0.5, 0.95].map((share) => percentile(histogramOf(image), share))).toEqual([20, 220, 240]);
});
