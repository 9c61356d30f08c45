import type { Run, Tx } from '@inkproof/platform';
import type { Holdable } from '../model/erasable.js';
import type { HoldStore } from '../store/hold-store.js';

/** A domain whose open matters (inspections, requests of data subjects, disputes) hold their own evidence. */
export interface HoldsEvidence {
  /**
   * Which of these things are evidence of something open, and of what: ids of things to ids of matters. Whoever opens a
   * matter calls `Holds.freeze` first in that transaction, or something may be erased beside it.
   */
  holding(run: Run, tenantId: string, things: readonly Holdable[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

const FREEZE = `SELECT pg_advisory_xact_lock(hashtextextended('holds:' || $1, 0))`;

/**
 * What may not be erased, whatever its period says. Erasing and placing a hold take the same lock of a tenant, erasing
 * beside others and placing alone: what is placed waits for what is being erased, and everything after it is asked again.
 */
export class Holds {
  readonly #holders: HoldsEvidence[] = [];

  constructor(private readonly store: HoldStore) {}

  register(holder: HoldsEvidence): void {
    this.#holders.push(holder);
  }

  /** Before a hold is placed or a matter opened: nothing of the tenant is being erased until the transaction ends. */
  async freeze(to: Run | Tx, tenantId: string): Promise<void> {
    if (typeof to === 'function') await to({ name: 'freeze_holds', text: FREEZE, values: [tenantId] });
    else await to.$executeRawUnsafe(FREEZE, tenantId);
  }

  /** Before anything is erased, and before its rows are locked: no hold comes in until the transaction ends. */
  async share(run: Run, tenantId: string): Promise<void> {
    await run({ name: 'share_holds', text: `SELECT pg_advisory_xact_lock_shared(hashtextextended('holds:' || $1, 0))`, values: [tenantId] });
  }

  /** What holds each of these things; those nobody holds are left out. Only true for as long as holds are shared. */
  async over(run: Run, tenantId: string, things: readonly Holdable[]): Promise<Map<string, string[]>> {
    const held = new Map<string, string[]>();
    const note = (id: string, by: readonly string[]): void => void held.set(id, [...(held.get(id) ?? []), ...by]);
    const { everything, named, subjects } = await this.store.standing(run, tenantId, things);
    for (const { id, relatives, subjects: people } of things) {
      note(id, [...everything, ...[id, ...relatives].flatMap((one) => named.get(one) ?? []), ...people.flatMap((hash) => subjects.get(Buffer.from(hash).toString('hex')) ?? [])]);
    }
    for (const holder of this.#holders) for (const [id, by] of await holder.holding(run, tenantId, things)) note(id, by);
    for (const [id, by] of held) if (by.length === 0) held.delete(id);
    return held;
  }
}
