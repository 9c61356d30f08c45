const MINUTE_MS = 60_000;

/** Whole minutes until an instant, the one that has begun included; none once it has come. */
export const minutesLeft = (until: string, now: Date): number => Math.max(0, Math.ceil((new Date(until).getTime() - now.getTime()) / MINUTE_MS));
