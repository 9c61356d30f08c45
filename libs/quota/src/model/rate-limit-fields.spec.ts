import { describe, expect, it } from 'vitest';
import { rateLimitFields } from './rate-limit-fields.js';
import { retryAfterMs, type Standing } from './verdict.js';

const standing: Standing = {
  at: '2026-11-30T15:59:00.000000Z',
  ring: 'tenant',
  requestsPerSecond: 20,
  remaining: 7,
  key: null,
  inFlight: { now: 0, max: 100 },
  allowance: { max: null, used: 0, reserved: 0, overage: false, resetsAt: '2026-11-30T16:00:00.000000Z' },
};

/** A list of strings with integer parameters, by the grammar of RFC 9651 and nothing looser. */
const parse = (field: string): Record<string, Record<string, number>> =>
  Object.fromEntries(
    field.split(', ').map((member) => {
      const [, name, parameters] = /^"([\x20-\x21\x23-\x5b\x5d-\x7e]*)"((?:;[a-z*][a-z0-9_.*-]*=-?\d{1,15})*)$/.exec(member)!;
      return [name!, Object.fromEntries(parameters!.split(';').slice(1).map((parameter) => [parameter.split('=')[0]!, Number(parameter.split('=')[1])]))];
    }),
  );

it('rounds the wait up, so that a retry at that instant is never early', () => {
  expect([1, 999, 1_000, 1_001, 999_999].map((retryAfterUs) => retryAfterMs({ retryAfterUs }))).toEqual([1, 1, 1, 2, 1_000]);
});

describe('the fields', () => {
  it('say the policy and what is left of it', () => {
    expect(rateLimitFields(standing)).toEqual({ 'RateLimit-Policy': '"qps";q=20;w=1', RateLimit: '"qps";r=7;t=1' });
  });

  it('have a member for each limit that may refuse, and parse as structured fields', () => {
    const all = rateLimitFields({ ...standing, key: { requestsPerSecond: 3, remaining: 1 }, allowance: { ...standing.allowance, max: 1_000, used: 900, reserved: 40 } });
    expect(parse(all['RateLimit-Policy']!)).toEqual({ qps: { q: 20, w: 1 }, key: { q: 3, w: 1 }, pages: { q: 1_000, w: 2_678_400 } });
    expect(parse(all['RateLimit']!)).toEqual({ qps: { r: 7, t: 1 }, key: { r: 1, t: 1 }, pages: { r: 60, t: 60 } });
  });

  it('never say that less than nothing is left, nor that it begins anew in the past', () => {
    const over = rateLimitFields({ ...standing, at: '2026-11-30T16:00:00.500000Z', allowance: { ...standing.allowance, max: 10, used: 12 } });
    expect(parse(over['RateLimit']!)['pages']).toEqual({ r: 0, t: 1 });
  });

  it('tell a test key of its own quota, and an allowance that may be passed as none', () => {
    expect(rateLimitFields({ ...standing, ring: 'test', requestsPerSecond: 2, remaining: 2 })['RateLimit']).toBe('"test";r=2;t=1');
    expect(rateLimitFields({ ...standing, allowance: { ...standing.allowance, max: 10, used: 12, overage: true } })['RateLimit']).toBe('"qps";r=7;t=1');
  });
});
