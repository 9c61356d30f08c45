import { relyingStatements } from '@inkproof/consent';
import type { ProblemCode, Recognition } from '@inkproof/contract';
import { isStoreUnavailable, type Database, type Metrics, type Statement } from '@inkproof/platform';
import { countReasons, isRecordedByOthers, settling, type CallAdmission, type CallHead, type HoldLeases, type LedgerEntry, type LedgerStore } from '@inkproof/quota';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecognitionStore } from '../store/recognition-store.js';
import type { Call } from './call.js';

/** A reading took seconds of work: a store that is gone for a moment is waited for before it is thrown away. */
const PATIENCE_MS = 5_000;
const TRY_EVERY_MS = 250;

const UNIQUE_VIOLATION = '23505';

/** Another try found a row of ours. */
const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === UNIQUE_VIOLATION && !isRecordedByOthers(error);

const blank = { recognitionId: null, pages: 0, billedPages: 0, pageReasons: {} };

/** What of an admission is recorded. */
type Admitted = Pick<CallAdmission, 'at' | 'lease' | 'entryId'>;

/** Writes what became of a call: the result and its ledger entry together, or the entry alone, and what it held until then. */
export class RecordCall {
  constructor(
    private readonly database: Database,
    private readonly recognitions: RecognitionStore,
    private readonly ledger: LedgerStore,
    private readonly held: Pick<HoldLeases, 'letGo'>,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  async accepted(call: Call, admitted: Admitted, recognition: Recognition): Promise<void> {
    const { tenantId } = call.caller;
    const { pages, billed_pages } = recognition.usage;
    const pageReasons = countReasons(recognition.usage, recognition.failed_pages.length);
    const entry: LedgerEntry = { ...this.#head(call, admitted), outcome: 'accepted', code: null, recognitionId: recognition.id, pages, billedPages: billed_pages, pageReasons, durationMs: recognition.duration_ms };
    // The result stands first: its id is ours alone, so that it tells our own record from one that others made.
    const rows = [this.ledger.recording(tenantId, admitted.entryId, entry), this.#settling(admitted, billed_pages)];
    if (call.keeping) rows.push(call.keeping(recognition));
    // Last, because calls that rely on the same authorisation wait for one another here.
    rows.push(...relyingStatements(tenantId, call.relied, admitted.at));
    let kept: Statement[] | undefined;
    await this.#patiently(async () => {
      // What is to be kept is laid down once, however often its rows are tried.
      kept ??= await this.recognitions.lay(tenantId, entry.keyId, recognition, call.file);
      await this.database.writeAsTenant(tenantId, [...kept, ...rows]);
    });
    this.metrics.recognitions.inc({ outcome: 'accepted', code: '' });
    this.metrics.pages.inc(pages);
    this.held.letGo(admitted.lease);
  }

  /** The caller has their answer already decided; a note that cannot be written must not change it. */
  async failed(call: Call, admitted: Admitted, code: ProblemCode, durationMs: number): Promise<void> {
    const { tenantId } = call.caller;
    const entry: LedgerEntry = { ...this.#head(call, admitted), ...blank, outcome: 'failed', code, durationMs };
    const rows = [this.ledger.recording(tenantId, admitted.entryId, entry), this.#settling(admitted, 0), ...relyingStatements(tenantId, call.relied, admitted.at)];
    this.metrics.recognitions.inc({ outcome: 'failed', code });
    await this.database.writeAsTenant(tenantId, rows).catch((error: unknown) => this.log.warn({ err: error, request_id: call.requestId, outcome: 'failed', code }, 'a ledger entry was not written'));
    this.held.letGo(admitted.lease);
  }

  /** What the call was billed counts in its month, and what it held is free, if it is recorded and not otherwise. */
  #settling({ at, lease: { tenantId, id } }: Admitted, billedPages: number): Statement {
    return settling({ tenantId, id, at }, billedPages);
  }

  #head({ caller, requestId, relied }: Call, { at }: Admitted): CallHead {
    const from = caller.kind === 'key' ? { keyId: caller.keyId, channel: 'api' as const, environment: caller.environment } : { keyId: null, channel: 'console' as const, environment: 'live' as const };
    return { at, requestId, route: 'recognitions', relied, ...from };
  }

  async #patiently(write: () => Promise<void>): Promise<void> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (let tries = 1; ; tries++) {
      try {
        return await write();
      } catch (error) {
        // The connection broke after the store had committed and before it could say so. Ids are never drawn twice, so what stands there is ours.
        if (tries > 1 && isTaken(error)) return;
        if (isRecordedByOthers(error)) throw new Error('This call was taken for lost, and others have recorded it', { cause: error });
        if (performance.now() >= untilMs || !isStoreUnavailable(error)) throw error;
        await sleep(TRY_EVERY_MS);
      }
    }
  }
}
