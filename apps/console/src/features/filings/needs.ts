import type { Expiry, Filing, FilingVersionSummary, InspectionSummary, SubjectRequestSummary } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';

export interface FilingNeed {
  kind: 'correction' | 'draft' | 'ending';
  filing: Filing;
  version: FilingVersionSummary;
}

const SOON_DAYS = 30;

/** What the provider waits for comes before what runs out, and drafts, for which nobody waits, last. */
const order: readonly FilingNeed['kind'][] = ['correction', 'ending', 'draft'];

/** What waits for somebody of the tenant: versions sent back, texts that end within a month, and drafts. `today` is a day in Asia/Shanghai. */
export const needsOf = (filings: readonly Filing[], today: string): FilingNeed[] => {
  const horizon = new Date(Date.parse(today) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  const needs = filings.flatMap((filing): FilingNeed[] => {
    const { coming, in_force: inForce } = filing;
    return [
      ...(coming && (coming.state === 'correction' || coming.state === 'draft') ? [{ kind: coming.state, filing, version: coming }] : []),
      ...(inForce?.ends_on && inForce.ends_on <= horizon ? [{ kind: 'ending' as const, filing, version: inForce }] : []),
    ];
  });
  return needs.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
};

export interface DueNeed {
  kind: 'samples' | 'requests' | 'expiries';
  href: '/inspections' | '/requests' | '/attestations';
  count: number;
  /** The first instant after the last day of the nearest. */
  dueAt: string;
}

const earliest = (moments: readonly string[]): string => moments.reduce((one, other) => (one < other ? one : other));

/** What others wait for: items of samples that were not shown yet, people who were not answered, and copies that nobody attested to be deleted. */
export const duesOf = (inspections: readonly InspectionSummary[], requests: readonly SubjectRequestSummary[], expiries: readonly Expiry[]): DueNeed[] => {
  const drawn = inspections.flatMap(({ state, due_at: dueAt, items }) => (state === 'drawn' && dueAt !== null ? [{ dueAt, open: items.drawn - items.answered }] : []));
  const open = requests.filter(({ ended_at: endedAt }) => endedAt === null);
  return [
    ...(drawn.length ? [{ kind: 'samples' as const, href: '/inspections' as const, count: drawn.reduce((sum, one) => sum + one.open, 0), dueAt: earliest(drawn.map(({ dueAt }) => dueAt)) }] : []),
    ...(open.length ? [{ kind: 'requests' as const, href: '/requests' as const, count: open.length, dueAt: earliest(open.map(({ clock }) => clock.due_at)) }] : []),
    ...(expiries.length ? [{ kind: 'expiries' as const, href: '/attestations' as const, count: expiries.length, dueAt: earliest(expiries.map(({ due_at: dueAt }) => dueAt)) }] : []),
  ];
};
