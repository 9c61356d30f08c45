/** What the quota said of one call. `at` is the store's instant, RFC 3339 to the microsecond. */
export interface Verdict {
  accepted: boolean;
  at: string;
  requestsPerSecond: number;
  /** Calls that would still be accepted at that instant. */
  remaining: number;
  /** Zero when accepted. */
  retryAfterUs: number;
}

/** The instant after which a retry succeeds when nobody else competes, in whole milliseconds. */
export const retryAfterMs = ({ retryAfterUs }: Pick<Verdict, 'retryAfterUs'>): number => Math.ceil(retryAfterUs / 1_000);

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers. Their unit is the whole second and the window is one second,
 * so `t` is always 1; the exact wait is `retry_after_ms` in the problem.
 */
export const rateLimitFields = ({ requestsPerSecond, remaining }: Pick<Verdict, 'requestsPerSecond' | 'remaining'>): Record<string, string> => ({
  'RateLimit-Policy': `"qps";q=${requestsPerSecond};w=1`,
  RateLimit: `"qps";r=${remaining};t=1`,
});
