import type { Actor } from '@inkproof/audit';
import type { StopsWork, WatchEndings } from '@inkproof/ending';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { JobRows } from '../store/job-rows.js';
import type { CancelJob } from './cancel-job.js';

/** Cancels what a tenant has entrusted and nobody has read yet, when its service ends. */
export class EndJobs implements StopsWork {
  constructor(
    endings: WatchEndings,
    private readonly database: Database,
    private readonly rows: JobRows,
    private readonly cancel: CancelJob,
  ) {
    endings.register(this);
  }

  async stop(tenantId: Id<'ten'>, by: Actor): Promise<void> {
    for (const id of await this.database.changeAsTenant(tenantId, (run) => this.rows.unfinished(run, tenantId))) await this.cancel.for(tenantId, id, by);
  }
}
