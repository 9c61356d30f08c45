import type { QuotaTerm } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** A term as it was set down. Instants are RFC 3339 to the microsecond in UTC, so that they sort as text. */
export interface SetTerm {
  id: Id<'qtm'>;
  basis: 'contracted' | 'override';
  requestsPerSecond: number;
  burst: 'at_once';
  effectiveFrom: string;
  endsAt: string | null;
  source: { document: string; sha256: string | null } | null;
  reason: string | null;
  setBy: string;
  setAt: string;
  approvedBy: string | null;
  cancelledAt: string | null;
}

/** When they were begun, and of two at one instant, when they were set. */
const byBeginning = (one: SetTerm, other: SetTerm): number => (one.effectiveFrom + one.setAt < other.effectiveFrom + other.setAt ? -1 : 1);

/** Where a term really ends: where the next of its kind begins, or where it was to end, whichever is first. */
const endOf = (term: SetTerm, sameBasis: readonly SetTerm[]): string | null => {
  const next = sameBasis[sameBasis.indexOf(term) + 1]?.effectiveFrom ?? null;
  if (next === null || term.endsAt === null) return next ?? term.endsAt;
  return next < term.endsAt ? next : term.endsAt;
};

type Shown = Pick<QuotaTerm, 'effective_to' | 'state'> & { term: SetTerm };

/** The history of a tenant's quota as it stands at an instant, the newest beginning first. */
export const historyAt = (terms: readonly SetTerm[], at: string): Shown[] => {
  const ordered = [...terms].sort(byBeginning);
  const holding = { contracted: ordered.filter(({ basis, cancelledAt }) => basis === 'contracted' && cancelledAt === null), override: ordered.filter(({ basis, cancelledAt }) => basis === 'override' && cancelledAt === null) };
  const runs = (term: SetTerm): boolean => {
    const end = endOf(term, holding[term.basis]);
    return term.effectiveFrom <= at && (end === null || end > at);
  };
  const isOverridden = holding.override.some(runs);
  const stateOf = (term: SetTerm): QuotaTerm['state'] => {
    if (term.cancelledAt !== null) return 'cancelled';
    if (term.effectiveFrom > at) return 'scheduled';
    if (!runs(term)) return 'ended';
    return term.basis === 'contracted' && isOverridden ? 'overridden' : 'in_force';
  };
  return ordered.reverse().map((term) => ({ term, state: stateOf(term), effective_to: term.cancelledAt === null ? endOf(term, holding[term.basis]) : null }));
};

/** The least that is contracted from one instant to another, which is what an override must not pass without a second person. */
export const leastContracted = (terms: readonly SetTerm[], from: string, to: string | null): number => {
  const contracted = terms.filter(({ basis, cancelledAt }) => basis === 'contracted' && cancelledAt === null).sort(byBeginning);
  const holding = contracted.filter((term) => {
    const end = endOf(term, contracted);
    return (to === null || term.effectiveFrom < to) && (end === null || end > from);
  });
  return Math.min(...holding.map(({ requestsPerSecond }) => requestsPerSecond));
};
