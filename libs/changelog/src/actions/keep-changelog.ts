import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type ChangelogDraft } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Notices } from '@inkproof/notice';
import { runIn, telling, type Database, type Tx } from '@inkproof/platform';
import { callersSince, faultOf, faultOfPublishing } from '../model/entry.js';
import { draftOf, type ChangelogStore, type StoredEntry } from '../store/changelog-store.js';
import type { UseStore } from '../store/use-store.js';

export const CHANGELOG_NEWS = 'changelog';

/** Writes the changelog: drafts that may be written anew, published entries that may not, and the word to those they touch. */
export class KeepChangelog {
  constructor(
    private readonly database: Database,
    private readonly store: ChangelogStore,
    private readonly uses: UseStore,
    private readonly notices: Notices,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  draft(draft: ChangelogDraft, by: Actor): Promise<StoredEntry> {
    refuse(faultOf(draft));
    return this.database.asProvider(async (tx) => {
      const entry = await this.store.add(tx, this.ids.next('chl'), draft, by.id);
      await this.trail.append(tx, 'provider', { action: 'changelog.drafted', by, targets: [entry.id], details: { kind: draft.kind } });
      return entry;
    });
  }

  edit(id: Id<'chl'>, draft: ChangelogDraft, by: Actor): Promise<StoredEntry> {
    refuse(faultOf(draft));
    return this.#on(id, async (tx, entry) => {
      if (entry.publishedAt) throw new Refusal('changelog.published', 'What was published is never changed. Take it back, and write another.');
      await this.trail.append(tx, 'provider', { action: 'changelog.drafted', by, targets: [id], details: { kind: draft.kind } });
      return this.store.rewrite(tx, id, draft, by.id);
    });
  }

  publish(id: Id<'chl'>, by: Actor): Promise<StoredEntry> {
    return this.#on(id, async (tx, entry) => {
      if (entry.publishedAt) throw new Refusal('changelog.published');
      const now = this.clock.now();
      const draft = draftOf(entry);
      const discouraged = (await this.store.deprecations(tx)).map(({ calls, sunsetAt }) => ({ calls, sunsetAt: sunsetAt! }));
      refuse(faultOfPublishing(draft, now, discouraged));
      const told = draft.compatible ? [] : await this.#touched(tx, entry, now);
      const published = await this.store.publish(tx, id, by.id, now, told);
      await this.#tell(tx, published, draft.kind === 'deprecated' ? 'api.deprecated' : 'api.changed', told);
      await this.trail.append(tx, 'provider', { action: 'changelog.published', by, targets: [id], details: { kind: draft.kind, compatible: draft.compatible, calls: draft.calls, told: told.length } });
      return published;
    });
  }

  withdraw(id: Id<'chl'>, because: { zh: string; en: string }, by: Actor): Promise<StoredEntry> {
    return this.#on(id, async (tx, entry) => {
      if (!entry.publishedAt || entry.withdrawnAt) throw new Refusal('changelog.not_published');
      const withdrawn = await this.store.withdraw(tx, id, because, this.clock.now());
      await this.#tell(tx, withdrawn, 'api.withdrawn', entry.told);
      await this.trail.append(tx, 'provider', { action: 'changelog.withdrawn', by, targets: [id], details: { told: entry.told.length } });
      return withdrawn;
    });
  }

  /** Tenants whose programs make the calls; all of them where none is named. */
  async #touched(tx: Tx, { calls }: StoredEntry, now: Date): Promise<string[]> {
    if (!calls.length) return (await tx.tenant.findMany({ select: { id: true } })).map(({ id }) => id);
    const callers = await this.uses.ofTenants(tx, calls, callersSince(now));
    return [...new Set(callers.map(({ id }) => id))];
  }

  async #tell(tx: Tx, { id, titleZh, titleEn, calls, effectiveAt, sunsetAt }: StoredEntry, kind: 'api.deprecated' | 'api.changed' | 'api.withdrawn', told: readonly string[]): Promise<void> {
    await runIn(tx)(telling(CHANGELOG_NEWS));
    if (!told.length) return;
    const facts = { endpoint: calls.join(', '), ...(sunsetAt ? { sunset: sunsetAt.toISOString() } : { effective: effectiveAt.toISOString() }) };
    await this.notices.publish(tx, { kind, subject: id, once: `${id}:${kind}`, audience: { tenants: told }, values: { zh: { title: titleZh, ...facts }, en: { title: titleEn, ...facts } }, link: `/changelog/${id}` });
  }

  #on(id: Id<'chl'>, write: (tx: Tx, entry: StoredEntry) => Promise<StoredEntry>): Promise<StoredEntry> {
    return this.database.asProvider(async (tx) => {
      const entry = await this.store.hold(tx, id);
      if (!entry) throw new Refusal('changelog.not_found');
      return write(tx, entry);
    });
  }
}

const refuse = (fault: string | undefined): void => {
  if (fault !== undefined) throw new Refusal('changelog.unfit', fault);
};
