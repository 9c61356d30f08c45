import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type IdentityCheck, type NewSubjectRequest, type RequestAnswer, type RequestKind, type RequestState, type RequestTaskSettling, type SubjectRequest, type SubjectRequestProof, type SubjectRequestSummary } from '@inkproof/contract';
import { ActingBy, CalledBy, CalledByTenant, type Caller, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { AnswerRequest } from '../actions/answer-request.js';
import { BeginRequest } from '../actions/begin-request.js';
import { ExtendRequest } from '../actions/extend-request.js';
import { IdentifyPerson } from '../actions/identify-person.js';
import { ProveRequest } from '../actions/prove-request.js';
import { ReadRequests } from '../actions/read-requests.js';
import { SealedWords } from '../actions/sealed-words.js';
import { SettleTask } from '../actions/settle-task.js';
import { TakeInRequest } from '../actions/take-in-request.js';
import type { StoredRequest } from '../store/request-store.js';
import { keepsRequests } from './keeps-requests.js';
import { proofPage } from './proof-page.js';
import { showRequest, showSummary } from './show-request.js';

const { subjectRequests } = api;
interface RequestId {
  id: Id<'dsr'>;
}

/** Requests of people, as their tenant works on them. */
@Controller()
export class SubjectRequestController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TakeInRequest) private readonly take: TakeInRequest,
    @Inject(ReadRequests) private readonly read: ReadRequests,
    @Inject(IdentifyPerson) private readonly identifyPerson: IdentifyPerson,
    @Inject(BeginRequest) private readonly beginRequest: BeginRequest,
    @Inject(SettleTask) private readonly settleTask: SettleTask,
    @Inject(ExtendRequest) private readonly extendRequest: ExtendRequest,
    @Inject(AnswerRequest) private readonly answerRequest: AnswerRequest,
    @Inject(ProveRequest) private readonly prove: ProveRequest,
    @Inject(SealedWords) private readonly words: SealedWords,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(subjectRequests.create)
  async create(@CalledByTenant() caller: TenantCaller, @Given.body(subjectRequests.create.body) asked: NewSubjectRequest, @ActingBy() by: Actor): Promise<SubjectRequest> {
    const laid = await this.take.lay(caller.tenantId, asked);
    const id = await this.database.asTenant(caller.tenantId, (tx) => this.take.in(tx, caller.tenantId, laid, { source: 'tenant', by }));
    return this.#show(await this.read.one(caller.tenantId, id), caller);
  }

  @Answers(subjectRequests.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(subjectRequests.list.query) { cursor, limit, state, kind }: { cursor?: string; limit: number; state?: RequestState | 'open' | 'overdue'; kind?: RequestKind }): Promise<{ items: SubjectRequestSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.read.list(tenantId, { state, kind, below: cursor, size: limit + 1 }), limit);
    return { items: items.map((request) => showSummary(request, this.clock.now())), next_cursor: nextCursor };
  }

  @Answers(subjectRequests.find)
  async find(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.find.params) { id }: RequestId): Promise<SubjectRequest> {
    return this.#show(await this.read.one(caller.tenantId, id), caller);
  }

  @Answers(subjectRequests.identify)
  async identify(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.identify.params) { id }: RequestId, @Given.body(subjectRequests.identify.body) check: IdentityCheck, @ActingBy() by: Actor): Promise<SubjectRequest> {
    return this.#show(await this.identifyPerson.of(caller.tenantId, id, check, by), caller);
  }

  @Answers(subjectRequests.begin)
  async begin(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.begin.params) { id }: RequestId, @ActingBy() by: Actor): Promise<SubjectRequest> {
    return this.#show(await this.beginRequest.for(caller.tenantId, id, by), caller);
  }

  @Answers(subjectRequests.settle)
  async settle(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.settle.params) { id, task }: RequestId & { task: Id<'dst'> }, @Given.body(subjectRequests.settle.body) settling: RequestTaskSettling, @ActingBy() by: Actor): Promise<SubjectRequest> {
    return this.#show(await this.settleTask.as(caller.tenantId, id, task, settling, by), caller);
  }

  @Answers(subjectRequests.extend)
  async extend(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.extend.params) { id }: RequestId, @Given.body(subjectRequests.extend.body) more: { days: number; reason: string }, @ActingBy() by: Actor): Promise<SubjectRequest> {
    return this.#show(await this.extendRequest.by(caller.tenantId, id, more, by), caller);
  }

  @Answers(subjectRequests.answer)
  async answer(@CalledByTenant() caller: TenantCaller, @Given.params(subjectRequests.answer.params) { id }: RequestId, @Given.body(subjectRequests.answer.body) answer: RequestAnswer, @ActingBy() by: Actor): Promise<SubjectRequest> {
    return this.#show(await this.answerRequest.with(caller.tenantId, id, answer, by), caller);
  }

  @Answers(subjectRequests.proof)
  async proof(@CalledBy() caller: Caller, @CalledByTenant() { tenantId }: TenantCaller, @Given.params(subjectRequests.proof.params) { id }: RequestId, @Given.query(subjectRequests.proof.query) { format }: { format: 'json' | 'html' }, @Res({ passthrough: true }) response: Response): Promise<SubjectRequestProof | string> {
    const proof = await this.prove.of(tenantId, id, (request) => this.#show(request, caller));
    if (format === 'json') return proof;
    response.type('html').setHeader('Content-Disposition', `attachment; filename="${id}.html"`);
    return proofPage(proof);
  }

  async #show(request: StoredRequest, caller: Caller): Promise<SubjectRequest> {
    const [open, names] = await Promise.all([this.words.opener(request.tenantId, request.id), this.read.names(request)]);
    return showRequest(request, { open, names, mayKnow: keepsRequests(caller), now: this.clock.now() });
  }
}
