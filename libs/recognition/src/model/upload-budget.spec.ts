import { expect, it } from 'vitest';
import { bytesToFetch, UploadBudget } from './upload-budget.js';

it('holds what fits and nothing more', () => {
  const budget = new UploadBudget(100);
  expect(budget.hold('ten_a', 60)).toBeDefined();
  expect(budget.hold('ten_b', 41)).toBeUndefined();
  expect(budget.hold('ten_b', 40)).toBeDefined();
});

it('lets go once, however often it is told to', () => {
  const budget = new UploadBudget(100);
  const letGo = budget.hold('ten_a', 100)!;
  letGo();
  letGo();
  expect(budget.hold('ten_a', 100)).toBeDefined();
  expect(budget.hold('ten_a', 1)).toBeUndefined();
});

it('gives no tenant more than half by many calls, so that there is room for another', () => {
  const budget = new UploadBudget(100);
  const held = [1, 2, 3, 4, 5, 6].map(() => budget.hold('ten_a', 10));
  expect(held.filter(Boolean)).toHaveLength(5);
  expect(budget.hold('ten_b', 50)).toBeDefined();
  held[0]!();
  expect(budget.hold('ten_a', 10)).toBeDefined();
});

it('holds for files that are fetched what they may be, and for a job no more than a job may be', () => {
  const limits = { fileMaxBytes: 20, maxBytes: 100 };
  expect(bytesToFetch({ sentBytes: 1, addresses: 1, ...limits })).toBe(21);
  expect(bytesToFetch({ sentBytes: 50, addresses: 2, ...limits })).toBe(90);
  expect(bytesToFetch({ sentBytes: 1, addresses: 5, ...limits })).toBe(100);
});
