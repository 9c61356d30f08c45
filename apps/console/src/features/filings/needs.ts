import type { Filing, FilingVersionSummary } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';

export interface FilingNeed {
  kind: 'correction' | 'draft' | 'ending';
  filing: Filing;
  version: FilingVersionSummary;
}

const SOON_DAYS = 30;

/** What waits for somebody of the tenant: versions sent back, drafts, and texts that end within a month. `today` is a day in Asia/Shanghai. */
export const needsOf = (filings: readonly Filing[], today: string): FilingNeed[] => {
  const horizon = new Date(Date.parse(today) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  return filings.flatMap((filing): FilingNeed[] => {
    const { coming, in_force: inForce } = filing;
    return [
      ...(coming && (coming.state === 'correction' || coming.state === 'draft') ? [{ kind: coming.state, filing, version: coming }] : []),
      ...(inForce?.ends_on && inForce.ends_on <= horizon ? [{ kind: 'ending' as const, filing, version: inForce }] : []),
    ];
  });
};
