import type { TicketClock } from '@inkproof/contract';
import { spentAt } from './clock.js';
import type { Standing } from './standing.js';
import { isSolved } from './ticket-life.js';

/** Whether what somebody was called for still waits: for anybody to take the ticket, or for a word that is late. */
export const stillWaits = ({ state, clocks }: Standing, isAssigned: boolean, called: { clock: TicketClock | null }, now: number): boolean => {
  if (isSolved(state)) return false;
  if (called.clock === null) return !isAssigned && clocks.first.metAt === null;
  const { since, targetMs } = clocks[called.clock];
  return since !== null && spentAt(clocks[called.clock], now) >= targetMs;
};
