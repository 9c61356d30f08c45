import { relyingStatements } from '@inkproof/consent';
import type { Clock, Id } from '@inkproof/kernel';
import type { Announce } from '@inkproof/notice';
import { telling, type Run } from '@inkproof/platform';
import { addReasons, settling, type LedgerEntry, type LedgerStore } from '@inkproof/quota';
import { jobEnd, pagesOf, type EndState } from '../model/job.js';
import type { JobRows, LockedJob } from '../store/job-rows.js';

/** Ends a job once its last document has ended: its state, its one charge and its announcement, in the transaction of that document. */
export class SettleJob {
  constructor(
    private readonly rows: JobRows,
    private readonly ledger: LedgerStore,
    private readonly announce: Pick<Announce, 'writing'>,
    private readonly clock: Clock,
    private readonly keepMs: number,
  ) {}

  /** `job` as it was locked in this transaction. */
  async within(run: Run, tenantId: Id<'ten'>, jobId: Id<'job'>, job: LockedJob): Promise<EndState | undefined> {
    let documents = await this.rows.documents(run, tenantId, jobId);
    const state = jobEnd(documents.map((document) => document.state));
    await run(telling(jobId));
    if (!state) return undefined;
    if (documents.some(({ recognitionId }) => recognitionId === null)) {
      await this.rows.billHanded(run, tenantId, jobId);
      documents = await this.rows.documents(run, tenantId, jobId);
    }
    const now = this.clock.now();
    await this.rows.endJob(run, tenantId, jobId, state, now, new Date(now.getTime() + this.keepMs));
    const billedPages = documents.reduce((total, document) => total + document.billedPages, 0);
    const [only] = documents;
    // What was handed out before it failed was accepted.
    const isFailure = state === 'failed' && billedPages === 0;
    const entry: LedgerEntry = {
      at: job.admittedAt,
      requestId: job.requestId,
      keyId: job.keyId,
      channel: job.channel,
      environment: job.environment,
      route: 'jobs',
      relied: job.relied,
      outcome: isFailure ? 'failed' : 'accepted',
      code: isFailure ? (only?.problemCode ?? null) : null,
      recognitionId: documents.length === 1 ? (only?.recognitionId as Id<'rec'> | null) : null,
      pages: documents.reduce((total, document) => total + pagesOf(document), 0),
      billedPages,
      pageReasons: addReasons(documents.map(({ pageReasons }) => pageReasons ?? {})),
      durationMs: now.getTime() - job.createdAt.getTime(),
    };
    await run(this.ledger.writing(tenantId, entry));
    await run(settling({ tenantId, id: jobId, at: job.admittedAt }, entry.billedPages));
    await run(this.announce.writing(tenantId, `job.${state}`, jobId, { id: jobId, status: state, tag: job.tag, documents: documents.length, pages: entry.pages, billed_pages: entry.billedPages, created_at: job.createdAt, finished_at: now }));
    for (const statement of relyingStatements(tenantId, job.relied, now.toISOString())) await run(statement);
    return state;
  }
}
