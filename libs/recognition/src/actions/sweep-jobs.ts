import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { CancelJob } from './cancel-job.js';
import type { Sweeper } from './keep-sweeping.js';

/** Ends jobs that nobody finished in time, and forgets pieces of calls that nobody fetched. What jobs held is swept by retention. */
export class SweepJobs implements Sweeper {
  constructor(
    private readonly database: Database,
    private readonly cancel: CancelJob,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.askAll('gate_forget_objects', now);
    // The store tells a hundred at a time.
    for (let overdue = await this.#overdue(now); overdue.length > 0; overdue = await this.#overdue(now)) for (const { id, tenant_id } of overdue) await this.cancel.for(tenant_id, id, null);
  }

  #overdue(now: Date): Promise<{ id: Id<'job'>; tenant_id: Id<'ten'> }[]> {
    return this.database.askAll('gate_find_overdue_jobs', now);
  }
}
