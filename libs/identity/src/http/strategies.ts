import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Refusal, SignIn, type Endpoint, type ProblemCode } from '@inkproof/contract';
import { JSON_MAX_BYTES, match, readJson } from '@inkproof/platform';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Strategy as Custom } from 'passport-custom';
import { Strategy as Local } from 'passport-local';
import type { Presented, RecogniseKey } from '../actions/recognise-key.js';
import type { RecogniseSession } from '../actions/recognise-session.js';
import type { CheckPassword } from '../actions/sign-in.js';
import type { Caller } from '../model/caller.js';
import type { FoundPerson, FoundSession } from '../store/session-store.js';
import type { SessionCookie } from './cookie.js';
import type { RefusedNow } from './refused-now.js';

/** A request that the door has looked up in the contract. */
export interface DoorRequest extends Request {
  inkproofEndpoint?: Endpoint;
  inkproofRefusedNow?: RefusedNow;
}

const BEARER = /^Bearer +(\S+)$/i;

/** A program: `Authorization: Bearer ink_live_…`. Keys are never taken from an address. */
export class KeyStrategy extends PassportStrategy(Custom, 'api-key') {
  constructor(private readonly keys: RecogniseKey) {
    super();
  }

  validate(request: DoorRequest): Promise<Caller> {
    return this.keys.presented(...this.#presentedBy(request));
  }

  again(request: DoorRequest): Promise<Caller> {
    return this.keys.stillPresented(...this.#presentedBy(request));
  }

  #presentedBy(request: DoorRequest): [secret: string, use: Presented] {
    const [, secret] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    if (!secret) throw new Refusal('key.malformed', 'The Authorization header must read: Bearer, a space, the API key');
    return [secret, { address: request.ip ?? '', endpoint: request.inkproofEndpoint! }];
  }
}

const callerOf = ({ id: sessionId, personId, tenant, staff }: FoundSession): Caller =>
  tenant ? { kind: 'member', tenantId: tenant.id, personId, sessionId, role: tenant.role } : { kind: 'staff', personId, sessionId, role: staff!.role };

export interface SessionRequest extends DoorRequest {
  inkproofSession?: FoundSession;
}

/** A person: the session cookie. */
export class SessionStrategy extends PassportStrategy(Custom, 'session-cookie') {
  constructor(
    private readonly sessions: RecogniseSession,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  async validate(request: SessionRequest): Promise<Caller> {
    request.inkproofSession = await this.sessions.presented(this.#tokenOf(request), request.ip ?? '');
    return callerOf(request.inkproofSession);
  }

  async again(request: SessionRequest): Promise<Caller> {
    request.inkproofSession = await this.sessions.stillPresented(this.#tokenOf(request));
    return callerOf(request.inkproofSession);
  }

  #tokenOf(request: Request): string {
    const token = this.cookie.read(request);
    if (!token) throw new Refusal('auth.required', 'Send an API key as `Authorization: Bearer …`, or sign in.');
    return token;
  }
}

/** A person at the door: e-mail address and password. */
export class PasswordStrategy extends PassportStrategy(Local, 'password') {
  constructor(private readonly passwords: CheckPassword) {
    super({ usernameField: 'email', passReqToCallback: true, session: false });
  }

  validate(request: Request & { id: string }, email: string, password: string): Promise<FoundPerson> {
    return this.passwords.of(email, password, request.ip ?? '', request.id);
  }
}

/** passport reports what a strategy threw; it goes on as it is, so that each refusal keeps its name. */
const passOn = <Who>(error: unknown, who: Who | false, otherwise: ProblemCode): Who => {
  if (error) throw error;
  if (!who) throw new Refusal(otherwise);
  return who;
};

export class KeyGuard extends AuthGuard('api-key') {
  override handleRequest<Who>(error: unknown, who: Who | false): Who {
    return passOn(error, who, 'auth.required');
  }
}

export class SessionGuard extends AuthGuard('session-cookie') {
  override handleRequest<Who>(error: unknown, who: Who | false): Who {
    return passOn(error, who, 'auth.required');
  }
}

export class PasswordGuard extends AuthGuard('password') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    request.body = match(SignIn, await readJson(request, JSON_MAX_BYTES));
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<Who>(error: unknown, who: Who | false): Who {
    return passOn(error, who, 'session.refused');
  }
}
