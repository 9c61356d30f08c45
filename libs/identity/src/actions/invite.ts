import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { canonicalEmail } from '../model/email.js';
import { INVITATION_LASTS_MS, isExpired, whyNotInvite, type Invitation } from '../model/invitation.js';
import type { Role, Side } from '../model/side.js';
import type { InvitationStore } from '../store/invitation-store.js';
import type { PeopleStore } from '../store/people-store.js';
import type { MailInvitation } from './mail-invitation.js';
import { keyedHash, randomToken } from './secret-hash.js';
import { within } from './within.js';

/** Invites somebody to a tenant or to the staff, by mail. Whether the address has an account here makes no difference. */
export class Invite {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationStore,
    private readonly people: PeopleStore,
    private readonly mail: MailInvitation,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  to(side: Side, asked: { email: string; role: Role; locale: string }, by: Actor): Promise<Invitation> {
    const email = canonicalEmail(asked.email);
    const now = this.clock.now();
    const token = randomToken();
    return within(this.database, side, async (tx) => {
      await this.people.hold(tx, side);
      if ((await this.people.list(tx, side)).some((person) => person.email === email)) throw new Refusal('member.already');
      const waiting = await this.invitations.list(tx, side);
      const why = whyNotInvite(email, waiting, now);
      if (why) throw new Refusal(why);
      for (const old of waiting) if (old.email === email && isExpired(old, now)) await this.invitations.end(tx, side, old.id, 'withdrawn', now);
      const invitation: Invitation = { id: this.ids.next('inv'), side, role: asked.role, email, locale: asked.locale, invitedBy: by.id, createdAt: now, sentAt: now, sendings: 1, expiresAt: new Date(now.getTime() + INVITATION_LASTS_MS) };
      await this.invitations.add(tx, invitation, keyedHash(this.secret, token));
      await this.mail.in(tx, invitation, token);
      await this.trail.append(tx, side, { action: 'invitation.sent', by, targets: [invitation.id], details: { role: asked.role, sendings: 1 } });
      return invitation;
    });
  }
}
