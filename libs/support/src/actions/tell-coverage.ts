import { addCalendarMonths, dayStart, shanghaiDay, type Clock, type Day } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { hoursOf, type CoveredHour } from '../model/coverage.js';
import { READING_HOLDS_MS } from '../model/intake.js';
import type { IntakeStore, StoredGap } from '../store/intake-store.js';

export interface ReadCoverage {
  from: Date;
  until: Date;
  hours: CoveredHour[];
  gaps: StoredGap[];
}

/** A month of intake, hour by hour, as far as it has gone. It is everybody's and tells of nobody. */
export class TellCoverage {
  constructor(
    private readonly database: Database,
    private readonly store: IntakeStore,
    private readonly clock: Clock,
  ) {}

  month(month: string | undefined): Promise<ReadCoverage> {
    const now = this.clock.now();
    const first = `${month ?? shanghaiDay(now).slice(0, 7)}-01` as Day;
    const [from, end] = [dayStart(first), dayStart(addCalendarMonths(first, 1))];
    const until = new Date(Math.max(from.getTime(), Math.min(end.getTime(), now.getTime())));
    return this.database.asProvider(async (tx) => {
      const readings = await this.store.about(tx, new Date(from.getTime() - READING_HOLDS_MS), until);
      return { from, until, hours: hoursOf(from.getTime(), until.getTime(), readings), gaps: await this.store.gaps(tx, from, until) };
    });
  }
}
