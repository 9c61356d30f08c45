import type { ChangelogDraft } from '@inkproof/contract';
import { Prisma, type Tx } from '@inkproof/platform';

export type StoredEntry = Prisma.ChangelogEntryGetPayload<object>;

/** What of an entry is written while it is a draft. */
const rowOf = ({ kind, compatible, title, words, calls, effective_at, sunset_at, successor }: ChangelogDraft) => ({
  kind,
  compatible,
  titleZh: title.zh,
  titleEn: title.en,
  wordsZh: words.zh,
  wordsEn: words.en,
  calls,
  effectiveAt: new Date(effective_at),
  sunsetAt: sunset_at === null ? null : new Date(sunset_at),
  successor,
});

export const draftOf = (row: StoredEntry): ChangelogDraft => ({
  kind: row.kind,
  compatible: row.compatible,
  title: { zh: row.titleZh, en: row.titleEn },
  words: { zh: row.wordsZh, en: row.wordsEn },
  calls: row.calls,
  effective_at: row.effectiveAt.toISOString(),
  sunset_at: row.sunsetAt?.toISOString() ?? null,
  successor: row.successor,
});

/** Entries of the changelog, in a transaction of the provider's; a tenant's sees what is published. */
export class ChangelogStore {
  async add(tx: Tx, id: string, draft: ChangelogDraft, draftedBy: string): Promise<StoredEntry> {
    return tx.changelogEntry.create({ data: { id, ...rowOf(draft), draftedBy, told: [] } });
  }

  find(tx: Tx, id: string): Promise<StoredEntry | null> {
    return tx.changelogEntry.findUnique({ where: { id } });
  }

  /** Until the transaction ends, so that of two who write one comes second and sees it. */
  async hold(tx: Tx, id: string): Promise<StoredEntry | null> {
    await tx.$queryRaw`SELECT 1 FROM changelog_entry WHERE id = ${id} FOR UPDATE`;
    return this.find(tx, id);
  }

  /** Newest first: ids sort by when they were drafted. */
  list(tx: Tx, { below, size, published }: { below?: string | undefined; size: number; published: boolean }): Promise<StoredEntry[]> {
    return tx.changelogEntry.findMany({ where: { ...(below && { id: { lt: below } }), ...(published && { publishedAt: { not: null } }) }, orderBy: { id: 'desc' }, take: size });
  }

  /** Deprecations that stand. */
  deprecations(tx: Tx): Promise<StoredEntry[]> {
    return tx.changelogEntry.findMany({ where: { kind: 'deprecated', publishedAt: { not: null }, withdrawnAt: null }, orderBy: { id: 'desc' } });
  }

  rewrite(tx: Tx, id: string, draft: ChangelogDraft, draftedBy: string): Promise<StoredEntry> {
    return tx.changelogEntry.update({ where: { id }, data: { ...rowOf(draft), draftedBy } });
  }

  publish(tx: Tx, id: string, publishedBy: string, publishedAt: Date, told: readonly string[]): Promise<StoredEntry> {
    return tx.changelogEntry.update({ where: { id }, data: { publishedBy, publishedAt, told: [...told] } });
  }

  withdraw(tx: Tx, id: string, because: { zh: string; en: string }, withdrawnAt: Date): Promise<StoredEntry> {
    return tx.changelogEntry.update({ where: { id }, data: { withdrawnAt, withdrawnZh: because.zh, withdrawnEn: because.en } });
  }
}
