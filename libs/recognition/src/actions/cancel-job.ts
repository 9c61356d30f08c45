import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { telling, type Database, type Queue } from '@inkproof/platform';
import type { Certify, Erase, OpenDeletion, Under } from '@inkproof/retention';
import { hasEnded } from '../model/job.js';
import type { JobRows } from '../store/job-rows.js';
import type { SettleJob } from './settle-job.js';

/** Workers at work on a document of the job stop when they hear of this. */
export const stopTopic = (jobId: string): string => `${jobId}/stop`;

const SWEEP: Actor = { kind: 'system', id: 'sweep', requestId: null };

/** Ends a job if it has not ended, and erases its files and all that was read, unless somebody holds them. */
export class CancelJob {
  constructor(
    private readonly database: Database,
    private readonly rows: JobRows,
    private readonly settle: SettleJob,
    private readonly queue: Queue,
    private readonly erase: Erase,
    private readonly open: OpenDeletion,
    private readonly certify: Certify,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such job. One that merely ran out, which nobody did, leaves no entry in the audit log. */
  async for(tenantId: Id<'ten'>, jobId: Id<'job'>, by: Actor | null): Promise<boolean> {
    const erased = await this.#cancel(tenantId, jobId, by);
    // What cannot be certified now is by the next round.
    if (erased) await this.certify.for(tenantId, erased.id).catch(() => undefined);
    return erased !== undefined;
  }

  /** Undefined when there is no such job, null when nothing of it was erased. */
  #cancel(tenantId: Id<'ten'>, jobId: Id<'job'>, by: Actor | null): Promise<Under | null | undefined> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      await this.erase.prepare(run, tenantId);
      const job = await this.rows.lock(run, tenantId, jobId);
      if (!job) return undefined;
      const now = this.clock.now();
      if (!hasEnded(job.state)) {
        const waiting = await this.rows.cancelDocuments(run, tenantId, jobId, now);
        await this.queue.drop(run, 'document', waiting);
        await this.settle.within(run, tenantId, jobId, job);
        await run(telling(stopTopic(jobId)));
      }
      const under = by ? this.open.asked(run, tenantId, [jobId], by) : this.open.expired(run, tenantId, 1, SWEEP);
      const outcome = await this.erase.within(run, tenantId, 'job_result', [jobId], under);
      if (outcome.held.size > 0 && by) await this.erase.refuse(run, tenantId, 'job_result', outcome, by);
      if (by) await this.trail.append(run, tenantId, { action: 'job.cancelled', by, targets: [jobId], details: { was: job.state } });
      await run(telling(jobId));
      return outcome.erased.length > 0 ? under : null;
    });
  }
}
