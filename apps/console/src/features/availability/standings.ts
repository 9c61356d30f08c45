import type { AvailabilityStanding } from '@inkproof/contract';
import { provenShare } from '@inkproof/kernel';

/** Cinnabar where it is ours, ochre where it is somebody else's or was announced, and no more than a line where nobody looked. */
export const fillOf: Record<AvailabilityStanding, string> = {
  up: 'var(--c3)',
  unknown: 'var(--inset)',
  provider: 'var(--zhu)',
  maintenance: 'var(--zhe-fill)',
  third_party_network: 'var(--zhe-fill)',
  force_majeure: 'var(--zhe-fill)',
  suspension: 'var(--zhe-fill)',
  tenant: 'var(--zhe-fill)',
};

/** The share that was proven up, or a dash. */
export const upShare = (milliseconds: Record<AvailabilityStanding, number>): string => provenShare(milliseconds.up, milliseconds.unknown, Object.values(milliseconds).reduce((sum, ms) => sum + ms, 0)) ?? '—';

/** What was not up, the longest first, each with how long. */
export const lossesOf = (milliseconds: Record<AvailabilityStanding, number>): [standing: Exclude<AvailabilityStanding, 'up'>, ms: number][] =>
  (Object.entries(milliseconds) as [AvailabilityStanding, number][]).flatMap(([standing, ms]) => (standing !== 'up' && ms > 0 ? [[standing, ms] as [Exclude<AvailabilityStanding, 'up'>, number]] : [])).sort((a, b) => b[1] - a[1]);
