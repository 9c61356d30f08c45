import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type ChangelogDraft, type DeprecatedCaller, type EditedEntry } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepChangelog } from '../actions/keep-changelog.js';
import { callersSince } from '../model/entry.js';
import { ChangelogStore } from '../store/changelog-store.js';
import { UseStore } from '../store/use-store.js';
import { showEdited } from './show-entry.js';

interface EntryId {
  id: Id<'chl'>;
}

@Controller()
export class AdminChangelogController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangelogStore) private readonly store: ChangelogStore,
    @Inject(UseStore) private readonly uses: UseStore,
    @Inject(KeepChangelog) private readonly keep: KeepChangelog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.adminChangelog.list)
  async list(@Given.query(api.adminChangelog.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: EditedEntry[]; next_cursor: string | null }> {
    const entries = await this.database.asProvider((tx) => this.store.list(tx, { below: cursor, size: limit + 1, published: false }));
    const { items, nextCursor } = pageOf(entries, limit);
    return { items: items.map(showEdited), next_cursor: nextCursor };
  }

  @Answers(api.adminChangelog.find)
  async find(@Given.params(api.adminChangelog.find.params) { id }: EntryId): Promise<EditedEntry> {
    const entry = await this.database.asProvider((tx) => this.store.find(tx, id));
    if (!entry) throw new Refusal('changelog.not_found');
    return showEdited(entry);
  }

  @Answers(api.adminChangelog.draft)
  async draft(@Given.body(api.adminChangelog.draft.body) draft: ChangelogDraft, @ActingBy() by: Actor): Promise<EditedEntry> {
    return showEdited(await this.keep.draft(draft, by));
  }

  @Answers(api.adminChangelog.edit)
  async edit(@Given.params(api.adminChangelog.edit.params) { id }: EntryId, @Given.body(api.adminChangelog.edit.body) draft: ChangelogDraft, @ActingBy() by: Actor): Promise<EditedEntry> {
    return showEdited(await this.keep.edit(id, draft, by));
  }

  @Answers(api.adminChangelog.publish)
  async publish(@Given.params(api.adminChangelog.publish.params) { id }: EntryId, @ActingBy() by: Actor): Promise<EditedEntry> {
    return showEdited(await this.keep.publish(id, by));
  }

  @Answers(api.adminChangelog.withdraw)
  async withdraw(@Given.params(api.adminChangelog.withdraw.params) { id }: EntryId, @Given.body(api.adminChangelog.withdraw.body) { because }: { because: { zh: string; en: string } }, @ActingBy() by: Actor): Promise<EditedEntry> {
    return showEdited(await this.keep.withdraw(id, because, by));
  }

  @Answers(api.adminChangelog.callers)
  callers(): Promise<{ items: DeprecatedCaller[] }> {
    const since = callersSince(this.clock.now());
    return this.database.asProvider(async (tx) => {
      const entries = await this.store.deprecations(tx);
      const uses = await this.uses.ofTenants(tx, entries.flatMap(({ calls }) => calls), since);
      const tenantsOf = (call: string) => uses.filter((use) => use.call === call).map(({ id, name, calls, lastDay }) => ({ id, name, calls, last_day: lastDay.toISOString().slice(0, 10) }));
      return { items: entries.flatMap(({ id, calls, effectiveAt, sunsetAt }) => calls.map((call) => ({ call, entry: id as Id<'chl'>, deprecated_at: effectiveAt.toISOString(), sunset_at: sunsetAt!.toISOString(), tenants: tenantsOf(call) }))) };
    });
  }
}
