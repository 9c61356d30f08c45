import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type NoticeSetting } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isAutomatic } from '../model/planned-change.js';
import type { ChangeStore, StoredChange } from '../store/change-store.js';
import type { CarryOut } from './carry-out.js';
import type { ChangeBook } from './change-book.js';

/** What a tenant does with a notice it has filed. */
export class ActOnChange {
  constructor(
    private readonly database: Database,
    private readonly store: ChangeStore,
    private readonly book: ChangeBook,
    private readonly carryOut: CarryOut,
    private readonly trail: Trail,
  ) {}

  withdraw(tenantId: Id<'ten'>, id: Id<'chg'>, by: Actor): Promise<StoredChange> {
    return this.#on(tenantId, id, async (tx, notice) => {
      const written = await this.book.write(tx, notice, { kind: 'withdrawn', side: 'tenant', by });
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.withdrawn', by, targets: [id], details: { was: notice.standing.state } });
      return written;
    });
  }

  /** What the platform carries out is not for the tenant to call made, unless the platform failed at it and the tenant did it. */
  apply(tenantId: Id<'ten'>, id: Id<'chg'>, by: Actor): Promise<StoredChange> {
    return this.#on(tenantId, id, (tx, notice) => {
      if (isAutomatic(notice.change)) throw new Refusal('change.not_now', 'The setting itself says when it was changed. Change it; the notice then is applied.');
      return this.applied(tx, notice, by);
    });
  }

  /** The tenant made it, through the door that was open. In the transaction of whoever holds the notice. */
  async applied(tx: Tx, notice: StoredChange, by: Actor, before?: Record<string, unknown>): Promise<StoredChange> {
    const written = await this.book.write(tx, notice, { kind: 'applied', side: 'tenant', by }, before && { before });
    await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.applied', by, targets: [notice.id], details: { by_itself: false, settings: notice.settings as NoticeSetting[] } });
    return written;
  }

  confirm(tenantId: Id<'ten'>, id: Id<'chg'>, by: Actor): Promise<StoredChange> {
    return this.#on(tenantId, id, async (tx, notice) => {
      const written = await this.book.write(tx, notice, { kind: 'confirmed', side: 'tenant', by });
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.confirmed', by, targets: [id], details: { overdue: written.standing.overdue } });
      return written;
    });
  }

  rollBack(tenantId: Id<'ten'>, id: Id<'chg'>, by: Actor): Promise<StoredChange> {
    return this.#on(tenantId, id, async (tx, notice) => {
      const written = await this.book.write(tx, notice, { kind: 'rolled_back', side: 'tenant', by });
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.rolled_back', by, targets: [id], details: { overdue: written.standing.overdue } });
      await this.carryOut.back(tx, notice, by);
      return written;
    });
  }

  #on(tenantId: Id<'ten'>, id: Id<'chg'>, act: (tx: Tx, notice: StoredChange) => Promise<StoredChange>): Promise<StoredChange> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      const notice = await this.store.hold(tx, id, tenantId);
      if (!notice) throw new Refusal('change.not_found');
      return act(tx, notice);
    });
  }
}
