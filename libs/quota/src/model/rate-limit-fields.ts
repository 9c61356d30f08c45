import type { Standing } from './verdict.js';

const MONTHS_LONGEST_S = 31 * 86_400;

interface Policy {
  name: string;
  quota: number;
  windowS: number;
  left: number;
  /** Until more is left. */
  resetS: number;
}

const secondsUntil = (resetsAt: string, at: string): number => Math.max(1, Math.ceil((Date.parse(resetsAt) - Date.parse(at)) / 1_000));

const policiesOf = ({ at, ring, requestsPerSecond, remaining, key, allowance }: Standing): Policy[] => {
  const policies: Policy[] = [{ name: ring === 'test' ? 'test' : 'qps', quota: requestsPerSecond, windowS: 1, left: remaining, resetS: 1 }];
  if (key) policies.push({ name: 'key', quota: key.requestsPerSecond, windowS: 1, left: key.remaining, resetS: 1 });
  // A test key bills nothing, and an allowance that may be passed refuses nothing.
  if (ring === 'tenant' && allowance.max !== null && !allowance.overage)
    policies.push({ name: 'pages', quota: allowance.max, windowS: MONTHS_LONGEST_S, left: Math.max(0, allowance.max - allowance.used - allowance.reserved), resetS: secondsUntil(allowance.resetsAt, at) });
  return policies;
};

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers, one member for each limit that may refuse this caller. Their unit is
 * the whole second and the window of the rates is one second, so their `t` is always 1; the exact wait is `retry_after_ms`
 * in the problem. Calls in flight have no window, so they are not in these fields.
 */
export const rateLimitFields = (standing: Standing): Record<string, string> => {
  const policies = policiesOf(standing);
  return {
    'RateLimit-Policy': policies.map(({ name, quota, windowS }) => `"${name}";q=${quota};w=${windowS}`).join(', '),
    RateLimit: policies.map(({ name, left, resetS }) => `"${name}";r=${left};t=${resetS}`).join(', '),
  };
};
