import type { NoticeDuty, NoticeKind, PlanKind } from '@inkproof/contract';

/** What changes for a tenant: its service is interrupted for maintenance, works otherwise, or ends; or something of its own was decided. */
export const changeSorts = ['maintenance', 'feature', 'cancellation', 'own_matter'] as const;
export type ChangeSort = (typeof changeSorts)[number];

export type Compatibility = 'compatible' | 'incompatible';

/** A matter of one tenant's is told to that tenant, whatever it pays. */
const ownMatter = { compatible: 'required', incompatible: 'required' } as const;
const said = (compatible: NoticeDuty, incompatible: NoticeDuty): Record<Compatibility, NoticeDuty> => ({ compatible, incompatible });

/**
 * What the agreement asks for, by plan, change and compatibility: 三.2(5) owes those who use the service for free no word of
 * their own, 三.2(6) tells paying ones of maintenance beforehand, 三.2(7) owes no word of what stays compatible. Whoever
 * tries the service out may become a paying customer and finds the word in the console, without mail.
 */
const table: Record<PlanKind, Record<ChangeSort, Record<Compatibility, NoticeDuty>>> = {
  free: {
    maintenance: said('changelog', 'changelog'),
    feature: said('changelog', 'changelog'),
    cancellation: said('changelog', 'changelog'),
    own_matter: ownMatter,
  },
  trial: {
    maintenance: said('changelog', 'optional'),
    feature: said('changelog', 'optional'),
    cancellation: said('optional', 'optional'),
    own_matter: ownMatter,
  },
  paid: {
    maintenance: said('optional', 'required'),
    feature: said('changelog', 'required'),
    cancellation: said('required', 'required'),
    own_matter: ownMatter,
  },
};

export const dutyOf = (plan: PlanKind, change: ChangeSort, compatibility: Compatibility): NoticeDuty => table[plan][change][compatibility];

/** What a kind of notice tells of. */
export const changeOf = (kind: NoticeKind): ChangeSort => {
  // An interruption, whether it was planned or not.
  if (kind.startsWith('maintenance.') || kind.startsWith('incident.')) return 'maintenance';
  if (kind.startsWith('api.')) return 'feature';
  return kind === 'service.cancelled' ? 'cancellation' : 'own_matter';
};
