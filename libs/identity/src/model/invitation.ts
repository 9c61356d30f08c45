import type { ProblemCode } from '@inkproof/contract';
import { DAY_MS, type Id } from '@inkproof/kernel';
import type { Role, Side } from './side.js';

export const INVITATION_LASTS_DAYS = 7;
export const INVITATION_LASTS_MS = INVITATION_LASTS_DAYS * DAY_MS;

/** Waiting at once, and mails to one address by one invitation: nobody makes a flood of mail with our sender. */
export const WAITING_MAX = 100;
export const SENDINGS_MAX = 5;

/** One that was neither accepted nor withdrawn. */
export interface Invitation {
  id: Id<'inv'>;
  side: Side;
  role: Role;
  email: string;
  locale: string;
  invitedBy: string;
  createdAt: Date;
  sentAt: Date;
  sendings: number;
  expiresAt: Date;
}

export const isExpired = ({ expiresAt }: Pick<Invitation, 'expiresAt'>, now: Date): boolean => expiresAt <= now;

/** Why an address cannot be invited; undefined when it can. An expired invitation may be followed by another. */
export const whyNotInvite = (email: string, waiting: readonly Invitation[], now: Date): ProblemCode | undefined => {
  const standing = waiting.filter((invitation) => !isExpired(invitation, now));
  if (standing.some((invitation) => invitation.email === email)) return 'invitation.waiting';
  return standing.length >= WAITING_MAX ? 'invitation.too_many' : undefined;
};
