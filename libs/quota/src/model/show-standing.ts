import type { Limits } from '@inkproof/contract';
import type { Allowance } from './verdict.js';

export const showRate = ({ requestsPerSecond, remaining }: { requestsPerSecond: number; remaining: number }): Limits['requests_per_second'] => ({ limit: requestsPerSecond, remaining, window_ms: 1000 });

export const showAllowance = ({ max, used, reserved, overage, resetsAt }: Allowance): Limits['allowance'] => ({
  limit: max,
  used,
  reserved,
  remaining: max === null ? null : Math.max(0, max - used - reserved),
  overage: { allowed: overage, used: max === null ? 0 : Math.max(0, used - max) },
  resets_at: resetsAt,
});
