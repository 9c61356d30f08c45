import type { Actor } from '@inkproof/audit';
import type { RecordClass } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { ErasableKind, Expired, Place } from '../model/erasable.js';
import type { SweepRecord, SweepStore } from '../store/sweep-store.js';
import { StillThere, type Certify } from './certify.js';
import type { Erase } from './erase.js';
import type { OpenDeletion } from './open-deletion.js';

const FOUND_AT_ONCE = 2_000;
const BEGINNING: Place = { dueAt: new Date(0), id: '' };
/** Of a tenant, for it to be told of as one act. */
const by: Actor = { kind: 'system', id: 'sweep', requestId: null };

/** What is due, of one class. */
export interface Due {
  recordClass: RecordClass;
  count: number;
  tenants: number;
  oldest: Date;
  /** Of these, those that a hold or a period keeps. */
  staying: number;
}

/** Erases what has expired, of all tenants, oldest first. Walks past what is held, so that nothing behind it waits. */
export class SweepExpired {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly open: OpenDeletion,
    private readonly certify: Certify,
    private readonly sweeps: SweepStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** What a sweep at that instant would erase; nothing is touched. */
  async look(at: Date): Promise<Due[]> {
    const due: Due[] = [];
    for (const kind of this.#expiring()) {
      const tenants = new Set<string>();
      const told: Due = { recordClass: kind.class, count: 0, tenants: 0, oldest: at, staying: 0 };
      for await (const batch of this.#batches(kind, at)) {
        for (const [tenantId, ids] of byTenant(batch)) {
          const { held, kept } = await this.database.changeAsTenant(tenantId, (run) => this.erase.look(run, tenantId, kind.class, ids));
          tenants.add(tenantId);
          told.staying += held.size + kept.length;
        }
        if (told.count === 0) told.oldest = batch[0]!.dueAt;
        told.count += batch.length;
      }
      if (told.count > 0) due.push({ ...told, tenants: tenants.size });
    }
    return due;
  }

  /** One round, written down where there was anything to do. */
  async sweep(): Promise<SweepRecord> {
    const now = this.clock.now();
    const sweep: SweepRecord = { id: this.ids.next('swp'), startedAt: now, seenAt: now, endedAt: null, due: 0, erased: 0, held: 0, byClass: {} };
    for (const kind of this.#expiring()) for await (const batch of this.#batches(kind, now)) await this.#batch(kind, batch, sweep);
    if (sweep.due > 0) await this.#write({ ...sweep, endedAt: this.clock.now() });
    return sweep;
  }

  async #batch(kind: ErasableKind<Run>, batch: readonly Expired[], sweep: SweepRecord): Promise<void> {
    sweep.due += batch.length;
    for (const [tenantId, ids] of byTenant(batch)) {
      const under = await this.database.changeAsTenant(tenantId, async (run) => {
        const deletion = this.open.expired(run, tenantId, ids.length, by);
        const { erased, held, kept } = await this.erase.within(run, tenantId, kind.class, ids, deletion);
        sweep.erased += erased.length;
        sweep.held += held.size + kept.length;
        sweep.byClass[kind.class] = (sweep.byClass[kind.class] ?? 0) + erased.length;
        return erased.length > 0 ? deletion : undefined;
      });
      // What cannot be verified now is in the next round.
      if (under) await this.certify.for(tenantId, under.id).catch((error: unknown) => {
        if (!(error instanceof StillThere)) throw error;
      });
    }
    await this.#write(sweep);
  }

  #write(sweep: SweepRecord): Promise<void> {
    return this.sweeps.write({ ...sweep, seenAt: this.clock.now() });
  }

  #expiring(): ErasableKind<Run>[] {
    return this.erase.kinds.filter(({ expired }) => expired !== undefined);
  }

  async *#batches(kind: ErasableKind<Run>, at: Date): AsyncIterable<readonly Expired[]> {
    for (let place = BEGINNING; ; ) {
      const batch = await kind.expired!(at, place, FOUND_AT_ONCE);
      if (batch.length > 0) yield batch;
      if (batch.length < FOUND_AT_ONCE) return;
      place = batch.at(-1)!;
    }
  }
}

const byTenant = (batch: readonly Expired[]): Map<Id<'ten'>, string[]> => {
  const of = new Map<Id<'ten'>, string[]>();
  for (const { tenantId, id } of batch) {
    const ids = of.get(tenantId as Id<'ten'>);
    if (ids) ids.push(id);
    else of.set(tenantId as Id<'ten'>, [id]);
  }
  return of;
};
