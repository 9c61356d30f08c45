import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { telling, type Database, type Queue } from '@inkproof/platform';
import { hasEnded } from '../model/job.js';
import type { JobRows } from '../store/job-rows.js';
import type { SettleJob } from './settle-job.js';

/** Workers at work on a document of the job stop when they hear of this. */
export const stopTopic = (jobId: string): string => `${jobId}/stop`;

/** Ends a job if it has not ended, and erases its files and all that was read. */
export class CancelJob {
  constructor(
    private readonly database: Database,
    private readonly rows: JobRows,
    private readonly settle: SettleJob,
    private readonly queue: Queue,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such job. One that merely ran out, which nobody did, leaves no entry in the audit log. */
  for(tenantId: Id<'ten'>, jobId: Id<'job'>, by: Actor | null): Promise<boolean> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const job = await this.rows.lock(run, tenantId, jobId);
      if (!job) return false;
      const now = this.clock.now();
      if (!hasEnded(job.state)) {
        const waiting = await this.rows.cancelDocuments(run, tenantId, jobId, now);
        await this.queue.drop(run, 'document', waiting);
        await this.settle.within(run, tenantId, jobId, job);
        await run(telling(stopTopic(jobId)));
      }
      await this.rows.erase(run, tenantId, jobId, now);
      if (by) await this.trail.append(run, tenantId, { action: 'job.cancelled', by, targets: [jobId], details: { was: job.state } });
      await run(telling(jobId));
      return true;
    });
  }
}
