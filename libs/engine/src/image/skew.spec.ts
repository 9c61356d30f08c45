import { describe, expect, it } from 'vitest';
import type { Component } from './components.js';
import { rowSharpness, slantOf } from './skew.js';

/** Rows of letters on a page that slants clockwise by so much. */
const page = (degrees: number): Component[] =>
  Array.from({ length: 20 * 60 }, (_, index) => {
    const row = Math.floor(index / 60);
    const [x, y] = [100 + (index % 60) * 14 + ((row * 5) % 14), 100 + row * 30];
    const fall = Math.tan((degrees * Math.PI) / 180) * (x + 5);
    const height = index % 3 === 0 ? 16 : 11;
    const bottom = Math.round(y + fall);
    return { left: x, right: x + 10, top: bottom - height, bottom, area: 50 };
  });

describe('the slant of a page', () => {
  it.each([-5, -1.3, 0.7, 3, 6.2])('is found at %f degrees', (degrees) => {
    const slant = slantOf(page(degrees));
    expect(Math.abs(slant.degrees - degrees)).toBeLessThanOrEqual(0.1);
    expect(slant.gain).toBeGreaterThan(1.5);
  });

  it('is none on a straight page', () => {
    expect(slantOf(page(0))).toEqual({ degrees: 0, gain: 1 });
  });

  it('is none without letters', () => {
    expect(slantOf([])).toEqual({ degrees: 0, gain: 1 });
  });
});

it('letters stand sharper in rows than in columns', () => {
  const upright = page(0);
  const lying = upright.map(({ left, top, right, bottom, area }) => ({ left: top, top: left, right: bottom, bottom: right, area }));
  expect(rowSharpness(upright, 0)).toBeGreaterThan(2 * rowSharpness(lying, 0));
});
