import { billingReasons, type BillingReason, type PageReason, type ProblemCode } from '@inkproof/contract';
import type { LedgerEntry, PageReasons } from './ledger-entry.js';

const refusals: Partial<Record<ProblemCode, BillingReason>> = { 'rate.exceeded': 'refused_rate' };

/** A refusal by anything but a rate, the allowance or consent is for want of room. */
const refusedFor = (code: ProblemCode | null): BillingReason => (code === null ? 'refused_capacity' : (refusals[code] ?? (code.startsWith('allowance.') ? 'refused_allowance' : code.startsWith('rate.') ? 'refused_rate' : code.startsWith('consent.') ? 'refused_consent' : 'refused_capacity')));

/** What is wrong with a document is nobody's fault of ours. */
const failedFor = (code: ProblemCode | null): BillingReason => {
  if (code === 'request.interrupted') return 'cancelled';
  return code !== null && /^(image|document|recipe|language)\./.test(code) ? 'not_readable' : 'fault_of_ours';
};

/** Why a call was billed or not, in one word. */
export const reasonOf = ({ outcome, code, pageReasons }: Pick<LedgerEntry, 'outcome' | 'code' | 'pageReasons'>): BillingReason => {
  if (outcome === 'refused') return refusedFor(code);
  if (outcome === 'failed') return failedFor(code);
  const reasons = (Object.keys(pageReasons) as PageReason[]).filter((reason) => pageReasons[reason]);
  return reasons.length === 0 ? 'cancelled' : reasons.length === 1 ? reasons[0]! : 'mixed';
};

/** Counts what an answer says of its pages. */
export const countReasons = ({ billing }: { billing: readonly { reason: PageReason }[] }, failedPages: number): PageReasons => {
  const counts: PageReasons = failedPages ? { page_failed: failedPages } : {};
  for (const { reason } of billing) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

export const addReasons = (all: readonly PageReasons[]): PageReasons => {
  const sum: PageReasons = {};
  for (const one of all) for (const [reason, pages] of Object.entries(one) as [PageReason, number][]) sum[reason] = (sum[reason] ?? 0) + pages;
  return sum;
};

/** Pages that are billed by their reasons. */
export const billedBy = (reasons: PageReasons): number => (Object.entries(reasons) as [PageReason, number][]).reduce((sum, [reason, pages]) => sum + (billingReasons[reason].billed ? pages : 0), 0);
