import type { Endpoint, MemberRole, StaffRole } from '@inkproof/contract';

const MINUTE_MS = 60_000;

/** A session that nobody uses ends after this. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;

/** However much it is used, a session ends after this. */
export const SESSION_LONGEST_MS = 7 * 24 * 60 * MINUTE_MS;

/** How long a sign-in or a confirmation lets acts pass that ask for it. */
export const CONFIRMED_MS = 5 * MINUTE_MS;

/** When a session that is used now ends if it is not used again. */
export const endOf = (createdAt: Date, now: Date): Date => new Date(Math.min(now.getTime() + SESSION_MS, createdAt.getTime() + SESSION_LONGEST_MS));

/** Until when acts pass without another confirmation. */
export const confirmedUntil = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + CONFIRMED_MS);

export interface HeldSession {
  tenant: { role: MemberRole } | null;
  staff: { role: StaffRole } | null;
  assured: boolean;
  confirmedAt: Date;
}

/** Staff can reach into many tenants and owners can give a whole one away: theirs are the sessions worth stealing. */
export const mustEnrol = ({ tenant, staff, assured }: Pick<HeldSession, 'tenant' | 'staff' | 'assured'>, isEnforced: boolean): boolean => isEnforced && !assured && (staff !== null || tenant?.role === 'owner');

/** Why an endpoint that is open to a person's role stays shut for their session now, if it does. */
export const heldBack = ({ stepUp, beforeEnrolment }: Pick<Endpoint, 'stepUp' | 'beforeEnrolment'>, session: HeldSession, { isEnforced, now }: { isEnforced: boolean; now: Date }): 'mfa.enrolment_required' | 'session.step_up_required' | undefined => {
  if (!beforeEnrolment && mustEnrol(session, isEnforced)) return 'mfa.enrolment_required';
  return stepUp && now > confirmedUntil(session.confirmedAt) ? 'session.step_up_required' : undefined;
};
