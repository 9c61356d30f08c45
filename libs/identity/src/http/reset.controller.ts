import { Controller, Inject } from '@nestjs/common';
import { api } from '@inkproof/contract';
import { Answers, Given, type MailLocale } from '@inkproof/platform';
import { AskReset } from '../actions/ask-reset.js';
import { UseReset } from '../actions/use-reset.js';
import { VisitedBy, type Visitor } from './visitor.js';

@Controller()
export class ResetController {
  constructor(
    @Inject(AskReset) private readonly askReset: AskReset,
    @Inject(UseReset) private readonly useReset: UseReset,
  ) {}

  @Answers(api.passwordResets.ask)
  ask(@Given.body(api.passwordResets.ask.body) { email, locale }: { email: string; locale: MailLocale }, @VisitedBy() { from, requestId }: Visitor): Promise<void> {
    return this.askReset.for(email, locale, from, requestId);
  }

  @Answers(api.passwordResets.use)
  use(@Given.body(api.passwordResets.use.body) { token, password }: { token: string; password: string }, @VisitedBy() { from, requestId }: Visitor): Promise<void> {
    return this.useReset.with(token, password, from, requestId);
  }
}
