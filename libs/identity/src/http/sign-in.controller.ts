import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { api, type PasskeyAnswer, type SecondStepProof, type Session, type SignInAnswer, type SignInOptions } from '@inkproof/contract';
import { Answers, Config, Given } from '@inkproof/platform';
import type { Request, Response } from 'express';
import { OidcProvider } from '../actions/oidc-provider.js';
import { Passkeys } from '../actions/passkeys.js';
import { OpenSession, type Entry } from '../actions/sign-in.js';
import { SignInWithPasskey } from '../actions/sign-in-with-passkey.js';
import { TakeSecondStep } from '../actions/take-second-step.js';
import type { FoundPerson } from '../store/session-store.js';
import { SessionCookie } from './cookie.js';
import { showSession, showStep } from './show-session.js';
import { PasswordGuard } from './strategies.js';
import { visitOf } from './visit.js';

/** The ways in: a password and its second step, or a passkey alone. */
@Controller()
export class SignInController {
  constructor(
    @Inject(OpenSession) private readonly openSession: OpenSession,
    @Inject(TakeSecondStep) private readonly secondStep: TakeSecondStep,
    @Inject(SignInWithPasskey) private readonly withPasskey: SignInWithPasskey,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(OidcProvider) private readonly oidc: OidcProvider,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.session.options)
  options(): SignInOptions {
    return { passkeys: this.passkeys.areAvailable, oidc: this.oidc.label === null ? null : { label: this.oidc.label } };
  }

  @Answers(api.session.signIn)
  @UseGuards(PasswordGuard)
  async signIn(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignInAnswer> {
    const person = request.user as FoundPerson;
    const step = await this.secondStep.offer(person, 'password');
    if (step) return { state: 'mfa_required', session: null, second_step: showStep(step) };
    return { state: 'signed_in', session: await this.#open(person, { way: 'password' }, request, response), second_step: null };
  }

  @Answers(api.session.secondStep)
  async takeSecondStep(@Given.body(api.session.secondStep.body) proof: SecondStepProof, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Session> {
    const { address, requestId } = visitOf(request);
    const { person, way, second } = await this.secondStep.take(proof, address, requestId);
    return this.#open(person, { way, second }, request, response);
  }

  @Answers(api.session.offerPasskey)
  offerPasskey(): ReturnType<SignInWithPasskey['offer']> {
    return this.withPasskey.offer();
  }

  @Answers(api.session.signInWithPasskey)
  async signInWithPasskey(@Given.body(api.session.signInWithPasskey.body) asked: { ticket: string; passkey: PasskeyAnswer }, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Session> {
    return this.#open(await this.withPasskey.take(asked), { way: 'passkey', second: 'passkey' }, request, response);
  }

  async #open(person: FoundPerson, entry: Entry, request: Request, response: Response): Promise<Session> {
    const { session, token } = await this.openSession.for(person, entry, visitOf(request));
    this.cookie.write(response, token);
    return showSession(session, this.config.mfa.required);
  }
}
