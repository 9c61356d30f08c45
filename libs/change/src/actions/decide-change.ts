import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type ChangeDecision } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { ChangeStore, StoredChange } from '../store/change-store.js';
import type { CarryOut } from './carry-out.js';
import type { ChangeBook } from './change-book.js';
import type { TellOfChange } from './tell-of-change.js';

/** The provider's word on a change notice. */
export class DecideChange {
  constructor(
    private readonly database: Database,
    private readonly store: ChangeStore,
    private readonly book: ChangeBook,
    private readonly carryOut: CarryOut,
    private readonly tell: TellOfChange,
    private readonly trail: Trail,
  ) {}

  async for(id: Id<'chg'>, { verdict, reason }: ChangeDecision, by: Actor): Promise<StoredChange> {
    const tenantId = await this.database.asProvider((tx) => this.store.tenantOf(tx, id));
    if (!tenantId) throw new Refusal('change.not_found');
    return this.database.asProviderOf(tenantId, async (tx) => {
      const notice = (await this.store.hold(tx, id, tenantId))!;
      if (verdict === 'accept') return this.#accept(tx, notice, reason, by);
      return verdict === 'refuse' ? this.#refuse(tx, notice, reason!, by) : this.#acknowledge(tx, notice, by);
    });
  }

  /** The days protect the provider, so it is the provider that gives them up, and says why. */
  async #accept(tx: Tx, notice: StoredChange, reason: string | undefined, by: Actor): Promise<StoredChange> {
    const waived = notice.waiver !== null;
    if (waived && reason === undefined) throw new Refusal('change.reason_missing', 'It would take effect before its five working days have passed. Say why that is granted.');
    const accepted = await this.book.write(tx, notice, { kind: 'accepted', side: 'provider', by, words: reason });
    await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.accepted', by, targets: [notice.id], details: { waived, by_silence: false }, ...(reason && { reason }) });
    await this.tell.theTenant(tx, accepted, 'change.accepted', { reason });
    return accepted;
  }

  async #refuse(tx: Tx, notice: StoredChange, reason: string, by: Actor): Promise<StoredChange> {
    const refused = await this.book.write(tx, notice, { kind: 'refused', side: 'provider', by, words: reason });
    await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.refused', by, targets: [notice.id], details: {}, reason });
    await this.tell.theTenant(tx, refused, 'change.refused', { reason });
    return refused;
  }

  /** What the platform can make is made with the acknowledgement. */
  async #acknowledge(tx: Tx, notice: StoredChange, by: Actor): Promise<StoredChange> {
    const acknowledged = await this.book.write(tx, notice, { kind: 'acknowledged', side: 'provider', by });
    await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.acknowledged', by, targets: [notice.id], details: { due_by: new Date(notice.standing.dueBy!).toISOString() } });
    await this.tell.theTenant(tx, acknowledged, 'change.accepted');
    return this.carryOut.now(tx, acknowledged);
  }
}
