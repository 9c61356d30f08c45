import { Refusal } from '@inkproof/contract';
import { namesOf } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { ListedRequest, RequestSearch, RequestStore, StoredRequest } from '../store/request-store.js';

/** Requests of people, for the tenant they asked. */
export class ReadRequests {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly clock: Clock,
  ) {}

  async one(tenantId: Id<'ten'>, id: Id<'dsr'>): Promise<StoredRequest> {
    const request = await this.database.asTenant(tenantId, (tx) => this.store.find(tx, tenantId, id));
    if (!request) throw new Refusal('dsr.not_found');
    return request;
  }

  /** Of the members who worked on it. */
  names({ tenantId, identifiedBy, events, tasks }: StoredRequest): Promise<Map<string, string>> {
    return this.database.asTenant(tenantId, (tx) => namesOf(tx, [identifiedBy, ...events.map(({ by }) => by), ...tasks.map(({ settledBy }) => settledBy)]));
  }

  list(tenantId: Id<'ten'>, search: RequestSearch): Promise<ListedRequest[]> {
    return this.database.asTenant(tenantId, (tx) => this.store.list(tx, tenantId, search, this.clock.now()));
  }
}
