import { REOPEN_DAYS, ticketClocks, type TicketClock } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { spentAt, type Clock } from './clock.js';
import type { Standing } from './standing.js';
import { UNASSIGNED_P1_MS, WARN_AT_PERCENT } from './targets.js';

export interface Mark {
  clock: TicketClock;
  percent: number;
}

const momentOf = ({ since, spentMs, targetMs }: Clock, percent: number): number => since! + Math.ceil((targetMs * percent) / 100) - spentMs;

const nextOf = (clock: Clock): number | null => {
  const percent = clock.since === null ? undefined : WARN_AT_PERCENT.find((one) => one > clock.toldPercent);
  return percent === undefined ? null : momentOf(clock, percent);
};

/** What is to be told now: of each clock the highest mark it has reached and that nobody was told of. */
export const marksAt = ({ clocks }: Standing, now: number): Mark[] =>
  ticketClocks.flatMap((clock) => {
    const { since, toldPercent, targetMs } = clocks[clock];
    const reached = since === null ? 0 : Math.max(0, ...WARN_AT_PERCENT.filter((percent) => spentAt(clocks[clock], now) >= Math.ceil((targetMs * percent) / 100)));
    return reached > toldPercent ? [{ clock, percent: reached }] : [];
  });

export const isUnassignedTooLong = ({ state, priority, openedAt, unassignedTold }: Standing, isAssigned: boolean, now: number): boolean => priority === 'p1' && state === 'new' && !isAssigned && !unassignedTold && now >= openedAt + UNASSIGNED_P1_MS;

const closesAt = ({ state, clocks }: Standing): number | null => (state === 'resolved' ? clocks.resolution.metAt! + REOPEN_DAYS * DAY_MS : null);

/** What was resolved and not taken up again closes by itself. */
export const isToClose = (standing: Standing, now: number): boolean => (closesAt(standing) ?? Infinity) <= now;

/** When there may be something to tell next; null when never. */
export const nextLook = (standing: Standing, isAssigned: boolean): number | null => {
  const looks = [closesAt(standing) ?? [], ...ticketClocks.map((clock) => nextOf(standing.clocks[clock]) ?? [])].flat();
  if (standing.priority === 'p1' && standing.state === 'new' && !isAssigned && !standing.unassignedTold) looks.push(standing.openedAt + UNASSIGNED_P1_MS);
  return looks.length ? Math.min(...looks) : null;
};
