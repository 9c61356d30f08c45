import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Day, Id, Ids } from '@inkproof/kernel';
import type { Announce } from '@inkproof/notice';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import { reminderDay } from '../model/reminder.js';
import type { ExpiryStore } from '../store/expiry-store.js';
import type { AttestationMail } from './attestation-mail.js';

const by: Actor = { kind: 'system', id: 'attestation-clock', requestId: null };
/** Programs hear of each day; people who have to act by hand are not written to every morning. */
const MAIL_EVERY_DAYS = 7;

/**
 * Tells tenants, once a day, of copies of their own whose time is over, and brings before compliance staff what nobody
 * attests. The day is taken in the transaction that tells: once, whatever number of nodes look. Days on which none ran are made up for.
 */
export class AskForAttestations {
  constructor(
    private readonly database: Database,
    private readonly store: ExpiryStore,
    private readonly announce: Announce,
    private readonly mail: AttestationMail,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** How many tenants were looked at. */
  async once(): Promise<number> {
    const now = this.clock.now();
    const today = reminderDay(now);
    if (today === null) return 0;
    const tenants = await this.database.asProvider((tx) => this.store.toLookAt(tx, today, FULL_LOOK));
    for (const tenantId of tenants) await this.database.asProviderOf(tenantId, (tx) => this.#look(tx, tenantId, today, now));
    return tenants.length;
  }

  async #look(tx: Tx, tenantId: Id<'ten'>, today: Day, now: Date): Promise<void> {
    const first = await this.store.takeDays(tx, tenantId, today);
    if (first === null) return;
    const ids = await this.store.expire(tx, tenantId, first, today, now, this.ids);
    if (ids.length > 0) await this.#tell(tx, tenantId, today, ids);
    await this.#escalate(tx, tenantId, today, now);
    const open = await this.store.mail(tx, tenantId, today, MAIL_EVERY_DAYS);
    if (open) await this.mail.open(tx, tenantId, open, now);
  }

  async #tell(tx: Tx, tenantId: Id<'ten'>, today: Day, ids: readonly string[]): Promise<void> {
    const expiries = await this.store.list(tx, tenantId, { ids, size: ids.length });
    const items = expiries.map(({ id, kind, filing, day, count, dueAt }) => ({ id, kind, filing: filing?.id ?? null, version: filing?.version ?? null, day, count, due_at: dueAt.toISOString() }));
    await this.announce.tell(tx, tenantId, 'retention.expired', tenantId, { told_on: today, expiries: items });
  }

  async #escalate(tx: Tx, tenantId: Id<'ten'>, today: Day, now: Date): Promise<void> {
    const { late, again } = await this.store.escalate(tx, tenantId, today, now);
    if (late.length === 0) return;
    const oldest = new Date(Math.min(...late.map(({ dueAt }) => dueAt.getTime())));
    const details = { expiries: late.length, copies: late.reduce((sum, { count }) => sum + count, 0), oldest_due_at: oldest.toISOString() };
    await this.announce.tell(tx, tenantId, 'retention.unattested', tenantId, { told_on: today, expiries: late.map(({ id }) => id) });
    // Staff that look into a tenant already find the new ones in the same list.
    if (!again) await this.mail.late(tx, tenantId, { open: late.length, oldest }, now);
    await this.trail.appendToBoth(tx, tenantId, { action: 'attestation.overdue', by, targets: [tenantId], details });
  }
}
