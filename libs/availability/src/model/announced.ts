import type { Span } from './span.js';

/** How long before its start a window is announced. */
export const LEAD_HOURS = 72;
const LEAD_MS = LEAD_HOURS * 3_600_000;

/** One telling of a maintenance window: when it was told, and which time it told of. */
export interface Telling extends Span {
  toldAt: number;
}

/**
 * The time that counts as announced: what the last telling that came in time told of, as far as the later ones still hold
 * to it. What was told too late, or ran beyond its end, is the provider's.
 */
export const announcedOf = (tellings: readonly Telling[]): Span | undefined => {
  const inTime = tellings.findLastIndex(({ toldAt, from }) => toldAt <= from - LEAD_MS);
  if (inTime < 0) return undefined;
  const held = tellings.slice(inTime);
  const span = { from: Math.max(...held.map(({ from }) => from)), until: Math.min(...held.map(({ until }) => until)) };
  return span.from < span.until ? span : undefined;
};
