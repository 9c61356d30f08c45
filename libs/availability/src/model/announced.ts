import type { Span } from './span.js';

/** How long before its start a window is announced. */
export const LEAD_HOURS = 72;
const LEAD_MS = LEAD_HOURS * 3_600_000;

/** One telling of a maintenance window: when it was told, which time it told of, and to whom that a part is away. */
export interface Telling extends Span {
  toldAt: number;
  /** Whether it told that the part is unavailable at all. */
  isAway: boolean;
  /** To whose tenants; empty for everybody. */
  plans: readonly string[];
}

const toldTo = ({ isAway, plans: told }: Telling, plans: readonly string[]): boolean => isAway && (told.length === 0 || (plans.length > 0 && plans.every((plan) => told.includes(plan))));

/**
 * The time that counts as announced: what the last telling that came in time told of, as far as the later ones still hold
 * to it. What was told too late, or ran beyond its end, is the provider's; and so is what was told in time of other parts of
 * the service, or to others. `plans` are those whom it touched, or none for everybody.
 */
export const announcedOf = (all: readonly Telling[], plans: readonly string[] = []): Span | undefined => {
  // One that did not tell them told them of no time.
  const tellings = all.map((telling) => (toldTo(telling, plans) ? telling : { ...telling, until: telling.from }));
  const inTime = tellings.findLastIndex(({ toldAt, from }) => toldAt <= from - LEAD_MS);
  if (inTime < 0) return undefined;
  const held = tellings.slice(inTime);
  const span = { from: Math.max(...held.map(({ from }) => from)), until: Math.min(...held.map(({ until }) => until)) };
  return span.from < span.until ? span : undefined;
};

/** The plans of a window, together with those that were told of the same time, so that each such group has one outage. Without plans everybody is one. */
export const toldAlike = (tellings: readonly Telling[], plans: readonly string[]): string[][] => {
  if (plans.length === 0) return [[]];
  const groups = new Map<string, string[]>();
  for (const plan of [...plans].sort()) {
    const told = JSON.stringify(announcedOf(tellings, [plan]) ?? null);
    groups.set(told, [...(groups.get(told) ?? []), plan]);
  }
  return [...groups.values()];
};
