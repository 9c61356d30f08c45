/** RFC 3339 in UTC to the microsecond, as the store writes it. */
export const instantOf = (us: number): string => `${new Date(Math.floor(us / 1_000)).toISOString().slice(0, 19)}.${String(us % 1_000_000).padStart(6, '0')}Z`;

/** The microseconds since 1970 of such an instant. */
export const usOf = (at: string): number => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));
