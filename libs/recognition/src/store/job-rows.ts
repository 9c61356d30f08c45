import type { Reliance } from '@inkproof/consent';
import type { OutputFormat, PageReason, PersonalCategory, ProblemCode, Recognition } from '@inkproof/contract';
import type { DocumentCaps, PageReading, ReadOptions } from '@inkproof/engine';
import type { Id } from '@inkproof/kernel';
import { telling, type Drawers, type Run, type Statement } from '@inkproof/platform';
import { billedBy, relianceColumns, type PageReasons } from '@inkproof/quota';
import { drawerOf, drawersOf, nextTurns, pageName, type EndState, type JobState } from '../model/job.js';

export type Retention = Recognition['retention']['kept'];

/** What was asked of all documents of a job, and what was decided for it when it was admitted. */
export interface JobOptions {
  read: Omit<ReadOptions, 'pages'>;
  /** Of each document, the first at 0. */
  pages: (readonly number[] | null)[];
  caps: DocumentCaps;
  readingsAtOnce: number;
  outputs: OutputFormat[];
  retention: Retention;
}

export interface NewJob {
  id: Id<'job'>;
  tenantId: Id<'ten'>;
  requestId: string;
  keyId: Id<'key'> | null;
  channel: 'api' | 'console';
  environment: 'live' | 'test';
  tag: string | null;
  admittedAt: string;
  createdAt: Date;
  expiresAt: Date;
  relied: Reliance | undefined;
  /** Of its files. */
  bytes: number;
  options: LaidOptions;
}

/** What was asked, sealed, and the rows of the drawers that it and what is read will lie in. */
export interface LaidOptions {
  rows: Statement[];
  sealed: Uint8Array;
}

export interface NewDocument {
  number: number;
  tag: string | null;
  turn: number;
  queueId: string;
  fileId: string;
  pages: number;
}

export interface LockedJob {
  state: JobState;
  requestId: string;
  keyId: Id<'key'> | null;
  channel: 'api' | 'console';
  environment: 'live' | 'test';
  tag: string | null;
  admittedAt: string;
  createdAt: Date;
  expiresAt: Date;
  relied: Reliance | undefined;
}

interface RelianceRow {
  versionId: Id<'flv'> | null;
  filingId: Id<'flg'>;
  number: number;
  authorisationId: Id<'aut'> | null;
  categories: PersonalCategory[];
  keepsDays: number | null;
}

export interface NewPage {
  document: number;
  page: number;
  reason: PageReason;
  sealed: Uint8Array;
}

export interface DocumentEnd {
  state: EndState;
  at: Date;
  recognitionId?: string;
  resultId?: string;
  billedPages?: number;
  pageReasons?: PageReasons;
  problem?: { code: ProblemCode; detail: string };
}

/** The rows of jobs as they change, for acts that change several of them in one transaction. Whoever changes documents locks their job first. */
export class JobRows {
  constructor(private readonly drawers: Drawers) {}

  /** The drawers of a new job, with what was asked in the first, outside of the transaction that opens it. */
  async lay({ tenantId, id }: Pick<NewJob, 'tenantId' | 'id'>, options: JobOptions): Promise<LaidOptions> {
    const [first, ...others] = await Promise.all(drawersOf(id, options.pages.length).map((name) => this.drawers.lay(tenantId, name)));
    return { rows: [first!, ...others].map(({ row }) => row), sealed: first!.drawer.seal(id, Buffer.from(JSON.stringify(options))) };
  }

  async open(run: Run, job: NewJob): Promise<void> {
    for (const row of job.options.rows) await run(row);
    await run({
      name: 'open_job',
      text: `INSERT INTO job (id, tenant_id, request_id, key_id, channel, environment, tag, state, admitted_at, created_at, expires_at, kept_bytes, sealed, filing_version_id, authorisation_id, declared_categories)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9, $10, $11, $12, $13, $14, $15::text[]::"PersonalCategory"[])`,
      values: [job.id, job.tenantId, job.requestId, job.keyId, job.channel, job.environment, job.tag, job.admittedAt, job.createdAt, job.expiresAt, job.bytes, job.options.sealed, ...relianceColumns(job.relied)],
    });
  }

  /** Drawn in the transaction that adds them, behind those of the tenant that are still to be read. */
  async turns(run: Run, tenantId: Id<'ten'>, documents: number): Promise<number[]> {
    const [row] = await run<{ at: number; last: number | null }>({
      name: 'job_turns',
      text: `SELECT at, (SELECT max(turn) FROM job_document WHERE tenant_id = $1 AND turn >= at AND state IN ('queued', 'running')) AS last FROM job_turn`,
      values: [tenantId],
    });
    return nextTurns(row?.at ?? 0, row?.last ?? 0, documents);
  }

  async add(run: Run, tenantId: Id<'ten'>, jobId: string, { number, tag, turn, queueId, fileId, pages }: NewDocument): Promise<void> {
    await run({
      name: 'add_job_document',
      text: `INSERT INTO job_document (job_id, number, tenant_id, tag, state, turn, queue_id, file_id, pages) VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7, $8)`,
      values: [jobId, number, tenantId, tag, turn, queueId, fileId, pages],
    });
  }

  /** The job, held until the transaction ends. */
  async lock(run: Run, tenantId: Id<'ten'>, jobId: string): Promise<LockedJob | undefined> {
    const [row] = await run<Omit<LockedJob, 'relied'> & RelianceRow>({
      name: 'lock_job',
      text: `SELECT j.state, j.request_id AS "requestId", j.key_id AS "keyId", j.channel, j.environment, j.tag, j.admitted_at::text AS "admittedAt", j.created_at AS "createdAt", j.expires_at AS "expiresAt",
               v.id AS "versionId", v.filing_id AS "filingId", v.number, j.authorisation_id AS "authorisationId", j.declared_categories::text[] AS categories, v.retention_days AS "keepsDays"
             FROM job j LEFT JOIN filing_version v ON v.tenant_id = j.tenant_id AND v.id = j.filing_version_id WHERE j.tenant_id = $1 AND j.id = $2 FOR UPDATE OF j`,
      values: [tenantId, jobId],
    });
    if (!row) return undefined;
    const { versionId, filingId, number, authorisationId, categories, keepsDays, ...job } = row;
    return { ...job, relied: versionId === null ? undefined : { versionId, filingId, number, authorisationId, categories, keepsDays } };
  }

  /** Says that a worker has it, and answers the document; undefined when it has ended already. */
  async take(run: Run, tenantId: Id<'ten'>, jobId: string, number: number, worker: number, at: Date): Promise<{ fileId: string; tag: string | null; turn: number } | undefined> {
    const [row] = await run<{ fileId: string; tag: string | null; turn: number }>({
      name: 'take_job_document',
      text: `UPDATE job_document SET state = 'running', worker = $5, started_at = COALESCE(started_at, $4) WHERE tenant_id = $1 AND job_id = $2 AND number = $3 AND state IN ('queued', 'running')
             RETURNING file_id AS "fileId", tag, turn`,
      values: [tenantId, jobId, number, at, worker],
    });
    if (!row) return undefined;
    await run({ name: 'start_job', text: `UPDATE job SET state = 'running', started_at = COALESCE(started_at, $3) WHERE tenant_id = $1 AND id = $2 AND state = 'queued'`, values: [tenantId, jobId, at] });
    await run({ name: 'turn_job', text: 'UPDATE job_turn SET at = $1 WHERE at < $1', values: [row.turn] });
    await run(telling(jobId));
    return row;
  }

  /** A page as it is kept, made outside of the transaction that keeps it; undefined when the job was erased. */
  async sealPage(tenantId: Id<'ten'>, jobId: string, { number, of }: { number: number; of: number }, page: PageReading): Promise<Uint8Array | undefined> {
    // Batches of before the documents had drawers lie in that of the job.
    const drawer = (await this.drawers.find(tenantId, drawerOf(jobId, number, of))) ?? (await this.drawers.find(tenantId, jobId));
    return drawer?.seal(pageName(jobId, number, page.number), Buffer.from(JSON.stringify(page)));
  }

  /** False when the job has ended meanwhile; what was read is then of no use to anybody. */
  async addPage(run: Run, tenantId: Id<'ten'>, jobId: string, { document, page, reason, sealed }: NewPage): Promise<boolean> {
    const [job] = await run<{ place: number }>({
      name: 'count_job_page',
      text: `UPDATE job SET pages_done = pages_done + 1, kept_bytes = kept_bytes + $3 WHERE tenant_id = $1 AND id = $2 AND state = 'running' RETURNING pages_done AS place`,
      values: [tenantId, jobId, sealed.length],
    });
    if (!job) return false;
    await run({ name: 'write_job_page', text: 'INSERT INTO job_page (job_id, document, page, tenant_id, place, sealed, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)', values: [jobId, document, page, tenantId, job.place, sealed, reason] });
    await run({ name: 'count_document_page', text: 'UPDATE job_document SET pages_done = pages_done + 1 WHERE tenant_id = $1 AND job_id = $2 AND number = $3', values: [tenantId, jobId, document] });
    await run(telling(jobId));
    return true;
  }

  /** A result weighs too. */
  async weigh(run: Run, tenantId: Id<'ten'>, jobId: string, bytes: number): Promise<void> {
    await run({ name: 'weigh_job', text: 'UPDATE job SET kept_bytes = kept_bytes + $3 WHERE tenant_id = $1 AND id = $2', values: [tenantId, jobId, bytes] });
  }

  async notePages(run: Run, tenantId: Id<'ten'>, jobId: string, number: number, pages: number): Promise<void> {
    await run({ name: 'note_job_pages', text: 'UPDATE job_document SET pages = $4 WHERE tenant_id = $1 AND job_id = $2 AND number = $3', values: [tenantId, jobId, number, pages] });
  }

  /** False when it has ended before: by another worker, or because somebody cancelled. */
  async endDocument(run: Run, tenantId: Id<'ten'>, jobId: string, number: number, { state, at, recognitionId, resultId, billedPages, pageReasons, problem }: DocumentEnd): Promise<boolean> {
    const rows = await run({
      name: 'end_job_document',
      text: `UPDATE job_document SET state = $4, finished_at = $5, recognition_id = $6, result_id = $7, billed_pages = $8, problem_code = $9, problem_detail = $10, page_reasons = $11
             WHERE tenant_id = $1 AND job_id = $2 AND number = $3 AND state IN ('queued', 'running') RETURNING number`,
      values: [tenantId, jobId, number, state, at, recognitionId ?? null, resultId ?? null, billedPages ?? 0, problem?.code ?? null, problem?.detail ?? null, pageReasons === undefined ? null : JSON.stringify(pageReasons)],
    });
    return rows.length === 1;
  }

  async unfinished(run: Run, tenantId: Id<'ten'>): Promise<Id<'job'>[]> {
    return (await run<{ id: Id<'job'> }>({ name: 'unfinished_jobs', text: `SELECT id FROM job WHERE tenant_id = $1 AND state IN ('queued', 'running') ORDER BY id`, values: [tenantId] })).map(({ id }) => id);
  }

  /** Ends what has not ended yet, and answers the queue's ids of it. */
  async cancelDocuments(run: Run, tenantId: Id<'ten'>, jobId: string, at: Date): Promise<string[]> {
    const rows = await run<{ queue_id: string }>({
      name: 'cancel_job_documents',
      text: `UPDATE job_document SET state = 'canceled', finished_at = $3 WHERE tenant_id = $1 AND job_id = $2 AND state IN ('queued', 'running') RETURNING queue_id`,
      values: [tenantId, jobId, at],
    });
    return rows.map(({ queue_id }) => queue_id);
  }

  async documents(run: Run, tenantId: Id<'ten'>, jobId: string): Promise<{ state: JobState; pagesDone: number; billedPages: number; pageReasons: PageReasons | null; recognitionId: string | null; problemCode: ProblemCode | null; fetchedAt: Date | null }[]> {
    return run({
      name: 'job_documents',
      text: `SELECT state, pages_done AS "pagesDone", billed_pages AS "billedPages", page_reasons AS "pageReasons", recognition_id AS "recognitionId", problem_code AS "problemCode", fetched_at AS "fetchedAt"
             FROM job_document WHERE tenant_id = $1 AND job_id = $2 ORDER BY number`,
      values: [tenantId, jobId],
    });
  }

  /** Of documents that came to nothing, what was handed out all the same is billed to them. */
  async billHanded(run: Run, tenantId: Id<'ten'>, jobId: string): Promise<void> {
    const handed = await run<{ document: number; reasons: PageReasons }>({
      name: 'handed_pages',
      text: `SELECT document, jsonb_object_agg(reason, pages) AS reasons FROM (
               SELECT p.document, p.reason, count(*)::int AS pages FROM job j JOIN job_page p ON p.tenant_id = j.tenant_id AND p.job_id = j.id AND p.place <= j.handed_place
               JOIN job_document d ON d.tenant_id = p.tenant_id AND d.job_id = p.job_id AND d.number = p.document AND d.state IN ('failed', 'canceled')
               WHERE j.tenant_id = $1 AND j.id = $2 AND p.reason IS NOT NULL GROUP BY 1, 2) counted GROUP BY 1`,
      values: [tenantId, jobId],
    });
    for (const { document, reasons } of handed)
      await run({ name: 'bill_handed', text: 'UPDATE job_document SET billed_pages = $4, page_reasons = $5 WHERE tenant_id = $1 AND job_id = $2 AND number = $3', values: [tenantId, jobId, document, billedBy(reasons), JSON.stringify(reasons)] });
  }

  async endJob(run: Run, tenantId: Id<'ten'>, jobId: string, state: EndState, at: Date, expiresAt: Date): Promise<void> {
    await run({ name: 'end_job', text: 'UPDATE job SET state = $3, finished_at = $4, expires_at = $5 WHERE tenant_id = $1 AND id = $2', values: [tenantId, jobId, state, at, expiresAt] });
    // They were to go with a job that nobody finishes.
    await run({
      name: 'end_job_objects',
      text: 'UPDATE stored_object o SET expires_at = $3 FROM job_document d WHERE d.tenant_id = $1 AND d.job_id = $2 AND o.tenant_id = $1 AND o.id IN (d.file_id, d.result_id) AND o.expires_at < $3',
      values: [tenantId, jobId, expiresAt],
    });
  }

  async noteFetched(run: Run, tenantId: Id<'ten'>, jobId: string, number: number, at: Date): Promise<void> {
    await run({ name: 'note_job_fetched', text: 'UPDATE job_document SET fetched_at = $4 WHERE tenant_id = $1 AND job_id = $2 AND number = $3 AND fetched_at IS NULL', values: [tenantId, jobId, number, at] });
  }

  /** Notes the documents whose last page lies behind the one place and not behind the other, once it is known to be the last. */
  async notePagesFetched(run: Run, tenantId: Id<'ten'>, jobId: string, { after, last }: { after: number; last: number }, at: Date): Promise<void> {
    await run({
      name: 'note_job_pages_fetched',
      text: `UPDATE job_document d SET fetched_at = $5 WHERE d.tenant_id = $1 AND d.job_id = $2 AND d.fetched_at IS NULL AND (d.state NOT IN ('queued', 'running') OR d.pages_done >= d.pages)
             AND (SELECT max(p.place) FROM job_page p WHERE p.tenant_id = $1 AND p.job_id = $2 AND p.document = d.number) BETWEEN $3::int + 1 AND $4::int`,
      values: [tenantId, jobId, after, last, at],
    });
  }

  async expireAt(run: Run, tenantId: Id<'ten'>, jobId: string, expiresAt: Date): Promise<void> {
    await run({ name: 'expire_job', text: 'UPDATE job SET expires_at = $3 WHERE tenant_id = $1 AND id = $2', values: [tenantId, jobId, expiresAt] });
  }
}
