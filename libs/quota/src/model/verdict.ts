import type { Id } from '@inkproof/kernel';

/** A limit that may refuse a call: the tenant's QPS, the key's own, that of test keys, calls at once, pages of the month. */
export type LimitName = 'tenant' | 'key' | 'test' | 'in_flight' | 'allowance';

/** Pages of the calendar month in Asia/Shanghai. */
export interface Allowance {
  /** Null where as many are read as are sent. */
  max: number | null;
  used: number;
  /** Of calls and jobs that are under way. */
  reserved: number;
  /** Whether pages beyond the allowance are read, and counted apart. */
  overage: boolean;
  resetsAt: string;
}

/** How all limits of a caller stand. `at` is the store's instant, RFC 3339 to the microsecond. */
export interface Standing {
  at: string;
  /** The ring its calls count in. Test keys never use the tenant's. */
  ring: 'tenant' | 'test';
  requestsPerSecond: number;
  /** Calls that would still be accepted at that instant. */
  remaining: number;
  /** The key's own quota, where it has one. */
  key: { requestsPerSecond: number; remaining: number } | null;
  inFlight: { now: number; max: number };
  allowance: Allowance;
}

/** What was said of one call. */
export interface Verdict extends Standing {
  accepted: boolean;
  /** Null when accepted. */
  refusedBy: LimitName | null;
  /** Zero when accepted, and when no instant can be named. */
  retryAfterUs: number;
}

/** What an accepted call holds until it is recorded: a place in flight, and pages of its month. */
export interface Lease {
  id: string;
  tenantId: Id<'ten'>;
  environment: 'live' | 'test';
  inFlight: boolean;
  pages: number;
}

/** The instant after which a retry succeeds when nobody else competes, in whole milliseconds. */
export const retryAfterMs = ({ retryAfterUs }: Pick<Verdict, 'retryAfterUs'>): number => Math.ceil(retryAfterUs / 1_000);
