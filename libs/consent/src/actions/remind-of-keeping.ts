import type { Announce } from '@inkproof/notice';
import type { Clock, Day, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database, mailLocaleOf, type MailOutbox, type Tx } from '@inkproof/platform';
import { REMINDER_MARKS, reminderDay, type KeepingEnd } from '../model/reminder.js';
import type { KeepingStore } from '../store/keeping-store.js';

const MAIL_LASTS_MS = 7 * 86_400_000;

/**
 * Tells tenants, thirty days, seven and one before, of material they keep themselves and need keep no longer. All of a
 * tenant's day goes in one mail and one message, which are written with the note that it was told: once, whatever number of
 * nodes look and whenever one stops. A day on which no node ran is made up for by the next.
 */
export class RemindOfKeeping {
  constructor(
    private readonly database: Database,
    private readonly store: KeepingStore,
    private readonly announce: Announce,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  /** How many tenants were looked at. */
  async once(): Promise<number> {
    const now = this.clock.now();
    const today = reminderDay(now);
    if (today === null) return 0;
    const due = await this.database.askAll<{ tenant_id: Id<'ten'> }>('gate_find_keeping_to_remind', today, REMINDER_MARKS, FULL_LOOK);
    for (const { tenant_id } of due) await this.database.asProviderOf(tenant_id, (tx) => this.#tell(tx, tenant_id, today, now));
    return due.length;
  }

  async #tell(tx: Tx, tenantId: Id<'ten'>, today: Day, now: Date): Promise<void> {
    const ends = await this.store.remind(tx, tenantId, today, now);
    if (ends.length === 0) return;
    await this.announce.tell(tx, tenantId, 'authorization.keeping_ends', tenantId, { told_on: today, days: ends.map(({ day, count, daysLeft }) => ({ last_day: day, count, days_left: daysLeft })) });
    await this.#mail(tx, tenantId, ends, now);
  }

  /** To the owners and privacy officers. It counts, and names nobody. */
  async #mail(tx: Tx, tenantId: Id<'ten'>, ends: readonly KeepingEnd[], now: Date): Promise<void> {
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    const keepers = await tx.member.findMany({ where: { tenantId, role: { in: ['owner', 'privacy'] } }, select: { person: { select: { email: true, locale: true } } } });
    for (const { person } of keepers) {
      const locale = mailLocaleOf(person.locale);
      const values = { tenant: name, ends: ends.map(({ day, count, daysLeft }) => ({ day, count, left: daysLeft })), link: `${this.consoleUrl}/authorisations/calendar` };
      await this.outbox.put(tx, { tenantId, to: person.email, template: 'keeping_ends', locale, values, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
    }
  }
}
