import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Session } from '@inkproof/contract';
import { Answers, Given } from '@inkproof/platform';
import type { Request, Response } from 'express';
import { ChangePassword } from '../actions/change-password.js';
import { EndSession } from '../actions/end-session.js';
import { OpenSession } from '../actions/sign-in.js';
import type { PersonCaller } from '../model/caller.js';
import type { FoundPerson, FoundSession } from '../store/session-store.js';
import { ActingBy, CalledByPerson } from './called-by.js';
import { SessionCookie } from './cookie.js';
import { PasswordGuard, type SessionRequest } from './strategies.js';

const show = ({ personId, name, email, tenant, staff, expiresAt }: FoundSession): Session => ({ person: { id: personId, name, email }, tenant, staff, expires_at: expiresAt.toISOString() });

@Controller()
export class SessionController {
  constructor(
    @Inject(OpenSession) private readonly openSession: OpenSession,
    @Inject(EndSession) private readonly endSession: EndSession,
    @Inject(ChangePassword) private readonly changePassword: ChangePassword,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Answers(api.session.signIn)
  @UseGuards(PasswordGuard)
  async signIn(@Req() request: Request & { id: string }, @Res({ passthrough: true }) response: Response): Promise<Session> {
    const { session, token } = await this.openSession.for(request.user as FoundPerson, request.id);
    this.cookie.write(response, token);
    return show(session);
  }

  @Answers(api.session.current)
  current(@Req() request: SessionRequest): Session {
    return show(request.inkproofSession!);
  }

  @Answers(api.session.signOut)
  async signOut(@CalledByPerson() caller: PersonCaller, @ActingBy() by: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.endSession.for(caller, by);
    this.cookie.clear(response);
  }

  @Answers(api.session.changePassword)
  change(@CalledByPerson() caller: PersonCaller, @Given.body(api.session.changePassword.body) asked: { current: string; next: string }, @ActingBy() by: Actor): Promise<void> {
    return this.changePassword.for(caller, asked, by);
  }
}
