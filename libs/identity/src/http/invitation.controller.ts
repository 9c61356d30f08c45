import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Invitation as ShownInvitation, type OpenedInvitation } from '@inkproof/contract';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { AcceptInvitation } from '../actions/accept-invitation.js';
import { Invite } from '../actions/invite.js';
import { KeepInvitations } from '../actions/keep-invitations.js';
import type { TenantCaller } from '../model/caller.js';
import type { Role, Side } from '../model/side.js';
import { ActingBy, CalledByTenant } from './called-by.js';
import { showInvitation } from './show-people.js';
import { VisitedBy, type Visitor } from './visitor.js';

interface InvitationId {
  id: Id<'inv'>;
}
interface Asked {
  email: string;
  role: Role;
  locale: string;
}
interface List {
  items: ShownInvitation[];
}
const { invitations, staffInvitations } = api;

/** Invitations to a tenant and to the staff, and their acceptance by whoever got one. */
@Controller()
export class InvitationController {
  constructor(
    @Inject(Invite) private readonly invite: Invite,
    @Inject(KeepInvitations) private readonly kept: KeepInvitations,
    @Inject(AcceptInvitation) private readonly acceptance: AcceptInvitation,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(invitations.list)
  list(@CalledByTenant() { tenantId }: TenantCaller): Promise<List> {
    return this.#list(tenantId);
  }

  @Answers(invitations.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(invitations.create.body) asked: Asked, @ActingBy() by: Actor): Promise<ShownInvitation> {
    return this.#show(await this.invite.to(tenantId, asked, by));
  }

  @Answers(invitations.look)
  async look(@Given.body(invitations.look.body) { token }: { token: string }, @VisitedBy() { from }: Visitor): Promise<OpenedInvitation> {
    const { side, tenant, role, email, hasAccount, expiresAt } = await this.acceptance.look(token, from);
    return { side: side === 'provider' ? 'provider' : 'tenant', tenant, role, email, has_account: hasAccount, expires_at: expiresAt.toISOString() };
  }

  @Answers(invitations.accept)
  accept(@Given.body(invitations.accept.body) { token, ...given }: { token: string; name?: string; password: string }, @VisitedBy() { from, requestId }: Visitor): Promise<void> {
    return this.acceptance.with(token, given, from, requestId);
  }

  @Answers(invitations.resend)
  async resend(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(invitations.resend.params) { id }: InvitationId, @ActingBy() by: Actor): Promise<ShownInvitation> {
    return this.#show(await this.kept.resend(tenantId, id, by));
  }

  @Answers(invitations.withdraw)
  withdraw(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(invitations.withdraw.params) { id }: InvitationId, @ActingBy() by: Actor): Promise<void> {
    return this.kept.withdraw(tenantId, id, by);
  }

  @Answers(staffInvitations.list)
  listForStaff(): Promise<List> {
    return this.#list('provider');
  }

  @Answers(staffInvitations.create)
  async createForStaff(@Given.body(staffInvitations.create.body) asked: Asked, @ActingBy() by: Actor): Promise<ShownInvitation> {
    return this.#show(await this.invite.to('provider', asked, by));
  }

  @Answers(staffInvitations.resend)
  async resendForStaff(@Given.params(staffInvitations.resend.params) { id }: InvitationId, @ActingBy() by: Actor): Promise<ShownInvitation> {
    return this.#show(await this.kept.resend('provider', id, by));
  }

  @Answers(staffInvitations.withdraw)
  withdrawForStaff(@Given.params(staffInvitations.withdraw.params) { id }: InvitationId, @ActingBy() by: Actor): Promise<void> {
    return this.kept.withdraw('provider', id, by);
  }

  async #list(side: Side): Promise<List> {
    return { items: (await this.kept.list(side)).map((invitation) => this.#show(invitation)) };
  }

  #show(invitation: Parameters<typeof showInvitation>[0]): ShownInvitation {
    return showInvitation(invitation, this.clock.now());
  }
}
