import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { CancelJob } from './cancel-job.js';
import type { Sweeper } from './keep-sweeping.js';

/** What became of a job can be looked up for so long. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1_000;

/** Erases jobs that have expired, and kept objects of any kind. */
export class SweepJobs implements Sweeper {
  constructor(
    private readonly database: Database,
    private readonly cancel: CancelJob,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.askAll('gate_forget_objects', now);
    await this.database.askAll('gate_forget_jobs', new Date(now.getTime() - REMEMBERED_MS));
    // The store tells a hundred at a time.
    for (let expired = await this.#expired(now); expired.length > 0; expired = await this.#expired(now)) for (const { id, tenant_id } of expired) await this.cancel.for(tenant_id, id, null);
  }

  #expired(now: Date): Promise<{ id: Id<'job'>; tenant_id: Id<'ten'> }[]> {
    return this.database.askAll('gate_find_expired_jobs', now);
  }
}
