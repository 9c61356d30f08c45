/** Below so many calls in a minute nothing is a surge, whatever is usual. */
export const SURGE_FLOOR_PER_MINUTE = 100;
/** So many times what is usual for this very tenant. */
export const SURGE_TIMES = 10;
/** A surge is over once it was not seen for so long. What comes after is another. */
export const SURGE_OVER_AFTER_MS = 10 * 60_000;

/** What a minute saw, and what one usually sees. */
export interface Traffic {
  callsPerMinute: number;
  /** Null for a tenant that has not called before: it has nothing that would be usual. */
  usualPerMinute: number | null;
}

export const isSurge = ({ callsPerMinute, usualPerMinute }: Traffic): boolean => usualPerMinute !== null && callsPerMinute >= Math.max(SURGE_FLOOR_PER_MINUTE, SURGE_TIMES * usualPerMinute);
