import type { Id } from '@inkproof/kernel';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { requester } from '../model/requester.js';
import type { DeletionRecord, DeletionStore } from '../store/deletion-store.js';
import { StillThere, type Certify } from './certify.js';
import type { EraseTenantKey } from './erase-tenant-key.js';
import { holdsIn, type Erase, type Outcome } from './erase.js';

const THINGS_AT_ONCE = 500;

/** Carries out deletions that were asked for, a few things at a time, each time in one transaction with its place. Whoever takes one up goes on from there. */
export class CarryOut {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly deletions: DeletionStore,
    private readonly tenantKey: EraseTenantKey,
    private readonly certify: Certify,
    private readonly clock: Clock,
  ) {}

  /** Every deletion that may begin, of all tenants. */
  async due(): Promise<void> {
    for (const { id, tenant_id } of await this.database.askAll<{ id: Id<'del'>; tenant_id: Id<'ten'> }>('gate_find_deletions', this.clock.now())) await this.one(tenant_id, id);
  }

  /** Where somebody else is at it, it is left to them; `patient` waits for each of their steps and is over only when it is. */
  async one(tenantId: Id<'ten'>, id: Id<'del'>, { patient = false } = {}): Promise<void> {
    let state = await this.#step(tenantId, id, patient);
    while (state === 'running') state = await this.#step(tenantId, id, patient);
    if (state !== 'verifying') return;
    const deletion = await this.database.changeAsTenant(tenantId, (run) => this.deletions.find(run, tenantId, id));
    if (deletion && isOfTenant(deletion)) await this.tenantKey.under(deletion);
    // What is still there is looked for again in the next round.
    await this.certify.for(tenantId, id).catch((error: unknown) => {
      if (!(error instanceof StillThere)) throw error;
    });
  }

  /** The state it is in afterwards; undefined where somebody else is at it or there is nothing to do. */
  #step(tenantId: Id<'ten'>, id: Id<'del'>, patient: boolean): Promise<DeletionRecord['state'] | undefined> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      await this.erase.prepare(run, tenantId);
      const deletion = await this.deletions.lock(run, tenantId, id, { patient });
      if (!deletion || deletion.beginsAt > this.clock.now()) return undefined;
      if (deletion.state !== 'waiting' && deletion.state !== 'running') return deletion.state;
      const [recordClass, ...rest] = deletion.classes;
      if (recordClass === undefined) return this.#to(run, { ...deletion, state: 'verifying' });
      const ids = await this.erase.kind(recordClass).select!(run, tenantId, deletion.selection!, deletion.afterId, THINGS_AT_ONCE);
      if (ids.length === 0) return this.#to(run, { ...deletion, state: 'running', classes: rest, afterId: '' });
      const by = requester(deletion.requestedBy);
      const outcome = await this.erase.within(run, tenantId, recordClass, ids, { id, salt: deletion.salt, by });
      if (outcome.held.size + outcome.kept.length > 0) await this.erase.refuse(run, tenantId, recordClass, outcome, by);
      return this.#to(run, { ...deletion, ...counted(deletion, outcome), state: 'running', afterId: ids.at(-1)! });
    });
  }

  async #to(run: Parameters<DeletionStore['advance']>[0], deletion: DeletionRecord): Promise<DeletionRecord['state']> {
    await this.deletions.advance(run, deletion);
    return deletion.state;
  }
}

const isOfTenant = ({ selection }: DeletionRecord): boolean => selection !== null && 'everything' in selection && selection.everything === 'tenant';

const counted = ({ erased, held, kept, holds }: DeletionRecord, outcome: Outcome): Pick<DeletionRecord, 'erased' | 'held' | 'kept' | 'holds'> => ({
  erased: erased + outcome.erased.length,
  held: held + outcome.held.size,
  kept: kept + outcome.kept.length,
  holds: [...new Set([...holds, ...holdsIn(outcome)])].sort(),
});
