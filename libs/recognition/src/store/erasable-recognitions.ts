import type { DeletionSelection } from '@inkproof/contract';
import { forgettingAnswers, type Database, type ObjectStore, type Run } from '@inkproof/platform';
import type { ErasableKind, Erased, Expired, Found, Place } from '@inkproof/retention';
import { chosen } from '../model/chosen.js';
import { HELD_OF_RECOGNITIONS, type JobHoldings } from './job-holdings.js';

interface Row {
  id: string;
  job: string | null;
  result: string | null;
  file: string | null;
  /** Keyed hash of the person whose word it relies on. */
  subject: Buffer | null;
  /** Whether the result lies in the row itself, as those of before there was a storage do. */
  inline: boolean;
}

const COLUMNS = 'id, job_id AS job, result_id AS result, file_id AS file, sealed_key IS NOT NULL AS inline, (SELECT a.subject_hash FROM authorisation a WHERE a.tenant_id = recognition.tenant_id AND a.id = recognition.authorisation_id) AS subject';

const found = ({ id, job, subject }: Row): Found => ({ id, subjects: subject === null ? [] : [subject], relatives: job === null ? [] : [job], start: 'none' });

/** Recognitions and what is kept of them, for the one way of erasing. */
abstract class ErasableRecognitions {
  constructor(
    protected readonly database: Database,
    protected readonly objects: ObjectStore,
    protected readonly holdings: JobHoldings,
  ) {}

  /** Whoever changes documents of a job holds the job: it is taken first. */
  protected async lockJobs(run: Run, tenantId: string, ids: readonly string[]): Promise<void> {
    await run({ name: 'lock_jobs_of_recognitions', text: 'SELECT j.id FROM job j WHERE j.tenant_id = $1 AND j.id IN (SELECT d.job_id FROM job_document d WHERE d.tenant_id = $1 AND d.recognition_id = ANY($2)) ORDER BY j.id FOR UPDATE', values: [tenantId, ids] });
  }

  /** Destroys the keys of results and files, of what the job that they came from still holds of them, and of answers that repeat them. */
  protected async destroyKept(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const rows = await run<Row>({ name: 'recognitions_kept', text: `SELECT ${COLUMNS} FROM recognition WHERE tenant_id = $1 AND id = ANY($2)`, values: [tenantId, ids] });
    const objects = await this.objects.erase(run, tenantId, rows.flatMap(({ result, file }) => [result, file].filter((one) => one !== null)));
    const blobs = new Map(objects.map(({ id, blob }) => [id, blob]));
    await run(forgettingAnswers(tenantId, ids));
    const held = new Map((await this.holdings.destroyOf(run, tenantId, ids)).map((erased) => [erased.id, erased]));
    return rows.map(({ id, result, file, inline }) => {
      const gone = [result, file].filter((one) => one !== null && blobs.has(one)) as string[];
      const { keys = [], blobs: others = [] } = held.get(id) ?? {};
      return { id, keys: [...(inline ? [id] : []), ...gone, ...keys], blobs: [...gone.flatMap((one) => blobs.get(one) ?? []), ...others] };
    });
  }
}

/** What was kept of a recognition: goes when its time is over, and the recognition stays as a line that tells of a call. */
export class ErasableResults extends ErasableRecognitions implements ErasableKind<Run> {
  readonly class = 'recognition_result';

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    await this.lockJobs(run, tenantId, ids);
    return (await run<Row>({ name: 'lock_results', text: `SELECT ${COLUMNS} FROM recognition WHERE tenant_id = $1 AND id = ANY($2) AND kept_until IS NOT NULL ORDER BY id FOR UPDATE`, values: [tenantId, ids] })).map(found);
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const erased = await this.destroyKept(run, tenantId, ids);
    await run({ name: 'erase_results', text: `UPDATE recognition SET sealed = NULL, sealed_key = NULL, kept = 'none', kept_until = NULL, result_id = NULL, file_id = NULL WHERE tenant_id = $1 AND id = ANY($2)`, values: [tenantId, ids] });
    return erased;
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ id: string }>({ name: 'results_left', text: `SELECT id FROM recognition WHERE tenant_id = $1 AND id = ANY($2) AND (sealed_key IS NOT NULL OR result_id IS NOT NULL OR file_id IS NOT NULL) UNION ${HELD_OF_RECOGNITIONS}`, values: [tenantId, ids] })).map(({ id }) => id);
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<{ id: string; tenant_id: string; due_at: Date }>('gate_find_expired_results', at, dueAt, id, size)).map((row) => ({ id: row.id, tenantId: row.tenant_id, dueAt: row.due_at }));
  }
}

/** Whole recognitions, as a tenant erases them. Its ledger entry stays: that is a processing record. */
export class ErasableCalls extends ErasableRecognitions implements ErasableKind<Run> {
  readonly class = 'recognition';

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    await this.lockJobs(run, tenantId, ids);
    return (await run<Row>({ name: 'lock_recognitions', text: `SELECT ${COLUMNS} FROM recognition WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`, values: [tenantId, ids] })).map(found);
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const erased = await this.destroyKept(run, tenantId, ids);
    await run({ name: 'erase_recognitions', text: 'DELETE FROM recognition WHERE tenant_id = $1 AND id = ANY($2)', values: [tenantId, ids] });
    return erased;
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ id: string }>({ name: 'recognitions_left', text: `SELECT id FROM recognition WHERE tenant_id = $1 AND id = ANY($2) UNION ALL SELECT about FROM idempotent_call WHERE subject = $1 AND about = ANY($2) AND sealed IS NOT NULL UNION ${HELD_OF_RECOGNITIONS}`, values: [tenantId, ids] })).map(({ id }) => id);
  }

  async select(run: Run, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<string[]> {
    const { sql, values } = chosen(selection, 'rec', 'tag = $');
    return (await run<{ id: string }>({ text: `SELECT id FROM recognition WHERE tenant_id = $1 AND id > $2 AND ${sql} ORDER BY id LIMIT $3`, values: [tenantId, afterId, size, ...values] })).map(({ id }) => id);
  }

  async count(run: Run, tenantId: string, selection: DeletionSelection): Promise<number> {
    const { sql, values } = chosen(selection, 'rec', 'tag = $');
    return (await run<{ count: number }>({ text: `SELECT count(*)::int AS count FROM recognition WHERE tenant_id = $1 AND $2::text IS NULL AND $3::text IS NULL AND ${sql}`, values: [tenantId, null, null, ...values] }))[0]!.count;
  }
}
