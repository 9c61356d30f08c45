import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, wire } from '@inkproof/platform';
import { Approvals } from './actions/approvals.js';
import { ChangePassword } from './actions/change-password.js';
import { EndSession } from './actions/end-session.js';
import { FoundTenant } from './actions/found-tenant.js';
import { IssueKey } from './actions/issue-key.js';
import { RecogniseKey } from './actions/recognise-key.js';
import { RecogniseSession } from './actions/recognise-session.js';
import { RevokeKey } from './actions/revoke-key.js';
import { SignInThrottle } from './actions/sign-in-throttle.js';
import { CheckPassword, OpenSession } from './actions/sign-in.js';
import { ApprovalController } from './http/approval.controller.js';
import { SessionCookie } from './http/cookie.js';
import { DoorGuard } from './http/door.guard.js';
import { KeyController } from './http/key.controller.js';
import { SessionController } from './http/session.controller.js';
import { KeyStrategy, PasswordStrategy, SessionStrategy } from './http/strategies.js';
import { ApprovalStore } from './store/approval-store.js';
import { KeyStore } from './store/key-store.js';
import { SessionStore } from './store/session-store.js';

@Global()
@Module({
  imports: [PassportModule, AuditModule],
  controllers: [ApprovalController, KeyController, SessionController],
  providers: [
    wire(ApprovalStore),
    wire(Approvals, ApprovalStore, Trail, Ids, Clock),
    wire(KeyStore, Database),
    wire(SessionStore, Database),
    wire(FoundTenant, Ids, Clock),
    wire(RevokeKey, Database, KeyStore, Trail, Clock),
    { provide: IssueKey, inject: [Database, KeyStore, Trail, Ids, Clock, Config], useFactory: (database: Database, store: KeyStore, trail: Trail, ids: Ids, clock: Clock, config: Config) => new IssueKey(database, store, trail, ids, clock, config.secrets.keyPepper) },
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
    wire(KeyStrategy, RecogniseKey),
    wire(SessionStrategy, RecogniseSession, SessionCookie),
    wire(PasswordStrategy, CheckPassword),
    { ...wire(DoorGuard, Config), provide: APP_GUARD },
  ],
  exports: [Approvals, FoundTenant, IssueKey],
})
export class IdentityModule {}
