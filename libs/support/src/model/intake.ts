const MINUTE_MS = 60_000;

/** One try to have a ticket taken. */
export interface IntakeReading {
  at: number;
  /** What was met instead, as a code; null where it was proven. */
  met: string | null;
}

export const PROVE_EVERY_MS = 15 * MINUTE_MS;
/** What failed is tried again soon, so that a gap ends when it is over and not a quarter of an hour later. */
const AGAIN_AFTER_MS = MINUTE_MS;
/** For how long a reading speaks: twice as long as until the next. After that nothing is known. */
export const READING_HOLDS_MS = 2 * PROVE_EVERY_MS;
/** A ticket that takes longer to arrive has not been taken as it should. */
export const SLOW_MS = 10_000;

export const isToProve = (last: IntakeReading | undefined, now: number): boolean => !last || now >= last.at + (last.met === null ? PROVE_EVERY_MS : AGAIN_AFTER_MS);

/** One failure may have been on the way; the next, a minute later, is not. */
const FAILURES_TELL = 2;

export interface Gap {
  /** When intake was proven last. */
  from: number;
  /** What was met last; null where nobody tried. */
  met: string | null;
}

/** Whether intake has broken off, by the last reading that proved it and those since, oldest first; from the first of all where none ever did. */
export const gapIn = (readings: readonly IntakeReading[], now: number): Gap | null => {
  const [first] = readings;
  if (!first) return null;
  const failed = readings.filter(({ met }) => met !== null);
  const gap = { from: first.at, met: failed.at(-1)?.met ?? null };
  return failed.length >= FAILURES_TELL || now - first.at >= READING_HOLDS_MS ? gap : null;
};
