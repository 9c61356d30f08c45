import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import type { RecordClass } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import type { ErasableKind, Erased } from '../model/erasable.js';
import { KindsOfClass, type KindOfClass } from '../model/kinds-of-class.js';
import { isOver, monthsOf } from '../model/period.js';
import { whatReliesFirst } from '../model/what-relies-first.js';
import type { DeletionStore } from '../store/deletion-store.js';
import type { RuleStore } from '../store/rule-store.js';
import type { Holds } from './holds.js';

/** Everything that held one of the things, once. */
export const holdsIn = ({ held }: Outcome): string[] => [...new Set([...held.values()].flat())].sort();

/** The deletion that things are erased under. */
export interface Under {
  id: Id<'del'>;
  salt: Uint8Array;
  by: Actor;
  /** Writes the deletion itself, where it is made for these things only: called when there is something to erase. */
  open?: (outcome: Outcome) => Promise<void>;
}

/** What became of things that were to be erased. Those that were not there are in none of these. */
export interface Outcome {
  erased: readonly string[];
  /** With what holds them. */
  held: ReadonlyMap<string, readonly string[]>;
  /** Their period is not over. */
  kept: readonly string[];
}

const isToldApart = (kind: ErasableKind<Run>): kind is KindOfClass<Run> => kind.prefix !== undefined;

export const digestOf = (salt: Uint8Array, recordClass: RecordClass, id: string): Buffer => createHash('sha256').update(salt).update(`${recordClass}\n${id}`).digest();

/**
 * The one way in which anything kept is erased. In one transaction: rows locked in the order of their ids, period and holds
 * asked again, keys destroyed, tombstones set, the entry written. The store itself lets no row of such a class go without
 * its tombstone (`erased_on_record`).
 */
export class Erase {
  readonly #kinds = new Map<RecordClass, ErasableKind<Run>[]>();

  constructor(
    private readonly rules: RuleStore,
    private readonly holds: Holds,
    private readonly deletions: DeletionStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  register(...kinds: readonly ErasableKind<Run>[]): void {
    for (const kind of kinds) {
      const all = [...(this.#kinds.get(kind.class) ?? []), kind];
      if (new Set(all.map(({ prefix }) => prefix)).size < all.length || (all.length > 1 && !all.every(isToldApart))) throw new Error(`Two domains keep the same of ${kind.class}`);
      this.#kinds.set(kind.class, all);
    }
  }

  kind(recordClass: RecordClass): ErasableKind<Run> {
    const kinds = this.#kinds.get(recordClass);
    if (!kinds) throw new Error(`No domain keeps ${recordClass}`);
    return kinds.every(isToldApart) ? new KindsOfClass(recordClass, kinds) : kinds[0]!;
  }

  /** What relies on others before those. */
  get kinds(): readonly ErasableKind<Run>[] {
    return whatReliesFirst([...this.#kinds.keys()].map((recordClass) => this.kind(recordClass)));
  }

  /** For an act that locks such rows by itself before it erases: called before it does. */
  async prepare(run: Run, tenantId: Id<'ten'>): Promise<void> {
    await this.holds.share(run, tenantId);
  }

  /** What would become of things, as they stand in this transaction. */
  async look(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, ids: readonly string[]): Promise<Outcome> {
    await this.holds.share(run, tenantId);
    const found = await this.kind(recordClass).lock(run, tenantId, [...new Set(ids)].sort());
    const held = await this.holds.over(run, tenantId, found);
    const months = monthsOf(await this.rules.inForce(run, tenantId), recordClass);
    const now = this.clock.now();
    const free = found.filter(({ id }) => !held.has(id));
    return { held, kept: free.filter(({ start }) => !isOver(start, months, now)).map(({ id }) => id), erased: free.filter(({ start }) => isOver(start, months, now)).map(({ id }) => id) };
  }

  /** What becomes of things in a transaction that is taken back, and of what others relied on that are gone by then. */
  async rehearse(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, ids: readonly string[]): Promise<Outcome> {
    const outcome = await this.look(run, tenantId, recordClass, ids);
    if (outcome.erased.length > 0) await this.kind(recordClass).destroy(run, tenantId, outcome.erased);
    return outcome;
  }

  async within(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, ids: readonly string[], under: Under): Promise<Outcome> {
    const outcome = await this.look(run, tenantId, recordClass, ids);
    if (outcome.erased.length > 0) {
      await under.open?.(outcome);
      const gone = await this.kind(recordClass).destroy(run, tenantId, outcome.erased);
      await this.#bury(run, tenantId, recordClass, gone, under);
    }
    return outcome;
  }

  async #bury(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, gone: readonly Erased[], { id, salt, by }: Under): Promise<void> {
    const at = this.clock.now();
    await this.deletions.bury(run, gone.map(({ id: objectId, keys, blobs }) => ({ tenantId, objectId, recordClass, deletionId: id, digest: digestOf(salt, recordClass, objectId), keys, blobs, at, by: by.id })));
    await this.trail.append(run, tenantId, { action: 'erasure.done', by, targets: [id], details: { deletion: id, record_class: recordClass, erased: gone.length } });
  }

  /** Notes an attempt that came to nothing. */
  async refuse(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, outcome: Outcome, by: Actor): Promise<void> {
    const { held, kept } = outcome;
    const targets = [...held.keys(), ...kept].slice(0, MOST_TARGETS);
    await this.trail.append(run, tenantId, { action: 'erasure.refused', by, targets, outcome: { refused: held.size > 0 ? 'retention.held' : 'retention.not_over' }, details: { record_class: recordClass, held: held.size, kept: kept.length, holds: holdsIn(outcome) } });
  }
}

const MOST_TARGETS = 100;
