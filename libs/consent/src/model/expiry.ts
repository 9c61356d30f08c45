import { ATTEST_WITHIN_DAYS, type ExpiryState } from '@inkproof/contract';
import { addDays, dayStart, type Day } from '@inkproof/kernel';

export interface ExpiryStanding {
  escalatedAt: Date | null;
  outcome: 'deleted' | 'kept_by_law' | null;
}

/** The last day of being told of which an expiry that is still open is late today. */
export const lateWhenToldBy = (today: Day): Day => addDays(today, -ATTEST_WITHIN_DAYS);

/** The first instant at which nothing of a day's results may be kept, where people were told that they are kept for so many days: that many times 24 hours from the last call of the day. */
export const resultsDueAt = (day: Day, keepsDays: number): Date => dayStart(addDays(day, keepsDays + 1));

export const stateOf = ({ escalatedAt, outcome }: ExpiryStanding): ExpiryState => outcome ?? (escalatedAt ? 'late' : 'open');

/** Whether something can still be said of it: deleted is the last word, and what a law let a tenant keep is deleted one day. */
export const mayAttest = ({ outcome }: ExpiryStanding, said: 'deleted' | 'kept_by_law'): boolean => outcome === null || (outcome === 'kept_by_law' && said === 'deleted');
