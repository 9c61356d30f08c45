import type { ProblemCode, Recognition } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, ObjectStore, Queue, Run } from '@inkproof/platform';
import { countReasons } from '@inkproof/quota';
import { hasEnded } from '../model/job.js';
import type { DocumentEnd, JobRows, LockedJob } from '../store/job-rows.js';
import type { RecognitionStore } from '../store/recognition-store.js';
import type { SettleJob } from './settle-job.js';

/** A document of a job, as the queue knows it. */
export interface DocumentAtWork {
  tenantId: Id<'ten'>;
  jobId: Id<'job'>;
  number: number;
  queueId: string;
}

/** Says in one transaction what became of a document: its result, its state and what follows from it, and that the queue is done with it. */
export class EndDocument {
  constructor(
    private readonly database: Database,
    private readonly rows: JobRows,
    private readonly objects: ObjectStore,
    private readonly recognitions: RecognitionStore,
    private readonly settle: SettleJob,
    private readonly queue: Queue,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** False when the document has ended before. */
  async read(work: DocumentAtWork, { keyId, expiresAt }: Pick<LockedJob, 'keyId' | 'expiresAt'>, recognition: Recognition, file: Uint8Array): Promise<boolean> {
    const resultId = this.ids.next('obj');
    const bytes = Buffer.from(JSON.stringify(recognition));
    const rows = [await this.objects.lay(work.tenantId, { id: resultId, class: 'job_result', bytes, expiresAt }), ...(await this.recognitions.lay(work.tenantId, keyId, recognition, file))];
    return this.#once(work, async (run, _, now) => {
      const written = await this.rows.endDocument(run, work.tenantId, work.jobId, work.number, {
        state: recognition.status,
        at: now,
        recognitionId: recognition.id,
        resultId,
        billedPages: recognition.usage.billed_pages,
        pageReasons: countReasons(recognition.usage, recognition.failed_pages.length),
      });
      if (!written) return false;
      await this.rows.weigh(run, work.tenantId, work.jobId, bytes.length);
      for (const row of rows) await run(row);
      return true;
    });
  }

  failed(work: DocumentAtWork, problem: { code: ProblemCode; detail: string }): Promise<boolean> {
    return this.#once(work, (run, _, at) => this.rows.endDocument(run, work.tenantId, work.jobId, work.number, { state: 'failed', at, problem } satisfies DocumentEnd));
  }

  #once({ tenantId, jobId, queueId }: DocumentAtWork, end: (run: Run, job: LockedJob, now: Date) => Promise<boolean>): Promise<boolean> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const job = await this.rows.lock(run, tenantId, jobId);
      if (!job || hasEnded(job.state) || !(await end(run, job, this.clock.now()))) return false;
      await this.settle.within(run, tenantId, jobId, job);
      await this.queue.complete(run, 'document', queueId);
      return true;
    });
  }
}
