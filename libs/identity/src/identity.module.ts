import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, Drawers, MailOutbox, wire } from '@inkproof/platform';
import { AddApp } from './actions/add-app.js';
import { AppSecrets } from './actions/app-secrets.js';
import { AddPasskey } from './actions/add-passkey.js';
import { Approvals } from './actions/approvals.js';
import { ChangePassword } from './actions/change-password.js';
import { CodeThrottle } from './actions/code-throttle.js';
import { ConfirmSession } from './actions/confirm-session.js';
import { DrawRecoveryCodes } from './actions/draw-recovery-codes.js';
import { EndSession } from './actions/end-session.js';
import { FoundTenant } from './actions/found-tenant.js';
import { IssueKey } from './actions/issue-key.js';
import { ChangeKey } from './actions/change-key.js';
import { KeepFactor } from './actions/keep-factor.js';
import { OidcProvider } from './actions/oidc-provider.js';
import { Passkeys } from './actions/passkeys.js';
import { ProveFactor } from './actions/prove-factor.js';
import { RecogniseKey } from './actions/recognise-key.js';
import { RecogniseSession } from './actions/recognise-session.js';
import { RemoveFactor } from './actions/remove-factor.js';
import { RenameFactor } from './actions/rename-factor.js';
import { ReportLeak } from './actions/report-leak.js';
import { RevokeKey } from './actions/revoke-key.js';
import { RevokeSessions } from './actions/revoke-sessions.js';
import { RotateKey } from './actions/rotate-key.js';
import { SignInThrottle } from './actions/sign-in-throttle.js';
import { SignInThroughOidc } from './actions/sign-in-through-oidc.js';
import { SignInWithPasskey } from './actions/sign-in-with-passkey.js';
import { CheckPassword, OpenSession } from './actions/sign-in.js';
import { SupportAccesses } from './actions/support-accesses.js';
import { TakeSecondStep } from './actions/take-second-step.js';
import { TellOfFactor } from './actions/tell-of-factor.js';
import { Tickets } from './actions/tickets.js';
import { ApprovalController } from './http/approval.controller.js';
import { OidcCookie, SessionCookie } from './http/cookie.js';
import { DoorGuard } from './http/door.guard.js';
import { FactorController } from './http/factor.controller.js';
import { KeyController } from './http/key.controller.js';
import { LeakController } from './http/leak.controller.js';
import { OidcController } from './http/oidc.controller.js';
import { OpenSessionController } from './http/open-session.controller.js';
import { SessionController } from './http/session.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { KeyStrategy, PasswordStrategy, SessionStrategy } from './http/strategies.js';
import { peopleControllers, peopleParts } from './people-parts.js';
import { ApprovalStore } from './store/approval-store.js';
import { FactorStore } from './store/factor-store.js';
import { KeyStore } from './store/key-store.js';
import { OidcLinkStore } from './store/oidc-link-store.js';
import { SessionStore } from './store/session-store.js';

@Global()
@Module({
  imports: [PassportModule, AuditModule],
  controllers: [ApprovalController, KeyController, LeakController, SignInController, OidcController, SessionController, OpenSessionController, FactorController, ...peopleControllers],
  providers: [
    wire(ApprovalStore),
    wire(Approvals, ApprovalStore, Trail, Ids, Clock),
    wire(KeyStore, Database),
    wire(SessionStore, Database),
    wire(FoundTenant, Ids, Clock),
    wire(RotateKey, Database, KeyStore, IssueKey, Trail, Clock),
    wire(ChangeKey, Database, KeyStore, Trail, Clock),
    wire(RevokeKey, Database, KeyStore, Trail, Clock),
    { provide: IssueKey, inject: [Database, KeyStore, Trail, Ids, Clock, Config], useFactory: (database: Database, store: KeyStore, trail: Trail, ids: Ids, clock: Clock, config: Config) => new IssueKey(database, store, trail, ids, clock, config.secrets.keyPepper) },
    { provide: ReportLeak, inject: [Database, KeyStore, Trail, MailOutbox, Clock, Config], useFactory: (database: Database, store: KeyStore, trail: Trail, outbox: MailOutbox, clock: Clock, config: Config) => new ReportLeak(database, store, trail, outbox, clock, { pepper: config.secrets.keyPepper, consoleUrl: config.http.consoleUrl }) },
    { provide: RecogniseKey, inject: [KeyStore, Clock, Config], useFactory: (store: KeyStore, clock: Clock, config: Config) => new RecogniseKey(store, clock, config.secrets.keyPepper) },
    { provide: SignInThrottle, inject: [Database, Clock, Config], useFactory: (database: Database, clock: Clock, config: Config) => new SignInThrottle(database, clock, config.secrets.session) },
    {
      provide: CheckPassword,
      inject: [Database, SessionStore, SignInThrottle, Trail, Config],
      useFactory: (database: Database, store: SessionStore, throttle: SignInThrottle, trail: Trail, config: Config) => new CheckPassword(database, store, throttle, trail, config.secrets.session),
    },
    wire(ChangePassword, Database, SessionStore, SignInThrottle, Trail),
    wire(EndSession, Database, SessionStore, Trail),
    {
      provide: OpenSession,
      inject: [Database, SessionStore, Trail, Ids, Clock, Config],
      useFactory: (database: Database, store: SessionStore, trail: Trail, ids: Ids, clock: Clock, config: Config) => new OpenSession(database, store, trail, ids, clock, config.secrets.session),
    },
    { provide: RecogniseSession, inject: [SessionStore, Clock, Config], useFactory: (store: SessionStore, clock: Clock, config: Config) => new RecogniseSession(store, clock, config.secrets.session) },
    wire(SessionCookie, Config),
    { provide: FactorStore, useClass: FactorStore },
    wire(AppSecrets, Database, FactorStore, Drawers),
    { provide: Passkeys, inject: [Config], useFactory: (config: Config) => new Passkeys(config.http.consoleUrl) },
    { provide: Tickets, inject: [Database, Clock, Config], useFactory: (database: Database, clock: Clock, config: Config) => new Tickets(database, clock, config.secrets.masterKey) },
    { provide: CodeThrottle, inject: [Database, Config], useFactory: (database: Database, config: Config) => new CodeThrottle(database, config.secrets.session) },
    {
      provide: ProveFactor,
      inject: [Database, FactorStore, Passkeys, SignInThrottle, CodeThrottle, Trail, Clock, AppSecrets, Config],
      useFactory: (database: Database, factors: FactorStore, passkeys: Passkeys, places: SignInThrottle, codes: CodeThrottle, trail: Trail, clock: Clock, apps: AppSecrets, { secrets }: Config) => new ProveFactor(database, factors, passkeys, { places, codes }, trail, clock, apps, secrets.keyPepper),
    },
    { provide: DrawRecoveryCodes, inject: [Database, FactorStore, Trail, Config], useFactory: (database: Database, factors: FactorStore, trail: Trail, { secrets }: Config) => new DrawRecoveryCodes(database, factors, trail, secrets.keyPepper) },
    { provide: TellOfFactor, inject: [Database, MailOutbox, Clock, Config], useFactory: (database: Database, outbox: MailOutbox, clock: Clock, { http }: Config) => new TellOfFactor(database, outbox, clock, http.consoleUrl) },
    wire(KeepFactor, Database, FactorStore, SessionStore, DrawRecoveryCodes, TellOfFactor, Trail, Ids, Clock),
    wire(AddApp, Database, FactorStore, KeepFactor, Tickets, SignInThrottle, Clock, AppSecrets),
    wire(AddPasskey, Database, FactorStore, KeepFactor, Tickets, Passkeys),
    wire(RenameFactor, Database, FactorStore, Trail),
    { provide: RemoveFactor, inject: [Database, FactorStore, SessionStore, TellOfFactor, Trail, Config], useFactory: (database: Database, factors: FactorStore, sessions: SessionStore, tell: TellOfFactor, trail: Trail, { mfa }: Config) => new RemoveFactor(database, factors, sessions, tell, trail, mfa.required) },
    wire(TakeSecondStep, Database, SessionStore, FactorStore, Passkeys, Tickets, ProveFactor, Trail),
    wire(SignInWithPasskey, Database, SessionStore, FactorStore, Passkeys, Tickets, Clock),
    {
      provide: ConfirmSession,
      inject: [Database, SessionStore, FactorStore, Passkeys, Tickets, ProveFactor, SignInThrottle, Trail, Clock, Config],
      useFactory: (database: Database, sessions: SessionStore, factors: FactorStore, passkeys: Passkeys, tickets: Tickets, prove: ProveFactor, throttle: SignInThrottle, trail: Trail, clock: Clock, { secrets }: Config) =>
        new ConfirmSession(database, sessions, factors, passkeys, tickets, prove, throttle, trail, clock, secrets.session),
    },
    wire(OidcCookie, Config),
    wire(OidcLinkStore, Database),
    { provide: OidcProvider, inject: [Config], useFactory: ({ oidc, http }: Config) => new OidcProvider(oidc, `${new URL(http.consoleUrl).origin}/sign-in/oidc`) },
    wire(SignInThroughOidc, Database, OidcProvider, OidcLinkStore, SessionStore, FactorStore, Tickets, Trail, Clock),
    wire(RevokeSessions, Database, SessionStore, Trail),
    ...peopleParts,
    wire(KeyStrategy, RecogniseKey),
    wire(SessionStrategy, RecogniseSession, SessionCookie),
    wire(PasswordStrategy, CheckPassword),
    { ...wire(DoorGuard, Config, Clock, KeyStore, KeyStrategy, SessionStrategy), provide: APP_GUARD },
  ],
  exports: [KeyStore, ChangeKey, Approvals, ReportLeak, SupportAccesses, FoundTenant, IssueKey],
})
export class IdentityModule {}
