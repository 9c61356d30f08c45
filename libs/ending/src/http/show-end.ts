import type { EndingOutlook, EndingSide, ServiceEnd } from '@inkproof/contract';
import { namesOf, showSomebody } from '@inkproof/identity';
import type { Tx } from '@inkproof/platform';
import { daysLeft, earliestLastDay, latestLastDay } from '../model/last-day.js';
import { nextOfferAfter, stateAt, type ServiceEnding } from '../model/service-end.js';

/** As the side reads it that asks. */
export const showEnd = async (tx: Tx, ending: ServiceEnding, side: EndingSide, now: Date): Promise<ServiceEnd> => {
  const names = await namesOf(tx, [ending.announcedBy, ending.approvedBy]);
  const state = stateAt(ending, now);
  return {
    id: ending.id,
    side: ending.side,
    state,
    reason: ending.reason,
    announced_at: ending.announcedAt.toISOString(),
    announced_by: showSomebody(names, ending.announcedBy),
    approved_by: showSomebody(names, ending.approvedBy),
    last_day: ending.lastDay,
    days_left: daysLeft(ending.lastDay, now),
    ends_at: ending.endsAt.toISOString(),
    readable_until: ending.readableUntil.toISOString(),
    offered_at: ending.offeredAt.map((at) => at.toISOString()),
    next_offer_at: nextOfferAfter(ending, now)?.toISOString() ?? null,
    deletion: ending.deletionId,
    may_take_back: state === 'announced' && ending.side === side,
  };
};

export const showOutlook = async (tx: Tx, ending: ServiceEnding | undefined, side: EndingSide, now: Date): Promise<EndingOutlook> => ({
  end: ending ? await showEnd(tx, ending, side, now) : null,
  earliest_last_day: earliestLastDay(side, now),
  latest_last_day: latestLastDay(now),
});
