import type { Down } from './ledger.js';
import { shared, type Span } from './span.js';

/** A time for which a tenant was on a plan. */
export interface Stay extends Span {
  plan: string;
}

/** Whom an outage that is not one tenant's touched: whoever was on one of these plans, or, without any, everybody. */
export interface OfPlans {
  plans: readonly string[];
}

/** What a tenant was on, one plan after the other, from those it left and the one it is on. */
export const staysOf = (past: readonly { plan: string; until: number }[], plan: string): Stay[] =>
  [...past, { plan, until: Infinity }].sort((a, b) => a.until - b.until).map((stay, i, all) => ({ ...stay, from: all[i - 1]?.until ?? -Infinity }));

/** The parts of an outage that a tenant had: all of one that was everybody's or its own; of others what fell on its time on their plans. */
export const hadBy = (stays: readonly Stay[], down: Down & OfPlans): Down[] =>
  down.plans.length === 0 ? [down] : stays.flatMap((stay) => (down.plans.includes(stay.plan) && shared(stay, down) ? [{ ...down, ...shared(stay, down)! }] : []));

/** The plans whose tenants had something that not everybody had, in order. */
export const plansIn = (downs: readonly OfPlans[]): string[] => [...new Set(downs.flatMap(({ plans }) => plans))].sort();
