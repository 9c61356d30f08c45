import { expect, it } from 'vitest';
import { conditionsOf } from './search.js';

it('numbers its values from where it is told to, and asks nothing that was not asked', () => {
  expect(conditionsOf({}, 4)).toEqual({ sql: '', values: [] });
  expect(conditionsOf({ actor: 'per_1', from: '2026-11-26T00:00:00Z' }, 4)).toEqual({ sql: ' AND actor_id = $4 AND at >= $5::timestamptz', values: ['per_1', '2026-11-26T00:00:00Z'] });
});

it('takes an action without a point for all that begin so', () => {
  expect(conditionsOf({ action: 'key' }, 1).sql).toBe(` AND starts_with(action, $1 || '.')`);
  expect(conditionsOf({ action: 'key.revoked' }, 1).sql).toBe(' AND action = $1');
});
