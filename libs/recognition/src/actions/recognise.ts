import { showReliance } from '@inkproof/consent';
import { Refusal, type ProblemCode, type Recognition } from '@inkproof/contract';
import { engineLanguages, type DocumentCaps, type Place, type Reading, type ReadOptions } from '@inkproof/engine';
import type { Clock, Ids } from '@inkproof/kernel';
import { isStoreUnavailable, type Config, type Metrics } from '@inkproof/platform';
import type { Admission, Admit, Plan } from '@inkproof/quota';
import type { Logger } from 'pino';
import { describe } from '../model/describe.js';
import { engineOptions } from '../model/engine-options.js';
import { chosenLanguages, languagesRead } from '../model/languages.js';
import { showOutputs } from '../model/outputs.js';
import { refusalFor } from '../model/refusals.js';
import { askedToKeep, keptFrom } from '../model/retention.js';
import type { Call } from './call.js';
import type { Readers } from './readers.js';
import type { RecordCall } from './record-call.js';
import type { ScreenResult } from './screen-result.js';

/** What the plan of a caller lets one call weigh, as the engine asks for it. */
export const capsOf = ({ pageMaxPixels, callMaxPages }: Plan): DocumentCaps => ({ maxPixels: pageMaxPixels, maxPages: callMaxPages });

/** Beyond its deadline a call has this long to be recorded before others take it for lost. */
const RECORDED_WITHIN_MS = 60_000;
/** Forms have what is left of the deadline, and this much where reading took nearly all of it: the pages are billed, so a moment more is given to what was asked for with them. */
const FORMS_AT_LEAST_MS = 10_000;

/** One recognition: checked, admitted, read, metered, recorded. The order is the policy; nothing is read before it is permitted. */
export class Recognise {
  constructor(
    private readonly admit: Pick<Admit, 'call'>,
    private readonly readers: Readers,
    private readonly record: RecordCall,
    private readonly screen: ScreenResult,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  async for(call: Call): Promise<Recognition> {
    const { caller, plan, file, options, signal } = call;
    const asked = engineOptions(options, engineLanguages, this.readers.installed());
    const { pages } = await this.readers.open({ file, pages: options.pages, caps: capsOf(plan), lane: caller.tenantId, signal, ...(asked.password !== undefined && { password: asked.password }) }).catch(refuse);
    const place = await this.readers.place({ lane: caller.tenantId, laneLimit: plan.readingsAtOnce }).catch(refuse);
    try {
      return await this.#admitted(call, { ...asked, pages }, place);
    } finally {
      place.leave();
    }
  }

  async #admitted(call: Call, options: ReadOptions & { pages: readonly number[] }, place: Place): Promise<Recognition> {
    const admission = await this.admit.call(call, { pages: options.pages.length, recordedWithinMs: call.plan.deadlineMs + RECORDED_WITHIN_MS });
    const startedMs = performance.now();
    try {
      const reading = await this.#read(call, options, place);
      const recognition = await this.#tell(call, admission, reading, Math.round(performance.now() - startedMs));
      await this.record.accepted(call, admission, recognition);
      this.metrics.reading.observe(recognition.duration_ms / 1_000);
      return recognition;
    } catch (error) {
      const refusal = refusalFor(error);
      await this.record.failed(call, admission, codeOf(refusal), Math.round(performance.now() - startedMs));
      throw refusal;
    }
  }

  #read({ caller, plan, file, signal }: Call, options: ReadOptions, place: Place): Promise<Reading> {
    return this.readers.read({ file, options, caps: capsOf(plan), lane: caller.tenantId, laneLimit: plan.readingsAtOnce, urgency: 'call', place, deadlineMs: plan.deadlineMs, signal });
  }

  async #tell({ caller, plan, requestId, file, options, relied, signal }: Call, { at }: Admission, reading: Reading, durationMs: number): Promise<Recognition> {
    const chosen = chosenLanguages(options.languages, engineLanguages);
    const isKey = caller.kind === 'key';
    const described = describe(reading, {
      id: this.ids.next('rec'),
      requestId,
      jobId: null,
      createdAt: new Date(at),
      tag: options.tag ?? null,
      channel: isKey ? 'api' : 'console',
      environment: isKey ? caller.environment : 'live',
      languages: chosen === 'auto' || options.recipe ? languagesRead(reading.pages, engineLanguages) : chosen.map(({ tag }) => tag),
      retention: keptFrom(askedToKeep(options.retention, caller), this.clock.now(), { retentionMs: this.config.retentionMs, keepsDays: relied?.keepsDays }),
      durationMs,
    });
    const recognition = await this.screen.whole(caller.tenantId, described, relied ? showReliance(relied) : null);
    const source = { bytes: file, password: options.password, lane: caller.tenantId, signal, deadlineMs: Math.max(FORMS_AT_LEAST_MS, plan.deadlineMs - durationMs) };
    return { ...recognition, outputs: await showOutputs(options.outputs ?? [], recognition, source, (error) => this.log.error({ err: error, request_id: requestId }, 'a form of a result could not be made')) };
  }
}

const refuse = (error: unknown): never => {
  throw refusalFor(error);
};

/** What the caller will be told, as the ledger notes it. */
const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof Refusal) return error.code;
  return isStoreUnavailable(error) ? 'capacity.store_unavailable' : 'server.fault';
};
