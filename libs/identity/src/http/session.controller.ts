import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Confirmation, type Session } from '@inkproof/contract';
import { Answers, Config, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { ChangePassword } from '../actions/change-password.js';
import { ConfirmSession } from '../actions/confirm-session.js';
import { EndSession } from '../actions/end-session.js';
import type { PersonCaller } from '../model/caller.js';
import { ActingBy, CalledByPerson } from './called-by.js';
import { SessionCookie } from './cookie.js';
import { showSession } from './show-session.js';
import type { SessionRequest } from './strategies.js';

/** A session that stands: who it is, confirming it, ending it, and the password behind it. */
@Controller()
export class SessionController {
  constructor(
    @Inject(ConfirmSession) private readonly confirmSession: ConfirmSession,
    @Inject(EndSession) private readonly endSession: EndSession,
    @Inject(ChangePassword) private readonly changePassword: ChangePassword,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.session.current)
  current(@Req() request: SessionRequest): Session {
    return showSession(request.inkproofSession!, this.config.mfa.required);
  }

  @Answers(api.session.signOut)
  async signOut(@CalledByPerson() caller: PersonCaller, @ActingBy() by: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.endSession.for(caller, by);
    this.cookie.clear(response);
  }

  @Answers(api.session.offerConfirmation)
  offerConfirmation(@CalledByPerson() caller: PersonCaller): ReturnType<ConfirmSession['offer']> {
    return this.confirmSession.offer(caller);
  }

  @Answers(api.session.confirm)
  async confirm(@CalledByPerson() caller: PersonCaller, @Given.body(api.session.confirm.body) shown: Confirmation, @ActingBy() by: Actor, @Req() request: SessionRequest, @Res({ passthrough: true }) response: Response): Promise<Session> {
    const { session, token } = await this.confirmSession.for(caller, request.inkproofSession!, shown, request.ip ?? '', by);
    this.cookie.write(response, token);
    return showSession(session, this.config.mfa.required);
  }

  @Answers(api.session.changePassword)
  change(@CalledByPerson() caller: PersonCaller, @Given.body(api.session.changePassword.body) asked: { current: string; next: string }, @ActingBy() by: Actor): Promise<void> {
    return this.changePassword.for(caller, asked, by);
  }
}
