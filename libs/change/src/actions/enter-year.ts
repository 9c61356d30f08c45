import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import type { KnownYear, YearUpload } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { enteredYear } from '../model/entered-year.js';
import type { CalendarStore } from '../store/calendar-store.js';

/** Enters the working days of a year, as the State Council announced them. Notices that were filed keep their dates. */
export class EnterYear {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  for(upload: YearUpload, by: Actor): Promise<KnownYear> {
    const { holidays, makeUpDays } = enteredYear(upload);
    const items = [...upload.items].sort((a, b) => (a.day < b.day ? -1 : 1));
    const entered = { id: this.ids.next('cal'), at: this.clock.now(), by: by.id };
    return this.database.asProvider(async (tx) => {
      await this.calendars.add(tx, { ...upload, items }, entered);
      const sha256 = createHash('sha256').update(JSON.stringify(items.map(({ day, kind, name }) => [day, kind, name]))).digest('hex');
      await this.trail.append(tx, 'provider', { action: 'calendar.entered', by, targets: [entered.id], details: { year: upload.year, holidays: holidays.length, make_up_days: makeUpDays.length, sha256 }, reason: upload.source });
      return { year: upload.year, source: upload.source, items, entered: { ...entered, at: entered.at.toISOString() } };
    });
  }
}
