import { Refusal, type OutputFormat, type ProblemCode, type Recognition } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, ObjectStore, Run } from '@inkproof/platform';
import { expiryAfterFetch, hasEnded } from '../model/job.js';
import { outputOf, outputOfKept, type Output } from '../model/outputs.js';
import type { JobRows } from '../store/job-rows.js';
import type { JobRecord, JobStore, ReadPage } from '../store/job-store.js';
import type { ScreenResult } from './screen-result.js';

/** How a result is asked for: to be had, or only to be looked at. */
export type Purpose = 'fetch' | 'look';

/** Hands out results of jobs. What was fetched is erased some time later; what was only looked at stays as long as any. */
export class FetchJobResult {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobStore,
    private readonly rows: JobRows,
    private readonly objects: ObjectStore,
    private readonly screen: ScreenResult,
    private readonly clock: Clock,
    private readonly keepFetchedMs: number,
  ) {}

  async document(tenantId: Id<'ten'>, jobId: Id<'job'>, number: number, format: OutputFormat, purpose: Purpose, signal?: AbortSignal): Promise<Output & { recognitionId: string }> {
    const job = await this.jobs.find(tenantId, jobId);
    const document = job?.documents.find((one) => one.number === number);
    // Another tenant's job and none answer alike, or the answer would tell which ids exist.
    if (!job || !document) throw new Refusal('job.not_found', job ? `The job has ${job.documents.length} documents.` : undefined);
    if (!hasEnded(document.state)) throw new Refusal('job.not_finished', 'The document is still to be read. Ask for its pages, or wait for the end.', { retry_after_ms: 1_000 });
    if (document.problemCode !== null) throw new Refusal(document.problemCode as ProblemCode, document.problemDetail ?? undefined);
    const result = !this.#isGone(job) && document.resultId !== null ? await this.objects.get(tenantId, document.resultId) : undefined;
    if (!result || document.recognitionId === null) throw expired();
    const order = { lane: tenantId, signal };
    const output = format === 'pdf' ? await outputOf(format, JSON.parse(result.toString('utf8')) as Recognition, { ...(await this.#file(tenantId, jobId, document.fileId)), ...order }) : await outputOfKept(format, result, order);
    if (purpose === 'fetch') await this.#noteFetched(tenantId, jobId, (run, now) => this.rows.noteFetched(run, tenantId, jobId, number, now));
    return { ...output, recognitionId: document.recognitionId };
  }

  /** Pages behind a place, in the order in which they were read. `next` is null when the job has ended and these were the last. */
  async pages(tenantId: Id<'ten'>, jobId: Id<'job'>, after: number, size: number, purpose: Purpose): Promise<{ pages: ReadPage[]; next: number | null }> {
    const job = await this.jobs.find(tenantId, jobId);
    if (!job) throw new Refusal('job.not_found');
    if (this.#isGone(job)) throw expired();
    const found = await this.jobs.handOut(tenantId, jobId, { after, size: size + 1, shown: size });
    const pages = await this.screen.read(tenantId, found.slice(0, size), job.declaredCategories);
    const isLast = hasEnded(job.state) && found.length <= size;
    const last = pages.at(-1)?.place ?? after;
    // Who asks for what lies behind the end has nothing by that; who had the last page before the job had ended has it all.
    if (purpose === 'fetch' && (pages.length > 0 || isLast)) await this.#noteFetched(tenantId, jobId, (run, now) => this.rows.notePagesFetched(run, tenantId, jobId, { after, last }, now));
    return { pages, next: isLast ? null : last };
  }

  /** From its last instant on, also where nobody has swept yet. */
  #isGone({ erasedAt, expiresAt }: JobRecord): boolean {
    return erasedAt !== null || expiresAt <= this.clock.now();
  }

  async #file(tenantId: Id<'ten'>, jobId: Id<'job'>, fileId: string): Promise<{ bytes: Buffer; password?: string }> {
    const [bytes, asked] = await Promise.all([this.objects.get(tenantId, fileId), this.jobs.options(tenantId, jobId)]);
    if (!bytes) throw expired();
    const password = asked?.read.password;
    return { bytes, ...(password !== undefined && { password }) };
  }

  #noteFetched(tenantId: Id<'ten'>, jobId: Id<'job'>, note: (run: Run, now: Date) => Promise<void>): Promise<void> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const job = await this.rows.lock(run, tenantId, jobId);
      if (!job) return;
      const now = this.clock.now();
      await note(run, now);
      if (!hasEnded(job.state)) return;
      const documents = await this.rows.documents(run, tenantId, jobId);
      const isAllFetched = documents.every(({ recognitionId, fetchedAt }) => recognitionId === null || fetchedAt !== null);
      if (isAllFetched) await this.rows.expireAt(run, tenantId, jobId, expiryAfterFetch(job.expiresAt, now, this.keepFetchedMs));
    });
  }
}

const expired = (): Refusal => new Refusal('job.expired', 'Nothing is left of the results: they were cancelled, fetched some time ago, or not fetched in time.');
