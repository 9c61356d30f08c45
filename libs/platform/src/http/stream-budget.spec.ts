import { expect, it } from 'vitest';
import { StreamBudget } from './stream-budget.js';

const tooMany = (limit?: object) => expect.objectContaining({ code: 'capacity.too_many_streams', extras: { ...(limit && { limit }), retry_after_ms: 5_000 } }) as Error;

it('one tenant follows no more than its share, and the others still may', () => {
  const budget = new StreamBudget(10, 2);
  for (let i = 0; i < 2; i++) budget.hold('ten_a');
  expect(() => budget.hold('ten_a')).toThrow(tooMany({ name: 'streams', max: 2, actual: 3 }));
  budget.hold('ten_b');
  expect(budget.open).toBe(3);
});

it('all tenants together follow no more than the node bears, and nobody is told what others do', () => {
  const budget = new StreamBudget(2, 2);
  budget.hold('ten_a');
  budget.hold('ten_b');
  expect(() => budget.hold('ten_c')).toThrow(tooMany());
});

it('a stream that ended makes room once, however often it is let go', () => {
  const budget = new StreamBudget(2, 1);
  const letGo = budget.hold('ten_a');
  letGo();
  letGo();
  expect(budget.open).toBe(0);
  budget.hold('ten_a');
  expect(() => budget.hold('ten_a')).toThrow(tooMany({ name: 'streams', max: 1, actual: 2 }));
});
