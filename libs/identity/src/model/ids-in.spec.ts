import { expect, it } from 'vitest';
import { idsIn } from './ids-in.js';

const [person, tenant] = [`per_${'0'.repeat(26)}`, `ten_${'0'.repeat(26)}`];

it('finds people and tenants among fields of any sort, and nothing else', () => {
  expect(idsIn({ tenant, to: person, requests_per_second: 50, ends_at: null, reason: `ask ${person}`, key: `key_${'0'.repeat(26)}` })).toEqual([tenant, person]);
  expect(idsIn(null)).toEqual([]);
});
