import { ticketClocks, type TicketClock } from '@inkproof/contract';
import { isMissedAt, spentAt } from './clock.js';
import { after, type Happened, type Standing } from './standing.js';
import { isSolved } from './ticket-life.js';

/** An answer or a solution: how much of the provider's time it took, and whether it was late. Null where it never came. */
export interface Wait {
  spentMs: number | null;
  isLate: boolean;
}

/** What one ticket adds to the figures. */
export interface TicketRecord {
  standing: Standing;
  /** Each word that was owed after the first. */
  next: readonly Wait[];
  /** Whether the word that is owed now was late under some target that it had. */
  isNextLate: boolean;
  wasResolved: boolean;
  wasReopened: boolean;
  rating: number | null;
  /** It went on as another. */
  isMerged: boolean;
}

export interface FigureEvent extends Happened {
  rating?: number | null;
}

const begun = (event: Happened): TicketRecord => ({ standing: after(null, event), next: [], isNextLate: false, wasResolved: false, wasReopened: false, rating: null, isMerged: false });

const isNextOver = ({ clocks: { next } }: Standing, at: number): boolean => next.since !== null && spentAt(next, at) >= next.targetMs;

/** One step of the fold: the clocks go by the law of every ticket, and what they lose when they start again is kept beside them. */
export const recordAfter = (record: TicketRecord | null, event: FigureEvent): TicketRecord => {
  if (record === null) return begun(event);
  const [before, standing] = [record.standing, after(record.standing, event)];
  const isLate = record.isNextLate || isNextOver(before, event.at);
  const isAnswer = event.kind === 'replied' && event.side === 'provider';
  const isOwed = before.clocks.next.since !== null;
  const isEnded = isOwed && (isAnswer || standing.clocks.next.since === null);
  const ended: Wait[] = isEnded && (isAnswer || isLate) ? [{ spentMs: isAnswer ? spentAt(before.clocks.next, event.at) : null, isLate }] : [];
  return {
    standing,
    next: [...record.next, ...ended],
    isNextLate: isOwed && !isEnded && isLate,
    wasResolved: record.wasResolved || isSolved(standing.state),
    wasReopened: record.wasReopened || (isSolved(before.state) && !isSolved(standing.state)),
    rating: event.rating ?? record.rating,
    isMerged: record.isMerged || (event.kind === 'merged' && standing.state === 'closed' && before.state !== 'closed'),
  };
};

/** What was waited for by the time `now`; what is neither there nor over is not among it. */
export const waitsOf = (record: TicketRecord, clock: TicketClock, now: number): Wait[] => {
  const { standing } = record;
  if (clock === 'next') return record.isNextLate || isNextOver(standing, now) ? [...record.next, { spentMs: null, isLate: true }] : [...record.next];
  const { metAt } = standing.clocks[clock];
  const isLate = isMissedAt(standing.clocks[clock], now);
  return metAt === null && !isLate ? [] : [{ spentMs: metAt === null ? null : standing.clocks[clock].spentMs, isLate }];
};

/** The smallest value of some in order that so many percent do not exceed; null of none. */
export const percentile = (ordered: ArrayLike<number>, percent: number): number | null => ordered[Math.ceil((ordered.length * percent) / 100) - 1] ?? null;

export interface Spread {
  p50: number | null;
  p90: number | null;
}

export interface Figures {
  opened: number;
  clocks: Record<TicketClock, { met: number; missed: number } & Spread>;
  resolved: number;
  reopened: number;
  backlog: { count: number } & Spread;
  ratings: { count: number; mean: number | null };
}

/** What a ticket adds by some moment to the figures of a span. */
export interface Share {
  /** Null of one that counts in the backlog alone: it is older, or went on as another. */
  counted: (Pick<TicketRecord, 'wasResolved' | 'wasReopened' | 'rating'> & { waits: Record<TicketClock, readonly Wait[]> }) | null;
  /** How old it is, where it still waits. */
  ageMs: number | null;
}

/** Whether a ticket has any part in the figures of a span: it was opened in it, or before and still waits. */
export const counts = ({ standing }: TicketRecord, from: number, before: number): boolean => standing.openedAt < before && (standing.openedAt >= from || !isSolved(standing.state));

/** Of a span that begins at `from`. */
export const shareOf = (record: TicketRecord, from: number, now: number): Share => {
  const { standing, isMerged, wasResolved, wasReopened, rating } = record;
  const isCounted = !isMerged && standing.openedAt >= from;
  return {
    counted: isCounted ? { wasResolved, wasReopened, rating, waits: { first: waitsOf(record, 'first', now), next: waitsOf(record, 'next', now), resolution: waitsOf(record, 'resolution', now) } } : null,
    ageMs: isSolved(standing.state) ? null : now - standing.openedAt,
  };
};

const spread = (values: readonly number[]): Spread => {
  const ordered = Float64Array.from(values).sort();
  return { p50: percentile(ordered, 50), p90: percentile(ordered, 90) };
};

export const figuresOf = (shares: readonly Share[]): Figures => {
  const counted = shares.flatMap((share) => share.counted ?? []);
  const ages = shares.flatMap(({ ageMs }) => ageMs ?? []);
  const ratings = counted.flatMap(({ rating }) => rating ?? []);
  const clocks = ticketClocks.map((clock) => {
    const waits = counted.flatMap((one) => one.waits[clock]);
    const missed = waits.filter(({ isLate }) => isLate).length;
    return [clock, { met: waits.length - missed, missed, ...spread(waits.flatMap(({ spentMs }) => spentMs ?? [])) }] as const;
  });
  return {
    opened: counted.length,
    clocks: Object.fromEntries(clocks) as Figures['clocks'],
    resolved: counted.filter(({ wasResolved }) => wasResolved).length,
    reopened: counted.filter(({ wasReopened }) => wasReopened).length,
    backlog: { count: ages.length, ...spread(ages) },
    ratings: { count: ratings.length, mean: ratings.length ? ratings.reduce((sum, one) => sum + one, 0) / ratings.length : null },
  };
};
