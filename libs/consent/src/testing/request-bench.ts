import type { SpecDatabase } from '@inkproof/spec-database';
import { AnswerRequest } from '../actions/answer-request.js';
import { AskByForm } from '../actions/ask-by-form.js';
import { BeginRequest } from '../actions/begin-request.js';
import { EraseForRequest } from '../actions/erase-for-request.js';
import { ExtendRequest } from '../actions/extend-request.js';
import { FollowRequest } from '../actions/follow-request.js';
import { ForwardRequest } from '../actions/forward-request.js';
import { IdentifyPerson } from '../actions/identify-person.js';
import { OpenRequest } from '../actions/open-request.js';
import { ProveRequest } from '../actions/prove-request.js';
import { ReadRequests } from '../actions/read-requests.js';
import { RequestDesks } from '../actions/request-desks.js';
import { RequestLinks } from '../actions/request-links.js';
import { RequestMail } from '../actions/request-mail.js';
import { RequestThrottle } from '../actions/request-throttle.js';
import { SealedWords } from '../actions/sealed-words.js';
import { SettleTask } from '../actions/settle-task.js';
import { TakeInRequest } from '../actions/take-in-request.js';
import { WatchRequests } from '../actions/watch-requests.js';
import { WithdrawAuthorisation } from '../actions/withdraw-authorisation.js';
import { WithdrawOfPerson } from '../actions/withdraw-of-person.js';
import { AuthorisationStore } from '../store/authorisation-store.js';
import { RequestStore } from '../store/request-store.js';
import { openConsentBench } from './consent-bench.js';
import { openEraser } from './open-eraser.js';

const URL = 'https://ocr.example';
export const PEPPER = 'pepper';

/** Requests of people on a database of their own, as the module wires them. */
export const openRequestBench = async (given?: SpecDatabase, connections?: number) => {
  const bench = await openConsentBench(given, connections);
  const { database, clock, ids, trail, seals, drawers, outbox, programs } = bench;
  const [store, authorisations] = [new RequestStore(), new AuthorisationStore()];
  const words = new SealedWords(drawers);
  const links = new RequestLinks('secret', URL);
  const mail = new RequestMail(outbox, links, URL);
  const desks = new RequestDesks(database, store, trail, clock);
  const eraser = openEraser(bench);
  const { holds } = eraser;
  const take = new TakeInRequest(store, desks, words, mail, programs, holds, trail, ids, clock, PEPPER);
  const open = new OpenRequest(database, store, words, mail, ids, clock);
  const throttle = new RequestThrottle(database, 'secret');
  return {
    ...bench, ...eraser, store, words, desks, links, take,
    ask: new AskByForm(database, store, throttle, take),
    forward: new ForwardRequest(database, take),
    read: new ReadRequests(database, store, clock),
    identify: new IdentifyPerson(open, store, holds, trail, PEPPER),
    begin: new BeginRequest(open, store, new WithdrawOfPerson(authorisations, new WithdrawAuthorisation(database, authorisations, trail, clock), clock), trail, ids),
    settle: new SettleTask(open, store, words, new EraseForRequest(database, store, eraser.deletion, eraser.carryOut, eraser.deletions), trail),
    extend: new ExtendRequest(open, store, trail),
    answer: new AnswerRequest(open, store, programs, trail),
    follow: new FollowRequest(database, store, open, links, throttle, mail, programs, trail, clock),
    prove: new ProveRequest(database, store, seals, clock),
    watch: new WatchRequests(database, store, open, mail, programs, trail, clock),
  };
};

export type RequestBench = Awaited<ReturnType<typeof openRequestBench>>;
