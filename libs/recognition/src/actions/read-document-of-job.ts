import type { DocumentFacts, PageReading, Reading } from '@inkproof/engine';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, News, ObjectStore } from '@inkproof/platform';
import { billPages } from '../model/billing.js';
import { hasEnded } from '../model/job.js';
import type { JobOptions, JobRows, LockedJob } from '../store/job-rows.js';
import type { JobStore } from '../store/job-store.js';
import { stopTopic } from './cancel-job.js';
import type { Readers } from './readers.js';

/** Beyond this nobody believes that it will still end. */
const DOCUMENT_DEADLINE_MS = 12 * 60 * 60 * 1_000;
const UNIQUE_VIOLATION = '23505';

/** The job has ended without this document: there is nobody to read it for. */
export class NothingToRead extends Error {
  override readonly name = 'NothingToRead';
}

/** A document that was read, and what is needed to say so. */
export interface DocumentRead {
  job: LockedJob;
  asked: JobOptions;
  file: Buffer;
  tag: string | null;
  reading: Reading;
}

/** Reads a document of a job, page by page. Each page is kept as soon as it is there, and a page that is kept is not read again. */
export class ReadDocumentOfJob {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobStore,
    private readonly rows: JobRows,
    private readonly objects: ObjectStore,
    private readonly readers: Readers,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, jobId: Id<'job'>, number: number, claim: AbortSignal): Promise<DocumentRead> {
    // Watched from before it is taken, so that no cancelling falls between.
    const { stop, release } = this.#watch(tenantId, jobId);
    try {
      const taken = await this.database.changeAsTenant(tenantId, async (run) => {
        const job = await this.rows.lock(run, tenantId, jobId);
        const document = job && (await this.rows.take(run, tenantId, jobId, number, this.news.presence, this.clock.now()));
        return document && { job, ...document };
      });
      const asked = taken && (await this.jobs.options(tenantId, jobId));
      const file = taken && (await this.objects.get(tenantId, taken.fileId));
      if (!taken || !asked || !file) throw new NothingToRead();
      const reading = await this.#read(tenantId, jobId, number, file, asked, taken.job.environment, AbortSignal.any([claim, stop.signal]), stop);
      return { job: taken.job, asked, file, tag: taken.tag, reading };
    } finally {
      release();
    }
  }

  async #read(tenantId: Id<'ten'>, jobId: Id<'job'>, number: number, file: Buffer, asked: JobOptions, environment: LockedJob['environment'], signal: AbortSignal, stop: AbortController): Promise<Reading> {
    // Pages are written one after another while the next ones are read.
    let writing: Promise<void> = Promise.resolve();
    const write = (work: () => Promise<void>): void => {
      writing = writing.then(work);
      writing.catch((error: unknown) => stop.abort(error));
    };
    const reading = await this.readers.read({
      file,
      options: { ...asked.read, pages: asked.pages[number - 1] ?? null },
      caps: asked.caps,
      lane: tenantId,
      laneLimit: asked.readingsAtOnce,
      urgency: 'job',
      deadlineMs: DOCUMENT_DEADLINE_MS,
      signal,
      skip: await this.jobs.pagesDone(tenantId, jobId, number),
      onOpened: (_: DocumentFacts, pages) => write(() => this.#notePages(tenantId, jobId, number, pages.length)),
      onPage: (page) => write(() => this.#keepPage(tenantId, jobId, { number, of: asked.pages.length }, page, environment)),
    });
    await writing;
    const pages = await this.jobs.pages(tenantId, jobId, { after: 0, size: asked.caps.maxPages, document: number });
    return { ...reading, pages: pages.map(({ page }) => page).sort((a, b) => a.number - b.number) };
  }

  /** Whoever cancels says so; a line that was down is asked for what it may have missed. */
  #watch(tenantId: Id<'ten'>, jobId: Id<'job'>): { stop: AbortController; release: () => void } {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const state = await this.jobs.state(tenantId, jobId).catch(() => 'running' as const);
      if (!state || hasEnded(state)) stop.abort(new NothingToRead());
    };
    return { stop, release: this.news.hear(stopTopic(jobId), () => void look()) };
  }

  async #notePages(tenantId: Id<'ten'>, jobId: Id<'job'>, number: number, pages: number): Promise<void> {
    await this.database.changeAsTenant(tenantId, (run) => this.rows.notePages(run, tenantId, jobId, number, pages));
  }

  async #keepPage(tenantId: Id<'ten'>, jobId: Id<'job'>, document: { number: number; of: number }, page: PageReading, environment: LockedJob['environment']): Promise<void> {
    const sealed = await this.rows.sealPage(tenantId, jobId, document, page);
    if (!sealed) throw new NothingToRead();
    const { reason } = billPages([page], environment)[0]!;
    const isWanted = await this.database
      .changeAsTenant(tenantId, (run) => this.rows.addPage(run, tenantId, jobId, { document: document.number, page: page.number, reason, sealed }))
      // Another worker, taken for lost or taken for us, has kept the same page: it is the same to the byte.
      .catch((error: { code?: unknown }) => {
        if (error.code === UNIQUE_VIOLATION) return true;
        throw error;
      });
    if (!isWanted) throw new NothingToRead();
  }
}
