import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type ChangeRequest } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isAutomatic, needingNotice, settingsOf } from '../model/planned-change.js';
import type { CalendarStore } from '../store/calendar-store.js';
import type { StoredChange } from '../store/change-store.js';
import type { ChangeBook } from './change-book.js';
import type { ChangeSubjects } from './change-subjects.js';
import type { TellOfChange } from './tell-of-change.js';

/** A tenant gives notice of a change (三.1(3)): at least five working days ahead, or urgent. */
export class FileChange {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarStore,
    private readonly subjects: ChangeSubjects,
    private readonly book: ChangeBook,
    private readonly tell: TellOfChange,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, asked: ChangeRequest, by: Actor): Promise<StoredChange> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      await this.#refuseNoChange(tx, tenantId, asked);
      const settings = settingsOf(asked.change);
      const earliestAt = await this.#earliest(tx, asked);
      const notice = await this.book.file(tx, tenantId, asked, { settings, earliestAt }, by);
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.filed', by, targets: [notice.id, ...(notice.subject ? [notice.subject] : [])], details: { urgency: asked.urgency, settings, effective_at: notice.effectiveAt?.toISOString() ?? null, waiver: asked.waiver !== undefined }, after: asked.change, reason: asked.reason });
      await this.tell.both(tx, notice, 'change.received', { reason: asked.reason });
      return notice;
    });
  }

  /** When its five working days have passed. Whoever asks for a waiver may do so in a year that is not known, too. */
  async #earliest(tx: Tx, { urgency, effective_at, waiver }: ChangeRequest): Promise<Date | null> {
    if (urgency === 'urgent') return null;
    const now = this.clock.now();
    const [calendar, effectiveAt] = [await this.calendars.calendar(tx), new Date(effective_at!)];
    if (effectiveAt <= now) throw new Refusal('change.too_early', 'It would take effect before notice is given. What has to happen now is filed as urgent.');
    try {
      const earliestAt = calendar.earliestEffective(now);
      if (effectiveAt < earliestAt && waiver === undefined) throw new Refusal('change.too_early', `At the earliest ${earliestAt.toISOString()}: five working days lie between the day of the notice and the change. Ask for a waiver if it cannot wait.`);
      return earliestAt;
    } catch (error) {
      if (waiver !== undefined && error instanceof Refusal && error.code === 'change.calendar_unknown') return null;
      throw error;
    }
  }

  async #refuseNoChange(tx: Tx, tenantId: Id<'ten'>, { change }: ChangeRequest): Promise<void> {
    if (!isAutomatic(change)) return;
    const { values } = await this.subjects.present(tx, tenantId, change);
    if (!needingNotice(change.of, values, change.values).length) throw new Refusal('change.nothing_to_change', 'Every value that the notice names stands already, or changes without notice.');
  }
}
