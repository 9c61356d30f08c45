import { expect, it } from 'vitest';
import { lastDayOf, wishOf } from './key-wish';

const form = (entries: [string, string][]): FormData => {
  const fields = new FormData();
  for (const [name, value] of entries) fields.append(name, value);
  return fields;
};

it('a form that says nothing but a name wishes for nothing else', () => {
  expect(wishOf(form([['label', ' billing ']]))).toEqual({ label: 'billing', purpose: null, scopes: [], retention: 'none', allowed_addresses: [], expires_at: null, requests_per_second: null });
});

it('addresses may stand on lines or between commas of either language', () => {
  expect(wishOf(form([['addresses', '10.0.0.0/8,2001:db8::/32\n203.0.113.7， 192.0.2.1']])).allowed_addresses).toEqual(['10.0.0.0/8', '2001:db8::/32', '203.0.113.7', '192.0.2.1']);
});

it('a key is good on its last day, in Asia/Shanghai', () => {
  expect(wishOf(form([['expires', '2026-12-31']])).expires_at).toBe('2026-12-31T16:00:00.000Z');
  expect(lastDayOf('2026-12-31T16:00:00.000Z')).toBe('2026-12-31');
  expect(lastDayOf('2026-12-31T16:00:00.001Z')).toBe('2027-01-01');
});

it('an end that nobody touched stays the very moment it was', () => {
  const key = { expires_at: '2026-12-31T09:30:00.000Z' };
  expect(wishOf(form([['expires', lastDayOf(key.expires_at)]]), key).expires_at).toBe(key.expires_at);
});
