import { expect, it } from 'vitest';
import { UploadBudget } from './upload-budget.js';

it('holds what fits and nothing more', () => {
  const budget = new UploadBudget(100);
  expect(budget.hold(60)).toBeDefined();
  expect(budget.hold(41)).toBeUndefined();
  expect(budget.hold(40)).toBeDefined();
});

it('lets go once, however often it is told to', () => {
  const budget = new UploadBudget(100);
  const letGo = budget.hold(100)!;
  letGo();
  letGo();
  expect(budget.hold(100)).toBeDefined();
  expect(budget.hold(1)).toBeUndefined();
});
