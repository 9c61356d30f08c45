import { expect, it } from 'vitest';
import { slantAt, slantOf } from './slant.js';
import type { TextBox } from './text-box.js';

const line = (y: number, angle: number, width = 300): TextBox => ({ x: 300, y, width, height: 20, angle, score: 1 });
const rows = [40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 520];

it('the slant of a page is that of its long lines, whatever a lone digit does', () => {
  const slant = slantOf([...rows.map((y) => line(y, 0.05)), line(90, -0.7, 15), line(300, 0.6, 15)]);
  expect(slant).toEqual({ atTop: 0.05, perPx: 0 });
});

it('of a picture taken from aside it changes on the way down', () => {
  const slant = slantOf([...rows.map((y) => line(y, -0.05 + y * 0.0001)), ...rows.map((y) => line(y, 0, 20))]);
  expect(slantAt(slant, 0)).toBeCloseTo(-0.05, 3);
  expect(slantAt(slant, 500)).toBeCloseTo(0, 3);
});

it('does not change where lines only differ by what they are measured to', () => {
  expect(slantOf(rows.map((y, index) => line(y, index % 2 ? 0.002 : 0))).perPx).toBe(0);
});
