import type { ChangelogEntry, Deprecation, EditedEntry } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { draftOf, type StoredEntry } from '../store/changelog-store.js';
import type { KeyUse } from '../store/use-store.js';

const common = (entry: StoredEntry) => ({
  id: entry.id as ChangelogEntry['id'],
  ...draftOf(entry),
  withdrawn_at: entry.withdrawnAt?.toISOString() ?? null,
  withdrawn_because: entry.withdrawnZh === null || entry.withdrawnEn === null ? null : { zh: entry.withdrawnZh, en: entry.withdrawnEn },
});

/** Of a published one. */
export const showEntry = (entry: StoredEntry): ChangelogEntry => ({ ...common(entry), published_at: entry.publishedAt!.toISOString() });

export const showEdited = (entry: StoredEntry): EditedEntry => ({ ...common(entry), published_at: entry.publishedAt?.toISOString() ?? null, told: entry.told.length });

/** One call of a deprecation, with what a tenant's keys still made of it. */
export const showDeprecation = (entry: StoredEntry, call: string, uses: readonly KeyUse[]): Deprecation => {
  const { title, successor, effective_at, sunset_at } = draftOf(entry);
  const own = uses.filter((use) => use.call === call).map(({ keyId, label, calls, lastDay }) => ({ key: { id: keyId as Id<'key'>, label }, calls, last_day: lastDay.toISOString().slice(0, 10) }));
  return { call, entry: entry.id as Id<'chl'>, title, deprecated_at: effective_at, sunset_at: sunset_at!, successor, uses: own };
};
