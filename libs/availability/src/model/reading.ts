import { without, type Span } from './span.js';

export type Verdict = 'up' | 'down';

/** What was seen again and again, from the first time to the last. */
export interface Run {
  verdict: Verdict;
  from: number;
  seenUntil: number;
}

export interface Reading {
  verdict: Verdict;
  at: number;
}

/** Of that many pauses without a reading the others are forgiven: a node may be slow, or change. */
const FORGIVEN_PAUSES = 3;
export const silenceOf = (everyMs: number): number => FORGIVEN_PAUSES * everyMs;

/** A reading says the same again, something else, or comes after so long that what lay between is not known. */
export const continues = (run: Run | undefined, { verdict, at }: Reading, silenceMs: number): run is Run => run?.verdict === verdict && at - run.seenUntil <= silenceMs;

/**
 * When an outage that was seen by readings ended: with the reading that found the component up again, or, when nobody looked
 * for long, with the last one that had found it down. What lies between is unknown.
 */
export const endOf = (down: Run, upAgainAt: number, silenceMs: number): number => (upAgainAt - down.seenUntil <= silenceMs ? upAgainAt : down.seenUntil);

/** The parts of a span of which no reading tells. What is younger than the forgiven silence is not missed yet. */
export const unseenOf = (span: Span, runs: readonly Run[], silenceMs: number): Span[] => {
  const seen = [...runs].sort((a, b) => a.from - b.from);
  const covered = seen.map(({ from, seenUntil }, i) => {
    const next = seen[i + 1]?.from ?? span.until;
    return { from, until: next - seenUntil <= silenceMs ? next : seenUntil };
  });
  return without(span, covered);
};
