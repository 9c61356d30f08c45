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

/** The smallest value that so many percent do not exceed; null of none. */
export const percentile = (values: readonly number[], percent: number): number | null => (values.length ? values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1]! : null);

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

const spread = (values: readonly number[]): Spread => ({ p50: percentile(values, 50), p90: percentile(values, 90) });

/** Of tickets opened from `from` on; in the backlog are older ones too. */
export const figuresOf = (records: readonly TicketRecord[], from: number, now: number): Figures => {
  const counted = records.filter(({ isMerged, standing }) => !isMerged && standing.openedAt >= from);
  const ages = records.filter(({ standing }) => !isSolved(standing.state)).map(({ standing }) => now - standing.openedAt);
  const ratings = counted.flatMap(({ rating }) => rating ?? []);
  const clocks = ticketClocks.map((clock) => {
    const waits = counted.flatMap((record) => waitsOf(record, clock, now));
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
