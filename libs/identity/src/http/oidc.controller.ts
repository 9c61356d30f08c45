import { Controller, Inject, Req, Res } from '@nestjs/common';
import { api, Refusal, type SignInAnswer } from '@inkproof/contract';
import { Answers, Config, Given } from '@inkproof/platform';
import type { Request, Response } from 'express';
import { OpenSession } from '../actions/sign-in.js';
import { SignInThroughOidc } from '../actions/sign-in-through-oidc.js';
import { TakeSecondStep } from '../actions/take-second-step.js';
import { OidcCookie, SessionCookie } from './cookie.js';
import { showSession, showStep } from './show-session.js';
import { visitOf } from './visit.js';

/** The way in through another provider. Its word on second factors counts only where the operator said so; else ours is asked. */
@Controller()
export class OidcController {
  constructor(
    @Inject(SignInThroughOidc) private readonly through: SignInThroughOidc,
    @Inject(TakeSecondStep) private readonly secondStep: TakeSecondStep,
    @Inject(OpenSession) private readonly openSession: OpenSession,
    @Inject(OidcCookie) private readonly wayCookie: OidcCookie,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.session.beginOidc)
  async begin(@Res({ passthrough: true }) response: Response): Promise<{ url: string }> {
    const { url, ticket } = await this.through.begin();
    this.wayCookie.write(response, ticket);
    return { url };
  }

  @Answers(api.session.finishOidc)
  async finish(@Given.body(api.session.finishOidc.body) { query }: { query: string }, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignInAnswer> {
    const ticket = this.wayCookie.read(request);
    if (!ticket) throw new Refusal('oidc.refused', 'This browser did not ask for the sign-in that is answered here. Begin again.');
    this.wayCookie.clear(response);
    const visit = visitOf(request);
    const { person, isAssured } = await this.through.finish(query, ticket, visit.requestId);
    const step = isAssured ? null : await this.secondStep.offer(person, 'oidc');
    if (step) return { state: 'mfa_required', session: null, second_step: showStep(step) };
    const { session, token } = await this.openSession.for(person, { way: 'oidc', ...(isAssured && { second: 'provider' as const }) }, visit);
    this.cookie.write(response, token);
    return { state: 'signed_in', session: showSession(session, this.config.mfa.required), second_step: null };
  }
}
