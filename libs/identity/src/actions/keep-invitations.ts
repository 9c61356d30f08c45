import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { INVITATION_LASTS_MS, SENDINGS_MAX, type Invitation } from '../model/invitation.js';
import type { Side } from '../model/side.js';
import type { InvitationStore } from '../store/invitation-store.js';
import type { PeopleStore } from '../store/people-store.js';
import type { MailInvitation } from './mail-invitation.js';
import { keyedHash, randomToken } from './secret-hash.js';
import { within } from './within.js';

/** What becomes of invitations that wait: listed, sent again, withdrawn. */
export class KeepInvitations {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationStore,
    private readonly people: PeopleStore,
    private readonly mail: MailInvitation,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  list(side: Side): Promise<Invitation[]> {
    return within(this.database, side, (tx) => this.invitations.list(tx, side));
  }

  /** With a new token: the link before works no more. */
  resend(side: Side, id: Id<'inv'>, by: Actor): Promise<Invitation> {
    const now = this.clock.now();
    const token = randomToken();
    return within(this.database, side, async (tx) => {
      await this.people.hold(tx, side);
      const old = await this.invitations.find(tx, side, id);
      if (!old) throw new Refusal('invitation.not_found');
      if (old.sendings >= SENDINGS_MAX) throw new Refusal('invitation.too_many', `One invitation is sent ${SENDINGS_MAX} times at most. Withdraw it, and ask for the right address.`);
      const invitation: Invitation = { ...old, invitedBy: by.id, sentAt: now, sendings: old.sendings + 1, expiresAt: new Date(now.getTime() + INVITATION_LASTS_MS) };
      await this.invitations.renew(tx, side, id, keyedHash(this.secret, token), invitation);
      await this.mail.in(tx, invitation, token);
      await this.trail.append(tx, side, { action: 'invitation.sent', by, targets: [id], details: { role: invitation.role, sendings: invitation.sendings } });
      return invitation;
    });
  }

  withdraw(side: Side, id: Id<'inv'>, by: Actor): Promise<void> {
    return within(this.database, side, async (tx) => {
      if (!(await this.invitations.end(tx, side, id, 'withdrawn', this.clock.now()))) throw new Refusal('invitation.not_found');
      await this.trail.append(tx, side, { action: 'invitation.withdrawn', by, targets: [id], details: {} });
    });
  }
}
