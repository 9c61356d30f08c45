import type { ProblemCode, Recognition } from '@inkproof/contract';
import { isStoreUnavailable, type Database, type Metrics } from '@inkproof/platform';
import type { LedgerEntry, LedgerStore, Verdict } from '@inkproof/quota';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecognitionStore } from '../store/recognition-store.js';
import type { Call } from './call.js';

/** A reading took seconds of work: a store that is gone for a moment is waited for before it is thrown away. */
const PATIENCE_MS = 5_000;
const TRY_EVERY_MS = 250;

const UNIQUE_VIOLATION = '23505';

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === UNIQUE_VIOLATION;

const blank = { recognitionId: null, pages: 0, billedPages: 0, durationMs: 0 };

/** Writes what became of a call: the result and its ledger entry together, or the entry alone. */
export class RecordCall {
  constructor(
    private readonly database: Database,
    private readonly recognitions: RecognitionStore,
    private readonly ledger: LedgerStore,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  async accepted(call: Call, verdict: Verdict, recognition: Recognition): Promise<void> {
    const { tenantId } = call.caller;
    const { pages, billed_pages } = recognition.usage;
    const entry: LedgerEntry = { ...this.#head(call, verdict), outcome: 'accepted', code: null, recognitionId: recognition.id, pages, billedPages: billed_pages, durationMs: recognition.duration_ms };
    const rows = [...this.recognitions.writing(tenantId, entry.keyId, recognition, call.file), this.ledger.writing(tenantId, entry)];
    if (call.keeping) rows.push(call.keeping(recognition));
    await this.#patiently(() => this.database.writeAsTenant(tenantId, rows));
    this.metrics.recognitions.inc({ outcome: 'accepted', code: '' });
    this.metrics.pages.inc(pages);
  }

  refused(call: Call, verdict: Verdict): Promise<void> {
    return this.#note(call, { ...this.#head(call, verdict), ...blank, outcome: 'refused', code: 'rate.exceeded' });
  }

  failed(call: Call, verdict: Verdict, code: ProblemCode, durationMs: number): Promise<void> {
    return this.#note(call, { ...this.#head(call, verdict), ...blank, outcome: 'failed', code, durationMs });
  }

  #head({ caller, requestId }: Call, { at }: Verdict): Pick<LedgerEntry, 'at' | 'requestId' | 'keyId' | 'channel'> {
    return { at, requestId, keyId: caller.kind === 'key' ? caller.keyId : null, channel: caller.kind === 'key' ? 'api' : 'console' };
  }

  /** The caller has their answer already decided; a note that cannot be written must not change it. */
  async #note({ caller, requestId }: Call, entry: LedgerEntry): Promise<void> {
    this.metrics.recognitions.inc({ outcome: entry.outcome, code: entry.code ?? '' });
    await this.ledger.add(caller.tenantId, entry).catch((error: unknown) => this.log.warn({ err: error, request_id: requestId, outcome: entry.outcome, code: entry.code }, 'a ledger entry was not written'));
  }

  async #patiently(write: () => Promise<void>): Promise<void> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (let tries = 1; ; tries++) {
      try {
        return await write();
      } catch (error) {
        // The connection broke after the store had committed and before it could say so. Ids are never drawn twice, so what stands there is ours.
        if (tries > 1 && isTaken(error)) return;
        if (performance.now() >= untilMs || !isStoreUnavailable(error)) throw error;
        await sleep(TRY_EVERY_MS);
      }
    }
  }
}
