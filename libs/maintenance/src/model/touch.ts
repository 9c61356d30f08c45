import type { ComponentName, MaintenanceImpact, MaintenanceState } from '@inkproof/contract';

export type Impacts = Readonly<Record<ComponentName, MaintenanceImpact>>;

const named = (impacts: Impacts, which: (impact: MaintenanceImpact) => boolean): ComponentName[] => (Object.keys(impacts) as ComponentName[]).filter((name) => which(impacts[name]));

/** The components that it changes at all. */
export const touchedBy = (impacts: Impacts): ComponentName[] => named(impacts, (impact) => impact !== 'none');

/** Those that are away now: from its start until its end, but for those that are back. */
export const closedBy = ({ state, impacts, restored }: { state: MaintenanceState; impacts: Impacts; restored: readonly string[] }): ComponentName[] =>
  state === 'in_progress' || state === 'verifying' ? named(impacts, (impact) => impact === 'unavailable').filter((name) => !restored.includes(name)) : [];

/** Whether a tenant on this plan is meant. A window without plans means all. */
export const meansPlan = ({ plans }: { plans: readonly string[] }, plan: string): boolean => plans.length === 0 || plans.includes(plan);
