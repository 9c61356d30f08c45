import type { LimitName, Standing, Verdict } from './verdict.js';

/** `quota_verdict` as the driver gives it: counts beyond 32 bits are text. */
export interface VerdictRow {
  accepted: boolean | null;
  refused_by: LimitName | null;
  at: string;
  retry_after_us: string;
  requests_per_second: number;
  remaining: number | null;
  key_remaining: number | null;
  in_flight: string | null;
  in_flight_max: number;
  pages_used: string | null;
  pages_reserved: string | null;
  month_max_pages: number | null;
  overage: boolean;
  resets_at: string;
}

interface Whose {
  environment: 'live' | 'test';
  key: { requestsPerSecond: number } | null;
}

export const standingOf = (row: VerdictRow, { environment, key }: Whose): Standing => ({
  at: row.at,
  ring: environment === 'test' ? 'test' : 'tenant',
  requestsPerSecond: row.requests_per_second,
  remaining: row.remaining ?? row.requests_per_second,
  key: key && { requestsPerSecond: key.requestsPerSecond, remaining: row.key_remaining ?? key.requestsPerSecond },
  inFlight: { now: Number(row.in_flight ?? 0), max: row.in_flight_max },
  allowance: { max: row.month_max_pages, used: Number(row.pages_used ?? 0), reserved: Number(row.pages_reserved ?? 0), overage: row.overage, resetsAt: row.resets_at },
});

export const verdictOf = (row: VerdictRow, whose: Whose): Verdict => ({ ...standingOf(row, whose), accepted: row.accepted === true, refusedBy: row.refused_by, retryAfterUs: Number(row.retry_after_us) });
