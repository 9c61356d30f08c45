import { expect, it } from 'vitest';
import { dateOf, instantOf, localOf } from './wall-clock';

it('a field holds a minute of Shanghai, there and back', () => {
  expect(instantOf('2026-12-01T02:00')).toBe('2026-11-30T18:00:00.000Z');
  expect(localOf('2026-11-30T18:00:00.000Z')).toBe('2026-12-01T02:00');
});

it('an empty field holds no moment', () => {
  expect(dateOf('').getTime()).toBeNaN();
  expect(() => instantOf('')).toThrow(RangeError);
});
