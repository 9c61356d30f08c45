import { Controller, Inject } from '@nestjs/common';
import { api, Refusal, type ChangelogEntry, type Deprecation } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { callersSince } from '../model/entry.js';
import { ChangelogStore } from '../store/changelog-store.js';
import { UseStore } from '../store/use-store.js';
import { showDeprecation, showEntry } from './show-entry.js';

@Controller()
export class ChangelogController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangelogStore) private readonly store: ChangelogStore,
    @Inject(UseStore) private readonly uses: UseStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The provider's own word to everybody, so it is read as the provider reads it, drafts left out. So below. */
  @Answers(api.changelog.list)
  async list(@Given.query(api.changelog.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: ChangelogEntry[]; next_cursor: string | null }> {
    const entries = await this.database.asProvider((tx) => this.store.list(tx, { below: cursor, size: limit + 1, published: true }));
    const { items, nextCursor } = pageOf(entries, limit);
    return { items: items.map(showEntry), next_cursor: nextCursor };
  }

  @Answers(api.changelog.find)
  async find(@Given.params(api.changelog.find.params) { id }: { id: Id<'chl'> }): Promise<ChangelogEntry> {
    const entry = await this.database.asProvider((tx) => this.store.find(tx, id));
    if (!entry?.publishedAt) throw new Refusal('changelog.not_found');
    return showEntry(entry);
  }

  @Answers(api.changelog.deprecations)
  async deprecations(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: Deprecation[] }> {
    const since = callersSince(this.clock.now());
    const entries = await this.database.asProvider((tx) => this.store.deprecations(tx));
    const uses = await this.database.asTenant(tenantId, (tx) => this.uses.ofKeys(tx, tenantId, entries.flatMap(({ calls }) => calls), since));
    return { items: entries.flatMap((entry) => entry.calls.map((call) => showDeprecation(entry, call, uses))) };
  }
}
