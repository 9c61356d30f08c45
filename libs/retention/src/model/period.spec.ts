import { expect, it } from 'vitest';
import { isOver, monthsOf } from './period.js';

const rule = (basis: 'agreement' | 'law' | 'tenant', months: number) => ({ recordClass: 'filing' as const, basis, months });

it('is the longest of agreement, law and the tenant’s own', () => {
  expect(monthsOf([rule('agreement', 6), rule('law', 36)], 'filing')).toBe(36);
  expect(monthsOf([rule('agreement', 6), rule('law', 36), rule('tenant', 60)], 'filing')).toBe(60);
  expect(monthsOf([rule('law', 36)], 'recognition')).toBe(0);
});

it('is over when its last day is, and not an instant before', () => {
  const start = new Date('2026-05-22T04:00:00.000Z');
  expect(isOver(start, 6, new Date('2026-11-22T15:59:59.999Z'))).toBe(false);
  expect(isOver(start, 6, new Date('2026-11-22T16:00:00.000Z'))).toBe(true);
});

it('is never over before it has begun, and always where there is none', () => {
  const farOff = new Date('2999-01-01T00:00:00.000Z');
  expect(isOver('not_begun', 6, farOff)).toBe(false);
  expect(isOver('not_begun', 0, farOff)).toBe(false);
  expect(isOver('none', 6, new Date(0))).toBe(true);
  expect(isOver(new Date(), 0, new Date(0))).toBe(true);
});
