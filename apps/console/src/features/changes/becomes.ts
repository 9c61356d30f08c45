import type { PlannedChange } from '@inkproof/contract';

export const valueOf = (value: unknown): string => (value === null ? '–' : Array.isArray(value) ? value.join(', ') || '–' : String(value));

/** What a change makes of things, in one line. */
export const becomesOf = (change: PlannedChange): string => (change.of === 'plan' ? change.words : Object.values(change.values).map(valueOf).join(' · '));
