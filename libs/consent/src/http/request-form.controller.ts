import { Controller, Inject } from '@nestjs/common';
import { api, type FormRequest, requestKinds, type RequestKind, type RequestStatus } from '@inkproof/contract';
import { VisitedBy, visitor, type Visitor } from '@inkproof/identity';
import { Clock } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { AskByForm } from '../actions/ask-by-form.js';
import { FollowRequest, type Followed } from '../actions/follow-request.js';
import { SealedWords } from '../actions/sealed-words.js';
import { showStatus } from './show-request.js';

const { requestForms } = api;
interface Link {
  link: string;
}

/** What people do who have no account here. */
@Controller()
export class RequestFormController {
  constructor(
    @Inject(AskByForm) private readonly ask: AskByForm,
    @Inject(FollowRequest) private readonly follow: FollowRequest,
    @Inject(SealedWords) private readonly words: SealedWords,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(requestForms.find)
  async find(@Given.params(requestForms.find.params) { slug }: { slug: string }): Promise<{ tenant: string; answer_days: number; kinds: RequestKind[] }> {
    const { tenant, answerDays } = await this.ask.look(slug);
    return { tenant, answer_days: answerDays, kinds: [...requestKinds] };
  }

  @Answers(requestForms.send)
  async send(@Given.params(requestForms.send.params) { slug }: { slug: string }, @Given.body(requestForms.send.body) asked: FormRequest, @VisitedBy() { from, requestId }: Visitor): Promise<void> {
    await this.ask.with(slug, asked, from, visitor(requestId));
  }

  @Answers(requestForms.status)
  async status(@Given.body(requestForms.status.body) { link }: Link, @VisitedBy() { from }: Visitor): Promise<RequestStatus> {
    return this.#show(await this.follow.see(link, from));
  }

  @Answers(requestForms.confirm)
  async confirm(@Given.body(requestForms.confirm.body) { link }: Link, @VisitedBy() { from, requestId }: Visitor): Promise<RequestStatus> {
    return this.#show(await this.follow.confirm(link, from, visitor(requestId)));
  }

  @Answers(requestForms.withdraw)
  async withdraw(@Given.body(requestForms.withdraw.body) { link }: Link, @VisitedBy() { from, requestId }: Visitor): Promise<RequestStatus> {
    return this.#show(await this.follow.withdraw(link, from, visitor(requestId)));
  }

  async #show(followed: Followed): Promise<RequestStatus> {
    return showStatus(followed, await this.words.opener(followed.request.tenantId, followed.request.id), this.clock.now());
  }
}
