import type { Provider } from '@nestjs/common';
import { SealStore, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, Drawers, MailOutbox, wire } from '@inkproof/platform';
import { AskDeletion, CarryOut, DeletionStore, Holds } from '@inkproof/retention';
import { AnswerRequest } from './actions/answer-request.js';
import { AskByForm } from './actions/ask-by-form.js';
import { BeginRequest } from './actions/begin-request.js';
import { EraseForRequest } from './actions/erase-for-request.js';
import { ExtendRequest } from './actions/extend-request.js';
import { FollowRequest } from './actions/follow-request.js';
import { ForwardRequest } from './actions/forward-request.js';
import { IdentifyPerson } from './actions/identify-person.js';
import { OpenRequest } from './actions/open-request.js';
import { ProveRequest } from './actions/prove-request.js';
import { ReadRequests } from './actions/read-requests.js';
import { RequestDesks } from './actions/request-desks.js';
import { RequestLinks } from './actions/request-links.js';
import { RequestMail } from './actions/request-mail.js';
import { RequestThrottle } from './actions/request-throttle.js';
import { SealedWords } from './actions/sealed-words.js';
import { SettleTask } from './actions/settle-task.js';
import { TakeInRequest } from './actions/take-in-request.js';
import { TellPrograms } from './actions/tell-programs.js';
import { WatchRequests } from './actions/watch-requests.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { WithdrawOfPerson } from './actions/withdraw-of-person.js';
import { ForwardedRequestController } from './http/forwarded-request.controller.js';
import { RequestDeskController } from './http/request-desk.controller.js';
import { RequestFormController } from './http/request-form.controller.js';
import { SubjectRequestController } from './http/subject-request.controller.js';
import { AuthorisationStore } from './store/authorisation-store.js';
import { RequestStore } from './store/request-store.js';

export const requestControllers = [SubjectRequestController, RequestDeskController, RequestFormController, ForwardedRequestController];

/** What people ask of tenants about themselves. */
export const requestParts: Provider[] = [
  wire(RequestStore),
  wire(WithdrawOfPerson, AuthorisationStore, WithdrawAuthorisation, Clock),
  wire(SealedWords, Drawers),
  { provide: RequestLinks, inject: [Config], useFactory: ({ secrets, http }: Config) => new RequestLinks(secrets.session, http.consoleUrl) },
  { provide: RequestThrottle, inject: [Database, Config], useFactory: (database: Database, { secrets }: Config) => new RequestThrottle(database, secrets.session) },
  { provide: RequestMail, inject: [MailOutbox, RequestLinks, Config], useFactory: (outbox: MailOutbox, links: RequestLinks, { http }: Config) => new RequestMail(outbox, links, http.consoleUrl) },
  wire(RequestDesks, Database, RequestStore, Trail, Clock),
  {
    provide: TakeInRequest,
    inject: [RequestStore, RequestDesks, SealedWords, RequestMail, TellPrograms, Holds, Trail, Ids, Clock, Config],
    useFactory: (store: RequestStore, desks: RequestDesks, words: SealedWords, mail: RequestMail, programs: TellPrograms, holds: Holds, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new TakeInRequest(store, desks, words, mail, programs, holds, trail, ids, clock, secrets.keyPepper),
  },
  wire(AskByForm, Database, RequestStore, RequestThrottle, TakeInRequest),
  wire(ForwardRequest, Database, TakeInRequest),
  wire(OpenRequest, Database, RequestStore, SealedWords, RequestMail, Ids, Clock),
  wire(ReadRequests, Database, RequestStore, Clock),
  { provide: IdentifyPerson, inject: [OpenRequest, RequestStore, Holds, Trail, Config], useFactory: (open: OpenRequest, store: RequestStore, holds: Holds, trail: Trail, { secrets }: Config) => new IdentifyPerson(open, store, holds, trail, secrets.keyPepper) },
  wire(BeginRequest, OpenRequest, RequestStore, WithdrawOfPerson, Trail, Ids),
  wire(EraseForRequest, Database, RequestStore, AskDeletion, CarryOut, DeletionStore),
  wire(SettleTask, OpenRequest, RequestStore, SealedWords, EraseForRequest, Trail),
  wire(ExtendRequest, OpenRequest, RequestStore, Trail),
  wire(AnswerRequest, OpenRequest, RequestStore, TellPrograms, Trail),
  wire(FollowRequest, Database, RequestStore, OpenRequest, RequestLinks, RequestThrottle, RequestMail, TellPrograms, Trail, Clock),
  wire(ProveRequest, Database, RequestStore, SealStore, Clock),
  wire(WatchRequests, Database, RequestStore, OpenRequest, RequestMail, TellPrograms, Trail, Clock),
];
