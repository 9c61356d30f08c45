import type { Trail } from '@inkproof/audit';
import { Password, refusedField, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isExpired, type Invitation } from '../model/invitation.js';
import type { InvitationStore } from '../store/invitation-store.js';
import type { PeopleStore } from '../store/people-store.js';
import { hashPassword, isPassword } from './password.js';
import { keyedHash } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

export type OpenedInvitation = Invitation & { tenant: string | null; hasAccount: boolean };

interface Account {
  id: Id<'per'>;
  passwordHash: string;
  isStaff: boolean;
  isMember: boolean;
}


/** Opens and accepts invitations by the token in their mail. Whoever holds it has the mailbox, and may know what is in it. */
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationStore,
    private readonly people: PeopleStore,
    private readonly throttle: SignInThrottle,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async look(token: string, from: string): Promise<OpenedInvitation> {
    await this.throttle.admit(null, from, 'token');
    const invitation = await this.database.asProvider((tx) => this.#standing(tx, token));
    await this.throttle.forget(null, from, 'token');
    return { ...invitation, hasAccount: (await this.#account(invitation.email)) !== undefined };
  }

  /** Makes the account where there is none, and the place. Signs nobody in: that is done at the door, with all it asks for. */
  async with(token: string, { name, password }: { name?: string; password: string }, from: string, requestId: string): Promise<void> {
    const invitation = await this.look(token, from);
    const account = await this.#account(invitation.email);
    const passwordHash = account ? await this.#confirmed(account, invitation, password, from) : await this.#newHash(name, password);
    const now = this.clock.now();
    await this.database.asProvider(async (tx) => {
      const { id, side, role, email, locale } = invitation;
      await this.people.hold(tx, side);
      if (!(await this.invitations.end(tx, side, id, 'accepted', now, keyedHash(this.secret, token)))) throw new Refusal('invitation.void');
      const personId = account?.id ?? this.ids.next('per');
      if (!account) await tx.person.create({ data: { id: personId, name: name!, email, passwordHash, locale, createdAt: now } });
      await this.people.place(tx, side, personId, role, now);
      const by = { kind: side === 'provider' ? 'staff' : 'member', id: personId, role, requestId } as const;
      await this.trail.append(tx, side, { action: 'invitation.accepted', by, targets: [id, personId], details: { role, new_account: !account } });
    });
  }

  async #confirmed({ passwordHash, isStaff, isMember }: Account, { side, email }: Invitation, password: string, from: string): Promise<string> {
    await this.throttle.admit(email, from);
    if (!(await isPassword(passwordHash, password))) throw new Refusal('password.wrong', 'This address has an account here. Its password is needed to accept.');
    await this.throttle.forget(email, from);
    if (side === 'provider' ? isMember : isStaff) throw new Refusal('invitation.other_side');
    return passwordHash;
  }

  async #newHash(name: string | undefined, password: string): Promise<string> {
    if (name === undefined) throw refusedField('name', 'is needed for a new account');
    const read = Password.safeParse(password);
    if (!read.success) throw refusedField('password', read.error.issues[0]!.message);
    return hashPassword(password);
  }

  async #standing(tx: Tx, token: string): Promise<Invitation & { tenant: string | null }> {
    const invitation = await this.invitations.findByToken(tx, keyedHash(this.secret, token));
    if (!invitation || isExpired(invitation, this.clock.now())) throw new Refusal('invitation.void');
    return invitation;
  }

  async #account(email: string): Promise<Account | undefined> {
    const person = await this.database.asProvider((tx) => tx.person.findUnique({ where: { email }, select: { id: true, passwordHash: true, staff: { select: { role: true } }, _count: { select: { memberships: true } } } }));
    return person ? { id: person.id as Id<'per'>, passwordHash: person.passwordHash, isStaff: person.staff !== null, isMember: person._count.memberships > 0 } : undefined;
  }
}
