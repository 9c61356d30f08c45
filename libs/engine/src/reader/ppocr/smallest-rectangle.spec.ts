import { describe, expect, it } from 'vitest';
import type { Point } from '../../reading.js';
import { smallestRectangle } from './smallest-rectangle.js';
import { pointIn, type TextBox } from './text-box.js';

const box = (angleDegrees: number): TextBox => ({ x: 100, y: 60, width: 80, height: 12, angle: (angleDegrees * Math.PI) / 180, score: 1 });
const filled = (drawn: TextBox): Point[] => [0, 0.2, 0.5, 1].flatMap((along) => [0, 0.5, 1].map((across) => pointIn(drawn, along, across)));

describe('the smallest rectangle around points', () => {
  it.each([0, 3, -7, 30, -44])('finds a line that slants by %i degrees', (degrees) => {
    const found = smallestRectangle(filled(box(degrees)));
    expect(found.angle).toBeCloseTo((degrees * Math.PI) / 180);
    expect([found.x, found.y, found.width, found.height].map((value) => Math.round(value * 1000) / 1000)).toEqual([100, 60, 80, 12]);
  });

  it('calls a standing line tall rather than climbing', () => {
    const { width, height, angle } = smallestRectangle(filled(box(90)));
    expect([Math.round(width), Math.round(height)]).toEqual([12, 80]);
    expect(angle).toBeCloseTo(0);
  });
});
