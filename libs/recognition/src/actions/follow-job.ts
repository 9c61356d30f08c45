import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Id } from '@inkproof/kernel';
import type { AskDoor, Shut } from '@inkproof/maintenance';
import type { News } from '@inkproof/platform';
import { hasEnded } from '../model/job.js';
import type { JobStore, ReadPage, SeenJob } from '../store/job-store.js';
import type { ScreenResult } from './screen-result.js';

/** News are heard at once; this is for a line that is down. */
const LOOK_AT_LEAST_EVERY_MS = 5_000;
const PAGES_AT_ONCE = 20;

/** Something to tell whoever follows a job. `place` is how far in its pages they are then. */
export type JobEvent = { kind: 'job'; job: SeenJob; place: number } | { kind: 'page'; page: ReadPage; place: number };

/** Watches jobs for people and programs that wait. */
export class FollowJob implements BeforeApplicationShutdown {
  readonly #stopping = new AbortController();

  constructor(
    private readonly jobs: JobStore,
    private readonly news: News,
    private readonly screen: ScreenResult,
    private readonly asking: Pick<AskDoor, 'whyShut'>,
  ) {}

  beforeApplicationShutdown(): void {
    this.#stopping.abort();
  }

  /** The job, as soon as it has ended or the time is over. */
  async untilEnd(tenantId: Id<'ten'>, id: string, waitMs: number, hungUp: AbortSignal): Promise<SeenJob | undefined> {
    const untilMs = performance.now() + waitMs;
    const signal = AbortSignal.any([hungUp, this.#stopping.signal]);
    for (;;) {
      // Heard from before the look, so that nothing falls between the two.
      const heard = new AbortController();
      const leftMs = untilMs - performance.now();
      const change = this.news.next(id, Math.max(0, Math.min(leftMs, LOOK_AT_LEAST_EVERY_MS)), AbortSignal.any([signal, heard.signal]));
      const job = await this.see(tenantId, id).catch((error: unknown) => {
        heard.abort();
        throw error;
      });
      if (!job || hasEnded(job.record.state) || leftMs <= 0 || signal.aborted) {
        heard.abort();
        return job;
      }
      await change;
    }
  }

  async see(tenantId: Id<'ten'>, id: string): Promise<SeenJob | undefined> {
    const record = await this.jobs.find(tenantId, id);
    if (record?.state !== 'queued') return record && { record, position: null, waiting: null };
    return { record, position: await this.jobs.position(tenantId, id), waiting: await this.waiting(tenantId) };
  }

  /** By what maintenance jobs of a tenant that are queued are held back. */
  waiting(tenantId: Id<'ten'>): Promise<Shut | null> {
    return this.asking.whyShut('jobs', tenantId);
  }

  /** Everything that happens from now on, beginning with how it stands and with the pages behind `place`. Ends with the job. */
  async *events(tenantId: Id<'ten'>, id: string, place: number, hungUp: AbortSignal): AsyncGenerator<JobEvent | undefined> {
    const signal = AbortSignal.any([hungUp, this.#stopping.signal]);
    let told = '';
    let at = place;
    while (!signal.aborted) {
      const heard = new AbortController();
      const change = this.news.next(id, LOOK_AT_LEAST_EVERY_MS, AbortSignal.any([signal, heard.signal]));
      try {
        const job = await this.see(tenantId, id);
        if (!job) return;
        let pages: ReadPage[];
        do {
          pages = await this.jobs.handOut(tenantId, id, { after: at, size: PAGES_AT_ONCE });
          for (const page of await this.screen.read(tenantId, pages, job.record.declaredCategories)) yield { kind: 'page', page, place: (at = page.place) };
        } while (pages.length === PAGES_AT_ONCE && !signal.aborted);
        const standing = JSON.stringify(job);
        if (standing !== told) yield { kind: 'job', job, place: at };
        // Nothing to tell is a sign of life.
        else yield undefined;
        told = standing;
        if (hasEnded(job.record.state)) return;
        await change;
      } finally {
        heard.abort();
      }
    }
  }
}
