import { expect, it } from 'vitest';
import { rateLimitFields, retryAfterMs } from './verdict.js';

it('rounds the wait up, so that a retry at that instant is never early', () => {
  expect([1, 999, 1_000, 1_001, 999_999].map((retryAfterUs) => retryAfterMs({ retryAfterUs }))).toEqual([1, 1, 1, 2, 1_000]);
});

it('says the policy and what is left of it', () => {
  expect(rateLimitFields({ requestsPerSecond: 20, remaining: 7 })).toEqual({ 'RateLimit-Policy': '"qps";q=20;w=1', RateLimit: '"qps";r=7;t=1' });
});
