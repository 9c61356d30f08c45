const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** After each failed attempt: how long until the next. The schedule that Standard Webhooks suggests; a night's outage is outlasted. */
const waitsMs = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

export const ATTEMPTS_MAX = waitsMs.length + 1;

/** A tenth either way, so that what failed together does not come back together. */
const SPREAD = 0.1;

/**
 * Milliseconds from a failed attempt to the next; undefined when it was the last.
 * @param attempts made so far, at least 1
 * @param chance between 0 and 1
 */
export const waitBeforeNext = (attempts: number, chance: number): number | undefined => {
  const waitMs = waitsMs[attempts - 1];
  return waitMs === undefined ? undefined : Math.round(waitMs * (1 - SPREAD + 2 * SPREAD * chance));
};

/** 2xx was taken. Everything else, a redirect too, was not: a webhook that moved is to be changed, not followed. */
export const wasTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

/** 410 Gone: the receiver wants no more of these, ever. */
export const wantsNoMore = (status: number | null): boolean => status === 410;
