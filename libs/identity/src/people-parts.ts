import { Logger, type Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, MailOutbox, MailStore, wire } from '@inkproof/platform';
import { AcceptInvitation } from './actions/accept-invitation.js';
import { Approvals } from './actions/approvals.js';
import { AskReset } from './actions/ask-reset.js';
import { Invite } from './actions/invite.js';
import { KeepInvitations } from './actions/keep-invitations.js';
import { KeepPeople } from './actions/keep-people.js';
import { MailInvitation } from './actions/mail-invitation.js';
import { OpenMail } from './actions/open-mail.js';
import { SignInThrottle } from './actions/sign-in-throttle.js';
import { SupportAccesses } from './actions/support-accesses.js';
import { SwitchTenant } from './actions/switch-tenant.js';
import { TransferOwnership } from './actions/transfer-ownership.js';
import { UseReset } from './actions/use-reset.js';
import { InvitationController } from './http/invitation.controller.js';
import { MailController } from './http/mail.controller.js';
import { MemberController } from './http/member.controller.js';
import { PlaceController } from './http/place.controller.js';
import { ResetController } from './http/reset.controller.js';
import { StaffController } from './http/staff.controller.js';
import { SupportController } from './http/support.controller.js';
import { InvitationStore } from './store/invitation-store.js';
import { PeopleStore } from './store/people-store.js';
import { SessionStore } from './store/session-store.js';
import { SupportStore } from './store/support-store.js';

const settingsOf = ({ secrets, http }: Config) => ({ secret: secrets.session, consoleUrl: http.consoleUrl });

export const peopleControllers = [InvitationController, MailController, MemberController, PlaceController, ResetController, StaffController, SupportController];

/** Members, staff, their invitations, and passwords that were lost. */
export const peopleParts: Provider[] = [
  wire(PeopleStore),
  wire(InvitationStore),
  wire(SupportStore),
  {
    provide: SupportAccesses,
    inject: [Database, SupportStore, MailOutbox, Trail, Ids, Clock, Config],
    useFactory: (database: Database, store: SupportStore, outbox: MailOutbox, trail: Trail, ids: Ids, clock: Clock, config: Config) => new SupportAccesses(database, store, outbox, trail, ids, clock, config.http.consoleUrl),
  },
  wire(KeepPeople, Database, PeopleStore, MailOutbox, Trail, Clock),
  { provide: MailInvitation, inject: [MailOutbox, PeopleStore, Config], useFactory: (outbox: MailOutbox, people: PeopleStore, config: Config) => new MailInvitation(outbox, people, config.http.consoleUrl) },
  {
    provide: Invite,
    inject: [Database, InvitationStore, PeopleStore, MailInvitation, Trail, Ids, Clock, Config],
    useFactory: (database: Database, invitations: InvitationStore, people: PeopleStore, mail: MailInvitation, trail: Trail, ids: Ids, clock: Clock, config: Config) => new Invite(database, invitations, people, mail, trail, ids, clock, config.secrets.session),
  },
  {
    provide: KeepInvitations,
    inject: [Database, InvitationStore, PeopleStore, MailInvitation, Trail, Clock, Config],
    useFactory: (database: Database, invitations: InvitationStore, people: PeopleStore, mail: MailInvitation, trail: Trail, clock: Clock, config: Config) => new KeepInvitations(database, invitations, people, mail, trail, clock, config.secrets.session),
  },
  {
    provide: AcceptInvitation,
    inject: [Database, InvitationStore, PeopleStore, SignInThrottle, Trail, Ids, Clock, Config],
    useFactory: (database: Database, invitations: InvitationStore, people: PeopleStore, throttle: SignInThrottle, trail: Trail, ids: Ids, clock: Clock, config: Config) =>
      new AcceptInvitation(database, invitations, people, throttle, trail, ids, clock, config.secrets.session),
  },
  {
    provide: TransferOwnership,
    inject: [Database, PeopleStore, Approvals, MailOutbox, Trail, Clock, Config],
    useFactory: (database: Database, people: PeopleStore, approvals: Approvals, outbox: MailOutbox, trail: Trail, clock: Clock, config: Config) => new TransferOwnership(database, people, approvals, outbox, trail, clock, config.http.consoleUrl),
  },
  {
    provide: AskReset,
    inject: [Database, SessionStore, SignInThrottle, MailOutbox, Trail, Clock, Config],
    useFactory: (database: Database, sessions: SessionStore, throttle: SignInThrottle, outbox: MailOutbox, trail: Trail, clock: Clock, config: Config) => {
      const log = new Logger(AskReset.name);
      return new AskReset(database, sessions, throttle, outbox, trail, clock, settingsOf(config), (error) => log.error('a reset that was asked for was not mailed', (error as Error).stack));
    },
  },
  {
    provide: UseReset,
    inject: [Database, SignInThrottle, MailOutbox, Trail, Clock, Config],
    useFactory: (database: Database, throttle: SignInThrottle, outbox: MailOutbox, trail: Trail, clock: Clock, config: Config) => new UseReset(database, throttle, outbox, trail, clock, settingsOf(config)),
  },
  { provide: SwitchTenant, inject: [Database, Trail, Config], useFactory: (database: Database, trail: Trail, config: Config) => new SwitchTenant(database, trail, config.secrets.session) },
  { provide: OpenMail, inject: [Database, MailStore, Trail, Config], useFactory: (database: Database, mails: MailStore, trail: Trail, config: Config) => new OpenMail(database, mails, trail, config.mail.server !== null) },
];
