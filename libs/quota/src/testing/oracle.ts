import type { Trace } from './trace.js';

const SECOND_US = 1_000_000;

/** What a limiter said of one call, and the N that held then. */
export interface Logged {
  n: number;
  accepted: boolean;
  atUs: number;
  waitUs: number;
  /** How many more it would accept at that instant. */
  remaining: number;
}

/**
 * What is wrong with a record of calls, in words; nothing if nothing is. It knows the law and not the ring: it counts, for
 * every call, the calls that were accepted in the half-open second before it.
 */
export const faultsOf = (log: readonly Logged[]): string[] => {
  const accepted: number[] = [];
  const faults: string[] = [];
  let oldest = 0;
  for (const [index, call] of log.entries()) {
    if (accepted.length && call.atUs < accepted.at(-1)!) faults.push(`call ${index} was judged before the one that was accepted last`);
    while (oldest < accepted.length && accepted[oldest]! <= call.atUs - SECOND_US) oldest++;
    const before = accepted.length - oldest;
    if (call.accepted && before >= call.n) faults.push(`call ${index} was accepted as the ${before + 1}th of a second, over ${call.n}`);
    if (!call.accepted && before < call.n) faults.push(`call ${index} was refused with ${before} accepted in the second before it, under ${call.n}`);
    // When so many have left the second that one more fits.
    if (!call.accepted && before >= call.n && call.waitUs !== accepted[accepted.length - call.n]! + SECOND_US - call.atUs) faults.push(`call ${index} was told to wait ${call.waitUs} µs`);
    const left = call.accepted ? call.n - before - 1 : 0;
    if (call.remaining !== left) faults.push(`call ${index} was told that ${call.remaining} are left, not ${left}`);
    if (call.accepted) accepted.push(call.atUs);
  }
  return faults;
};

/** The most calls accepted in any half-open second. */
export const mostInASecond = (log: readonly Pick<Logged, 'accepted' | 'atUs'>[]): number => {
  const times = log.filter(({ accepted }) => accepted).map(({ atUs }) => atUs).sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last]! - times[first]! >= SECOND_US) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

/** What a trace of its kind promises beyond the law. */
export const brokenPromiseOf = ({ kind, n, steps, seconds }: Trace, log: readonly Logged[]): string | undefined => {
  const accepted = log.filter((call) => call.accepted).length;
  if (kind === 'burst' && accepted !== n) return `${accepted} of ${steps.length} calls at once were accepted, not ${n}`;
  if (kind === 'paced' && accepted !== steps.length) return `${steps.length - accepted} evenly paced calls were refused`;
  if (kind === 'saturated' && accepted < 0.999 * n * seconds) return `${accepted} calls were accepted in ${seconds} s of hammering, under 99.9 % of ${n} a second`;
  return undefined;
};

/** Microseconds of a store's instant, read without the limiter's maths. */
export const instantUs = ({ at }: { at: string }): number => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));
