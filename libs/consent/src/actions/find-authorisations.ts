import { Refusal, type KeepingCalendar } from '@inkproof/contract';
import { addCalendarMonths, addDays, dayStart, shanghaiDay, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { Authorisation } from '../model/authorisation.js';
import type { AuthorisationStore } from '../store/authorisation-store.js';
import type { KeepingStore } from '../store/keeping-store.js';
import { subjectHashOf } from '@inkproof/retention';

const OF_ONE_PERSON = 100;
const CALENDAR_MONTHS = 12;
const REMINDERS_SHOWN = 10;

/** Looks authorisations up: one, all, those of one person, and by the day until which their material is kept. */
export class FindAuthorisations {
  constructor(
    private readonly database: Database,
    private readonly store: AuthorisationStore,
    private readonly keeping: KeepingStore,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  async one(tenantId: Id<'ten'>, id: Id<'aut'>): Promise<Authorisation> {
    const found = await this.database.asTenant(tenantId, (tx) => this.store.find(tx, tenantId, id));
    if (!found) throw new Refusal('authorization.not_found');
    return found;
  }

  list(tenantId: Id<'ten'>, { lastDay, ...which }: { filing: Id<'flg'> | undefined; lastDay: Day | undefined; below: string | undefined; size: number }): Promise<Authorisation[]> {
    return this.database.asTenant(tenantId, (tx) => this.store.list(tx, tenantId, { ...which, until: lastDay && dayStart(addDays(lastDay, 1)) }));
  }

  ofSubject(tenantId: Id<'ten'>, reference: string): Promise<Authorisation[]> {
    return this.database.asTenant(tenantId, (tx) => this.store.ofSubject(tx, tenantId, subjectHashOf(this.pepper, tenantId, reference), OF_ONE_PERSON));
  }

  calendar(tenantId: Id<'ten'>, from: Day = shanghaiDay(this.clock.now())): Promise<KeepingCalendar> {
    return this.database.asTenant(tenantId, async (tx) => {
      const calendar = await this.keeping.calendar(tx, tenantId, dayStart(from), dayStart(addCalendarMonths(from, CALENDAR_MONTHS)));
      const reminders = (await this.keeping.told(tx, tenantId, REMINDERS_SHOWN)).map(({ day, count, toldAt }) => ({ day, count, told_at: toldAt.toISOString() }));
      return { ...calendar, reminders };
    });
  }
}
