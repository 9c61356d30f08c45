import type { PassGate, Reliance } from '@inkproof/consent';
import { Refusal, type RecognitionOptions } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import type { Clock } from '@inkproof/kernel';
import { type Answer, hangUpOf, idempotencyKeyOf, type IdempotentCalls, markReplay, type TimedRequest } from '@inkproof/platform';
import { rateLimitFields, type Admit, type Plan, type PlanStore, type Standing } from '@inkproof/quota';
import type { Response } from 'express';
import { busy } from '../model/refusals.js';
import { assertMayKeep } from '../model/retention.js';
import { bytesToFetch, type UploadBudget } from '../model/upload-budget.js';
import { answerOnce, type Keeping } from './answer-once.js';
import type { Source } from './read-upload.js';

export type UploadRequest = TimedRequest & { id: string };

/** Who sends files, and how they are answered. */
export interface Sender {
  caller: TenantCaller;
  request: UploadRequest;
  response: Response;
}

/** What somebody sent, and what goes with it until it is answered. */
export interface Sent<Given> {
  given: Given;
  /** What permits it to hold personal information; absent where it declares none. */
  relied: Reliance | undefined;
  plan: Plan;
  /** Of all its files together. */
  maxBytes: number;
  signal: AbortSignal;
  onVerdict: (standing: Standing) => void;
  /** Present when the answer is to be kept for a repetition. */
  keeping?: Keeping;
}

/** How to read one kind of upload. */
export interface Form<Given> {
  /** Most bytes of one call. */
  maxBytes: (plan: Plan) => number;
  read: (request: UploadRequest, maxBytes: number, plan: Plan) => Promise<Given>;
  /** Everything in it that makes it differ from others. */
  parts: (given: Given) => { sources: readonly Source[]; options: object };
}

/** As the ledger names it. */
const routeOf = ({ path, query }: UploadRequest): 'jobs' | 'recognitions' => (path === '/v1/jobs' || query['async'] === 'true' ? 'jobs' : 'recognitions');

/** What calls that send files have in common: room for the bytes, one run for each Idempotency-Key, and what is left of the quota on every answer. */
export class TakeUpload {
  constructor(
    private readonly plans: Pick<PlanStore, 'lately'>,
    private readonly gate: Pick<PassGate, 'for'>,
    private readonly admit: Pick<Admit, 'look' | 'unlessPressing' | 'noteRefused'>,
    private readonly budget: UploadBudget,
    private readonly idempotent: IdempotentCalls,
    private readonly clock: Clock,
  ) {}

  async for<Given extends { options: RecognitionOptions }>({ caller, request, response }: Sender, form: Form<Given>, run: (sent: Sent<Given>) => Promise<Answer>): Promise<unknown> {
    const signal = hangUpOf(response);
    let isTold = false;
    const tell = (left: Standing): void => {
      isTold = true;
      if (!response.headersSent) response.set(rateLimitFields(left));
    };
    let letGo: (() => void) | undefined;
    const hold = (bytes: number): void => {
      letGo?.();
      letGo = this.budget.hold(caller.tenantId, bytes);
      if (!letGo) throw busy();
    };
    try {
      // What a repetition is answered was counted before, so it is not turned away.
      if (idempotencyKeyOf(request.headers) === undefined) await this.admit.unlessPressing({ caller, requestId: request.id, onVerdict: tell }, routeOf(request));
      const plan = await this.plans.lately(caller.tenantId);
      const maxBytes = form.maxBytes(plan);
      const sentBytes = Math.min(Number(request.headers['content-length'] ?? maxBytes) || maxBytes, maxBytes);
      hold(sentBytes);
      const given = await form.read(request, maxBytes, plan);
      const parts = form.parts(given);
      const addresses = parts.sources.filter((source) => 'url' in source).length;
      if (addresses > 0) hold(bytesToFetch({ sentBytes, addresses, fileMaxBytes: plan.uploadMaxBytes, maxBytes }));
      const answer = await answerOnce(this.idempotent, request, caller, parts, async (keeping) => run({ given, relied: await this.#passGate({ caller, request, response }, given.options), plan, maxBytes, signal, onVerdict: tell, ...(keeping && { keeping }) }));
      markReplay(response, answer);
      return answer.body;
    } finally {
      // A call that was turned away before the quota was asked, or answered before, still learns what is left of it.
      if (!isTold) await this.admit.look(caller).then(tell, () => {});
      letGo?.();
    }
  }

  /** Before anything of the picture is fetched, opened or stored. A call that is turned away here stands in the ledger and has taken nothing. */
  async #passGate({ caller, request }: Sender, { personal_information: declared, retention }: RecognitionOptions): Promise<Reliance | undefined> {
    try {
      const relied = await this.gate.for(caller.tenantId, declared);
      assertMayKeep(retention, relied?.keepsDays);
      return relied;
    } catch (error) {
      if (error instanceof Refusal) this.admit.noteRefused({ caller, requestId: request.id }, routeOf(request), error.code, this.clock.now().toISOString());
      throw error;
    }
  }
}
