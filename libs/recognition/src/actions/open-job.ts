import type { Reliance } from '@inkproof/consent';
import type { TenantCaller } from '@inkproof/identity';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { telling, type Config, type Database, type ObjectStore, type Queue, type Run, type Statement } from '@inkproof/platform';
import { holding, type Admission } from '@inkproof/quota';
import { busy, jobsFull } from '../model/refusals.js';
import type { JobOptions, JobRows } from '../store/job-rows.js';
import { positionsOf, type DocumentRecord, type JobRecord, type SeenJob } from '../store/job-store.js';
import type { DocumentEntry } from './run-document.js';

/** An admitted job, with everything that its workers will need. */
export interface Admitted {
  id: Id<'job'>;
  caller: TenantCaller;
  requestId: string;
  tag: string | null;
  documents: { file: Uint8Array; tag: string | null; pages: number }[];
  asked: JobOptions;
  admission: Pick<Admission, 'at' | 'lease'>;
  /** What permits it to hold personal information; absent where it declares none. */
  relied?: Reliance | undefined;
  /** Keeps the answer for a repetition of the call, in the transaction that opens the job. */
  keeping?: (job: SeenJob) => Statement;
}

/** A job that nobody could work off in this time is given up. */
const UNFINISHED_KEPT_MS = 48 * 60 * 60 * 1_000;

/** Writes a job down and enqueues its documents in one transaction: there is both or nothing. */
export class OpenJob {
  constructor(
    private readonly database: Database,
    private readonly rows: JobRows,
    private readonly objects: ObjectStore,
    private readonly queue: Queue,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly limits: Pick<Config['jobs'], 'maxWaiting' | 'keptBytes' | 'keptBytesPerTenant'>,
  ) {}

  /** Refuses before anything is counted when too many documents would wait, of everybody or of this tenant more than its half, or when jobs would weigh too much. */
  async assertRoom(tenantId: Id<'ten'>, files: readonly Uint8Array[]): Promise<void> {
    const { maxWaiting, keptBytes, keptBytesPerTenant } = this.limits;
    const [waiting, weight] = await Promise.all([
      this.database.changeAsTenant(tenantId, (run) => this.queue.waiting(run, 'document', tenantId)),
      this.database.ask<{ all_bytes: string; own_bytes: string }>('gate_weigh_jobs', tenantId),
    ]);
    if (waiting.all + files.length > maxWaiting || waiting.own + files.length > maxWaiting / 2) throw busy();
    const bytes = bytesOf(files);
    const own = Number(weight?.own_bytes ?? 0) + bytes;
    if (own > keptBytesPerTenant) throw jobsFull({ name: 'job_kept_bytes', max: keptBytesPerTenant, actual: own });
    if (Number(weight?.all_bytes ?? 0) + bytes > keptBytes) throw jobsFull();
  }

  async for(admitted: Admitted): Promise<SeenJob> {
    const { documents, asked, admission, relied, keeping } = admitted;
    const job = this.#describe(admitted);
    const { id, tenantId, expiresAt } = job;
    const files = documents.map(({ file, tag, pages }) => ({ id: this.ids.next('obj'), file, tag, pages }));
    const [options, laid] = await Promise.all([this.rows.lay(job, asked), Promise.all(files.map(({ id, file }) => this.objects.lay(tenantId, { id, class: 'job_input', bytes: file, expiresAt })))]);
    return this.database.changeAsTenant(tenantId, async (run) => {
      await this.rows.open(run, { ...job, admittedAt: admission.at, relied, bytes: bytesOf(documents.map(({ file }) => file)), options });
      // Its pages were held for as long as a call takes; now they are until the job has ended.
      if (admission.lease.pages > 0) await run(holding({ tenantId, id, at: admission.at }, admission.lease.pages, job.expiresAt));
      const turns = await this.rows.turns(run, tenantId, documents.length);
      const record: JobRecord = { ...job, documents: [] };
      for (const row of laid) await run(row);
      for (const [i, document] of files.entries()) record.documents.push(await this.#add(run, job, i + 1, turns[i]!, document));
      const seen = { record, position: (await positionsOf(run, tenantId, [id])).get(id) ?? null, waiting: null };
      if (keeping) await run(keeping(seen));
      await run(telling(id));
      return seen;
    });
  }

  #describe({ id, caller, requestId, tag, admission, relied }: Admitted) {
    const createdAt = this.clock.now();
    const fromKey = caller.kind === 'key';
    return {
      id,
      tenantId: caller.tenantId,
      requestId,
      keyId: fromKey ? caller.keyId : null,
      channel: fromKey ? ('api' as const) : ('console' as const),
      environment: fromKey ? caller.environment : ('live' as const),
      tag,
      state: 'queued' as const,
      admittedAt: new Date(admission.at),
      createdAt,
      startedAt: null,
      finishedAt: null,
      expiresAt: new Date(createdAt.getTime() + UNFINISHED_KEPT_MS),
      erasedAt: null,
      pagesDone: 0, handedPlace: 0,
      filingVersionId: relied?.versionId ?? null,
      authorisationId: relied?.authorisationId ?? null,
      declaredCategories: relied?.categories ?? [],
    };
  }

  async #add(run: Run, { id: jobId, tenantId }: { id: Id<'job'>; tenantId: Id<'ten'> }, number: number, turn: number, { id: fileId, tag, pages }: { id: string; tag: string | null; pages: number }): Promise<DocumentRecord> {
    const queueId = await this.queue.send(run, 'document', { tenantId, jobId, number } satisfies DocumentEntry, { priority: -turn });
    const added = { number, tag, turn, queueId, fileId, pages };
    await this.rows.add(run, tenantId, jobId, added);
    return { ...added, ...UNTOUCHED, jobId, tenantId };
  }
}

const bytesOf = (files: readonly Uint8Array[]): number => files.reduce((sum, { length }) => sum + length, 0);

/** A document of which nothing has happened yet. */
const UNTOUCHED = { state: 'queued', pagesDone: 0, worker: null, startedAt: null, finishedAt: null, recognitionId: null, billedPages: 0, resultId: null, pageReasons: null, problemCode: null, problemDetail: null, fetchedAt: null } as const;
