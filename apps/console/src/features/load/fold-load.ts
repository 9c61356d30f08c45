import type { Load } from '@inkproof/contract';

type Minute = Load['minutes'][number];
export type Counts = Pick<Minute, 'at' | 'accepted' | 'refused' | 'failed'>;

const MINUTE_MS = 60_000;

/** Adds minutes up to bars that begin on the quarter, the five minutes or the minute. Times are left out: percentiles cannot be added. */
export const foldLoad = (minutes: readonly Minute[], barMinutes: number): Counts[] => {
  const bars = new Map<number, Counts>();
  for (const { at, accepted, refused, failed } of minutes) {
    const begin = Math.floor(Date.parse(at) / (barMinutes * MINUTE_MS)) * barMinutes * MINUTE_MS;
    const bar = bars.get(begin) ?? { at: new Date(begin).toISOString(), accepted: 0, refused: 0, failed: 0 };
    bars.set(begin, { ...bar, accepted: bar.accepted + accepted, refused: bar.refused + refused, failed: bar.failed + failed });
  }
  return [...bars.values()];
};

export const totalOf = (minutes: readonly Minute[]): Omit<Counts, 'at'> =>
  minutes.reduce((sum, { accepted, refused, failed }) => ({ accepted: sum.accepted + accepted, refused: sum.refused + refused, failed: sum.failed + failed }), { accepted: 0, refused: 0, failed: 0 });

/** The times of the last minute in which anything was answered. */
export const lastTimes = (minutes: readonly Minute[]): { at: string; p50: number; p95: number } | null => {
  const last = minutes.findLast(({ p50_ms }) => p50_ms !== null);
  return last && last.p50_ms !== null ? { at: last.at, p50: last.p50_ms, p95: last.p95_ms ?? last.p50_ms } : null;
};
