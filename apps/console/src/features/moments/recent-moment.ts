import { clockOf, dayOf, momentOf, shortMomentOf } from '../../words/moments';

/** As much of a moment as tells it apart from now: the clock today, the day and clock this year, else the day alone. */
export const recentMomentOf = (at: string, now: Date): string => {
  const today = dayOf(now.toISOString());
  if (dayOf(at) === today) return clockOf(at);
  return momentOf(at).slice(0, 4) === today.slice(0, 4) ? shortMomentOf(at) : dayOf(at);
};
