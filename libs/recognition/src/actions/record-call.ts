import type { ProblemCode, Recognition } from '@inkproof/contract';
import { isStoreUnavailable, type Database, type Metrics, type Statement } from '@inkproof/platform';
import { countReasons, type CallHead, type LedgerEntry, type LedgerStore, type Verdict } from '@inkproof/quota';
import type { Id } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecognitionStore } from '../store/recognition-store.js';
import type { Call } from './call.js';

/** A reading took seconds of work: a store that is gone for a moment is waited for before it is thrown away. */
const PATIENCE_MS = 5_000;
const TRY_EVERY_MS = 250;

const UNIQUE_VIOLATION = '23505';

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === UNIQUE_VIOLATION;

const blank = { recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs: 0 };

/** Beyond its deadline a call has this long to be recorded before others take it for lost. */
const RECORDED_WITHIN_MS = 60_000;

/** A call that was admitted and is to be recorded. */
export interface BegunCall {
  id: Id<'use'>;
  /** Whether the ledger knows that it was begun. */
  isNoted: Promise<boolean>;
}

/** Writes what became of a call: the result and its ledger entry together, or the entry alone. */
export class RecordCall {
  constructor(
    private readonly database: Database,
    private readonly recognitions: RecognitionStore,
    private readonly ledger: LedgerStore,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  /** Notes that the call is at work, while it begins: a node that dies on it leaves a trace, and the call stands in the ledger all the same. */
  begin(call: Call, verdict: Verdict): BegunCall {
    const { id, written } = this.ledger.begin(call.caller.tenantId, this.#head(call, verdict), call.plan.deadlineMs + RECORDED_WITHIN_MS);
    const isNoted = written.then(
      () => true,
      (error: unknown) => {
        this.log.warn({ err: error, request_id: call.requestId }, 'a call that began was not noted');
        return false;
      },
    );
    return { id, isNoted };
  }

  async accepted(call: Call, verdict: Verdict, begun: BegunCall, recognition: Recognition): Promise<void> {
    const { tenantId } = call.caller;
    const { pages, billed_pages } = recognition.usage;
    const pageReasons = countReasons(recognition.usage, recognition.failed_pages.length);
    const entry: LedgerEntry = { ...this.#head(call, verdict), outcome: 'accepted', code: null, recognitionId: recognition.id, pages, billedPages: billed_pages, pageReasons, durationMs: recognition.duration_ms };
    const rows = [...this.recognitions.writing(tenantId, entry.keyId, recognition, call.file), await this.#recording(tenantId, begun, entry)];
    if (call.keeping) rows.push(call.keeping(recognition));
    await this.#patiently(() => this.database.writeAsTenant(tenantId, rows));
    this.metrics.recognitions.inc({ outcome: 'accepted', code: '' });
    this.metrics.pages.inc(pages);
  }

  refused(call: Call, verdict: Verdict): Promise<void> {
    const entry: LedgerEntry = { ...this.#head(call, verdict), ...blank, outcome: 'refused', code: 'rate.exceeded' };
    return this.#note(call, entry, this.ledger.writing(call.caller.tenantId, entry));
  }

  async failed(call: Call, verdict: Verdict, begun: BegunCall, code: ProblemCode, durationMs: number): Promise<void> {
    const entry: LedgerEntry = { ...this.#head(call, verdict), ...blank, outcome: 'failed', code, durationMs };
    return this.#note(call, entry, await this.#recording(call.caller.tenantId, begun, entry));
  }

  #head({ caller, requestId }: Call, { at }: Verdict): CallHead {
    const from = caller.kind === 'key' ? { keyId: caller.keyId, channel: 'api' as const, environment: caller.environment } : { keyId: null, channel: 'console' as const, environment: 'live' as const };
    return { at, requestId, route: 'recognitions', ...from };
  }

  async #recording(tenantId: Id<'ten'>, { id, isNoted }: BegunCall, entry: LedgerEntry): Promise<Statement> {
    return this.ledger.recording(tenantId, id, await isNoted, entry);
  }

  /** The caller has their answer already decided; a note that cannot be written must not change it. */
  async #note({ caller, requestId }: Call, { outcome, code }: LedgerEntry, statement: Statement): Promise<void> {
    this.metrics.recognitions.inc({ outcome, code: code ?? '' });
    await this.database.writeAsTenant(caller.tenantId, [statement]).catch((error: unknown) => this.log.warn({ err: error, request_id: requestId, outcome, code }, 'a ledger entry was not written'));
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
