import { CLUE_HOURS, type NoticeSetting, type OutageClue } from '@inkproof/contract';
import type { Tx } from '@inkproof/platform';
import type { StoredOutage } from './outage-store.js';

const HOUR_MS = 3_600_000;
const MOST_SHOWN = 50;

const sorts = { applied: 'change_made', rolled_back: 'change_rolled_back' } as const;

/** What a tenant told the provider of around its outage, in a transaction of the provider's. Both sides know of all of it already. */
export class ClueStore {
  /** Newest first; nothing where everybody had it. */
  async about(tx: Tx, { tenantId, from, until }: Pick<StoredOutage, 'tenantId' | 'from' | 'until'>, now: Date): Promise<OutageClue[]> {
    if (tenantId === null) return [];
    const span = { gte: new Date(from.getTime() - CLUE_HOURS * HOUR_MS), lte: until ?? now };
    const events = await tx.changeEvent.findMany({ where: { tenantId, kind: { in: ['applied', 'rolled_back'] }, at: span }, select: { noticeId: true, kind: true, at: true, notice: { select: { settings: true } } }, orderBy: { at: 'desc' }, take: MOST_SHOWN });
    const warnings = await tx.securityNotice.findMany({ where: { tenantId, since: { lte: span.lte }, OR: [{ since: { gte: span.gte } }, { endedAt: { gte: from } }] }, select: { id: true, kind: true, since: true }, orderBy: { since: 'desc' }, take: MOST_SHOWN });
    const changes = events.map(({ noticeId, kind, at, notice }): OutageClue => ({ reference: noticeId, sort: sorts[kind as keyof typeof sorts], at: at.toISOString(), settings: notice.settings as NoticeSetting[], security: null }));
    return [...changes, ...warnings.map(({ id, kind, since }): OutageClue => ({ reference: id, sort: 'security', at: since.toISOString(), settings: [], security: kind }))].sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Whether a tenant gave that notice. */
  async has(tx: Tx, tenantId: string, reference: string): Promise<boolean> {
    const one = { where: { id: reference, tenantId }, select: { id: true } };
    return ((await tx.changeNotice.findFirst(one)) ?? (await tx.securityNotice.findFirst(one))) !== null;
  }
}
