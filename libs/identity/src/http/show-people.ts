import type { Invitation as ShownInvitation, Member, StaffPerson } from '@inkproof/contract';
import { isExpired, type Invitation } from '../model/invitation.js';
import type { Placed } from '../store/people-store.js';

export const showPlaced = <Shown extends Member | StaffPerson>({ personId, name, email, role, joinedAt }: Placed): Shown => ({ person: { id: personId, name, email }, role, joined_at: joinedAt.toISOString() }) as Shown;

export const showInvitation = (invitation: Invitation, now: Date): ShownInvitation => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  created_at: invitation.createdAt.toISOString(),
  sent_at: invitation.sentAt.toISOString(),
  expires_at: invitation.expiresAt.toISOString(),
  expired: isExpired(invitation, now),
});
