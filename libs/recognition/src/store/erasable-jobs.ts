import type { DeletionSelection } from '@inkproof/contract';
import type { Database, Run } from '@inkproof/platform';
import type { ErasableKind, Erased, Expired, Found, Place } from '@inkproof/retention';
import { chosen } from '../model/chosen.js';
import type { JobHoldings } from './job-holdings.js';

interface Row {
  id: string;
  recognitions: string[];
  subjects: Buffer[];
}

const COLUMNS = `j.id, ARRAY(SELECT d.recognition_id FROM job_document d WHERE d.tenant_id = j.tenant_id AND d.job_id = j.id AND d.recognition_id IS NOT NULL) AS recognitions,
  ARRAY(SELECT a.subject_hash FROM job_document d JOIN recognition r ON r.tenant_id = d.tenant_id AND r.id = d.recognition_id JOIN authorisation a ON a.tenant_id = r.tenant_id AND a.id = r.authorisation_id WHERE d.tenant_id = j.tenant_id AND d.job_id = j.id) AS subjects`;
/** Jobs at work are ended first, by cancelling them. */
const ENDED = `j.state NOT IN ('queued', 'running')`;
const TAGGED = '(j.tag = $ OR EXISTS (SELECT FROM job_document d WHERE d.tenant_id = j.tenant_id AND d.job_id = j.id AND d.tag = $))';
/** What became of a job can be looked up for so long. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;

const found = ({ id, recognitions, subjects }: Row): Found => ({ id, subjects, relatives: recognitions, start: 'none' });

interface DueRow {
  id: string;
  tenant_id: string;
  due_at: Date;
}
const expiredOf = ({ id, tenant_id, due_at }: DueRow): Expired => ({ id, tenantId: tenant_id, dueAt: due_at });

/** Jobs and what they hold, for the one way of erasing. */
abstract class ErasableJobsBase {
  constructor(
    protected readonly database: Database,
    protected readonly holdings: JobHoldings,
  ) {}
}

/** What a job holds: goes when it was fetched or its time is over, or when it is cancelled. */
export class ErasableJobResults extends ErasableJobsBase implements ErasableKind<Run> {
  readonly class = 'job_result';

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    return (await run<Row>({ name: 'lock_job_results', text: `SELECT ${COLUMNS} FROM job j WHERE j.tenant_id = $1 AND j.id = ANY($2) AND j.erased_at IS NULL ORDER BY j.id FOR UPDATE OF j`, values: [tenantId, ids] })).map(found);
  }

  destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    return this.holdings.destroy(run, tenantId, ids);
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ id: string }>({
      name: 'job_results_left',
      text: `SELECT id FROM job WHERE tenant_id = $1 AND id = ANY($2) AND (erased_at IS NULL OR sealed IS NOT NULL) UNION SELECT job_id FROM job_page WHERE tenant_id = $1 AND job_id = ANY($2) UNION SELECT split_part(name, '/', 1) FROM drawer WHERE owner = $1 AND split_part(name, '/', 1) = ANY($2)
             UNION SELECT d.job_id FROM job_document d JOIN stored_object o ON o.tenant_id = d.tenant_id AND o.id IN (d.file_id, d.result_id) WHERE d.tenant_id = $1 AND d.job_id = ANY($2)`,
      values: [tenantId, ids],
    })).map(({ id }) => id);
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<DueRow>('gate_find_expired_jobs', at, dueAt, id, size)).map(expiredOf);
  }
}

/** Whole jobs: a month after what they held went, or when a tenant erases them. */
export class ErasableJobs extends ErasableJobsBase implements ErasableKind<Run> {
  readonly class = 'job';

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    return (await run<Row>({ name: 'lock_jobs', text: `SELECT ${COLUMNS} FROM job j WHERE j.tenant_id = $1 AND j.id = ANY($2) AND ${ENDED} ORDER BY j.id FOR UPDATE OF j`, values: [tenantId, ids] })).map(found);
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const erased = await this.holdings.destroy(run, tenantId, ids);
    await run({ name: 'erase_jobs', text: 'DELETE FROM job WHERE tenant_id = $1 AND id = ANY($2)', values: [tenantId, ids] });
    return erased;
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ id: string }>({ name: 'jobs_left', text: `SELECT id FROM job WHERE tenant_id = $1 AND id = ANY($2) UNION SELECT job_id FROM job_page WHERE tenant_id = $1 AND job_id = ANY($2) UNION SELECT split_part(name, '/', 1) FROM drawer WHERE owner = $1 AND split_part(name, '/', 1) = ANY($2)`, values: [tenantId, ids] })).map(({ id }) => id);
  }

  async select(run: Run, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<string[]> {
    const { sql, values } = chosen(selection, 'job', TAGGED);
    return (await run<{ id: string }>({ text: `SELECT id FROM job j WHERE j.tenant_id = $1 AND j.id > $2 AND ${ENDED} AND ${sql} ORDER BY id LIMIT $3`, values: [tenantId, afterId, size, ...values] })).map(({ id }) => id);
  }

  async count(run: Run, tenantId: string, selection: DeletionSelection): Promise<number> {
    const { sql, values } = chosen(selection, 'job', TAGGED);
    return (await run<{ count: number }>({ text: `SELECT count(*)::int AS count FROM job j WHERE j.tenant_id = $1 AND $2::text IS NULL AND $3::text IS NULL AND ${ENDED} AND ${sql}`, values: [tenantId, null, null, ...values] }))[0]!.count;
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<DueRow>('gate_find_forgotten_jobs', new Date(at.getTime() - REMEMBERED_MS), dueAt, id, size)).map(expiredOf);
  }
}
