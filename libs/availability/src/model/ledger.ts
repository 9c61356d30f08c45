import { availabilityStandings, outageCauses, type AvailabilityStanding, type OutageCause } from '@inkproof/contract';
import { shared, type Span } from './span.js';

/** What somebody, or a rule, put a part of an outage down to. Later entries stand before earlier ones, which stay. */
export interface Booking extends Span {
  cause: OutageCause;
}

/** A time in which a component did not serve. */
export interface Down extends Span {
  id: string;
  /** In the order in which they were made. */
  bookings: readonly Booking[];
  /** Whether the tenant it is shown to disputes it. */
  isDisputed?: boolean;
}

export interface Segment extends Span {
  standing: AvailabilityStanding;
  /** The outage it is part of. */
  outage: string | null;
  isDisputed: boolean;
}

const covers = ({ from, until }: Span, at: number): boolean => from <= at && at < until;

/** Who has to answer for an instant of an outage: the provider, unless a later word says and proves otherwise. */
export const causeAt = ({ bookings }: Pick<Down, 'bookings'>, at: number): OutageCause => bookings.findLast((booking) => covers(booking, at))?.cause ?? 'provider';

/** Where two outages overlap the graver for the provider counts, so that nothing of ours hides behind what others did. */
const gravest = (downs: readonly Down[], at: number): { cause: OutageCause; down: Down } | undefined => {
  const found = downs.filter((down) => covers(down, at)).map((down) => ({ cause: causeAt(down, at), down }));
  return found.sort((one, other) => outageCauses.indexOf(one.cause) - outageCauses.indexOf(other.cause))[0];
};

const continues = (before: Segment | undefined, next: Segment): before is Segment => before?.until === next.from && before.standing === next.standing && before.outage === next.outage && before.isDisputed === next.isDisputed;

/**
 * The whole of a span, cut into segments that touch and do not overlap, each with exactly one standing. `unseen` are times
 * without any reading.
 */
export const segmentsOf = (span: Span, downs: readonly Down[], unseen: readonly Span[]): Segment[] => {
  const here = downs.filter((down) => shared(down, span));
  const cuts = [span.from, span.until, ...[...here, ...here.flatMap(({ bookings }) => bookings), ...unseen].flatMap(({ from, until }) => [from, until])];
  const instants = [...new Set(cuts)].filter((at) => at >= span.from && at <= span.until).sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [i, from] of instants.slice(0, -1).entries()) {
    const down = gravest(here, from);
    const standing = down?.cause ?? (unseen.some((gap) => covers(gap, from)) ? 'unknown' : 'up');
    const next: Segment = { from, until: instants[i + 1]!, standing, outage: down?.down.id ?? null, isDisputed: down?.down.isDisputed ?? false };
    const before = segments.at(-1);
    if (continues(before, next)) before.until = next.until;
    else segments.push(next);
  }
  return segments;
};

export type Sums = Record<AvailabilityStanding, number>;

/** How long each standing lasted. Together they are the wall time. */
export const sumsOf = (segments: readonly Segment[]): Sums => {
  const sums = Object.fromEntries(availabilityStandings.map((standing) => [standing, 0])) as Sums;
  for (const { standing, from, until } of segments) sums[standing] += until - from;
  return sums;
};
