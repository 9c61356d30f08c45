import { Refusal, type ProblemCode, type Recognition } from '@inkproof/contract';
import { engineLanguages, inspect, type ReaderPool, type Reading } from '@inkproof/engine';
import type { Id, Ids } from '@inkproof/kernel';
import { isStoreUnavailable, type Config, type Metrics } from '@inkproof/platform';
import { overQuota, type QuotaStore, type Verdict } from '@inkproof/quota';
import { billPages } from '../model/billing.js';
import { chosenLanguages, type Language } from '../model/languages.js';
import { busy, refusalFor } from '../model/refusals.js';
import type { Call } from './call.js';
import type { RecordCall } from './record-call.js';

/** One recognition: checked, admitted, read, metered, recorded. The order is the policy; nothing is read before it is permitted. */
export class Recognise {
  constructor(
    private readonly quotas: QuotaStore,
    private readonly readers: ReaderPool,
    private readonly record: RecordCall,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  async for(call: Call): Promise<Recognition> {
    const languages = chosenLanguages(call.options.languages, engineLanguages);
    await inspect(call.file, this.config.uploads).catch(this.#refuse);
    const { busy: atWork, queued, total } = this.readers.state();
    if (atWork >= total && queued >= this.config.readers.maxQueued) throw busy();

    const verdict = await this.quotas.take(call.caller.tenantId);
    call.onVerdict(verdict);
    if (!verdict.accepted) {
      await this.record.refused(call, verdict);
      throw overQuota(verdict);
    }
    const startedMs = performance.now();
    try {
      const reading = await this.readers.read(call.file, { languages: languages.map(({ code }) => code) }, call.signal);
      const recognition = this.#describe(call, verdict, languages, reading, Math.round(performance.now() - startedMs));
      await this.record.accepted(call, verdict, recognition);
      this.metrics.reading.observe(recognition.duration_ms / 1_000);
      return recognition;
    } catch (error) {
      const refusal = refusalFor(error);
      await this.record.failed(call, verdict, codeOf(refusal), Math.round(performance.now() - startedMs));
      throw refusal;
    }
  }

  readonly #refuse = (error: unknown): never => {
    throw refusalFor(error);
  };

  #describe({ caller, requestId, options }: Call, verdict: Verdict, languages: Language[], reading: Reading, durationMs: number): Recognition {
    const billing = billPages(reading.pages, caller.kind === 'key' ? caller.environment : 'live');
    return {
      id: this.ids.next('rec') as Id<'rec'>,
      status: 'succeeded',
      request_id: requestId,
      created_at: new Date(verdict.at).toISOString(),
      tag: options.tag ?? null,
      channel: caller.kind === 'key' ? 'api' : 'console',
      languages: languages.map(({ tag }) => tag),
      text: reading.pages.map(({ text }) => text).join('\f'),
      confidence: meanConfidence(reading.pages),
      pages: reading.pages.map(({ blocks, ...page }) => ({
        ...page,
        unit: 'px',
        blocks: blocks.map((block) => ({ ...block, type: 'text', lines: block.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, source: 'ocr' })) })) })),
      })),
      usage: { pages: reading.pages.length, billed_pages: billing.filter(({ billed }) => billed).length, billing },
      recipe: { engine: reading.recipe.engine, languages: reading.recipe.languages, psm: reading.recipe.psm, steps: reading.recipe.steps, input_sha256: reading.recipe.inputSha256 },
      duration_ms: durationMs,
      advisory: true,
    };
  }
}

/** What the caller will be told, as the ledger notes it. */
const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof Refusal) return error.code;
  return isStoreUnavailable(error) ? 'capacity.store_unavailable' : 'server.fault';
};

/** The mean over the pages that have words, each page weighing what it holds. */
const meanConfidence = (pages: readonly { text: string; confidence: number | null }[]): number | null => {
  const read = pages.filter((page): page is { text: string; confidence: number } => page.confidence !== null);
  const weight = read.reduce((sum, { text }) => sum + text.length, 0);
  return weight ? read.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / weight : null;
};
