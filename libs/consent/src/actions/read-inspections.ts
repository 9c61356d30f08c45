import { Refusal } from '@inkproof/contract';
import { namesOf } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { InspectionSearch, InspectionStore, ListedInspection, StoredInspection } from '../store/inspection-store.js';

/** Inspections as both sides see them. */
export class ReadInspections {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly clock: Clock,
  ) {}

  /** For the tenant, or for the provider when none is said. */
  async one(id: Id<'isp'>, tenantId?: Id<'ten'>): Promise<StoredInspection> {
    const found = await this.#within(tenantId, (tx) => this.store.find(tx, id, tenantId));
    if (!found) throw new Refusal('inspection.not_found');
    return found;
  }

  list(search: InspectionSearch, whose: 'provider' | Id<'ten'>): Promise<ListedInspection[]> {
    const tenantId = whose === 'provider' ? search.tenantId : whose;
    return this.#within(whose === 'provider' ? undefined : whose, (tx) => this.store.list(tx, { ...search, tenantId }, this.clock.now()));
  }

  /** Of both sides' people for the provider, and for the tenant of its own. */
  names({ events }: StoredInspection, tenantId?: Id<'ten'>): Promise<Map<string, string>> {
    return this.#within(tenantId, (tx) => namesOf(tx, events.map(({ by }) => by)));
  }

  #within<Result>(tenantId: Id<'ten'> | undefined, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return tenantId === undefined ? this.database.asProvider(work) : this.database.asTenant(tenantId, work);
  }
}
