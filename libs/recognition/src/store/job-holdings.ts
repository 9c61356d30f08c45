import type { Clock } from '@inkproof/kernel';
import { forgettingAnswers, type Drawers, type ObjectStore, type Run } from '@inkproof/platform';
import type { Erased } from '@inkproof/retention';
import { drawerOf, drawersOf } from '../model/job.js';

interface Held {
  job: string;
  number: number;
  recognition: string | null;
  file: string | null;
  result: string | null;
  documents: number;
}

const HELD = `SELECT d.job_id AS job, d.number, d.recognition_id AS recognition, d.file_id AS file, d.result_id AS result,
  (SELECT count(*)::int FROM job_document a WHERE a.tenant_id = d.tenant_id AND a.job_id = d.job_id) AS documents FROM job_document d`;

/** What of the job of a recognition could still be read: the file, the result, pages, or the drawer in which pages lie. */
export const HELD_OF_RECOGNITIONS = `SELECT d.recognition_id AS id FROM job_document d WHERE d.tenant_id = $1 AND d.recognition_id = ANY($2)
  AND (EXISTS (SELECT FROM stored_object o WHERE o.tenant_id = d.tenant_id AND o.id IN (d.file_id, d.result_id)) OR EXISTS (SELECT FROM job_page p WHERE p.tenant_id = d.tenant_id AND p.job_id = d.job_id AND p.document = d.number)
    OR EXISTS (SELECT FROM drawer w WHERE w.owner = d.tenant_id AND (w.name = d.job_id || '/' || d.number OR w.name = d.job_id AND NOT EXISTS (SELECT FROM job_document a WHERE a.tenant_id = d.tenant_id AND a.job_id = d.job_id AND a.number <> d.number))))`;

/** What jobs hold until they expire, and how it is destroyed: of whole jobs, or of the documents that certain recognitions came from. */
export class JobHoldings {
  constructor(
    private readonly objects: ObjectStore,
    private readonly drawers: Drawers,
    private readonly clock: Clock,
  ) {}

  /** Files, pages, results and what was asked. What is left says only that there was a job and what became of it. */
  async destroy(run: Run, tenantId: string, jobs: readonly string[]): Promise<Erased[]> {
    const held = await run<Held>({ name: 'held_by_jobs', text: `${HELD} WHERE d.tenant_id = $1 AND d.job_id = ANY($2)`, values: [tenantId, jobs] });
    await run({ name: 'erase_pages_of_jobs', text: 'DELETE FROM job_page WHERE tenant_id = $1 AND job_id = ANY($2)', values: [tenantId, jobs] });
    const asked = await run<{ id: string }>({
      name: 'erase_jobs_asked',
      text: 'UPDATE job j SET sealed = NULL, sealed_key = NULL, erased_at = COALESCE(j.erased_at, $3), expires_at = LEAST(j.expires_at, $3) WHERE j.tenant_id = $1 AND j.id = ANY($2) RETURNING j.id',
      values: [tenantId, jobs, this.clock.now()],
    });
    const documentsOf = (job: string): Held[] => held.filter((one) => one.job === job);
    const gone = await this.#take(run, tenantId, held, jobs.flatMap((job) => drawersOf(job, documentsOf(job)[0]?.documents ?? 1)));
    await run(forgettingAnswers(tenantId, jobs));
    return asked.map(({ id }) => {
      const names = [...drawersOf(id, documentsOf(id)[0]?.documents ?? 1), ...documentsOf(id).flatMap(objectsOf)].filter((name) => gone.has(name));
      return { id, keys: names, blobs: names.flatMap((name) => gone.get(name) ?? []) };
    });
  }

  /** The same of single documents, by the recognitions they became. The job stays as it is, with what it holds of others. */
  async destroyOf(run: Run, tenantId: string, recognitions: readonly string[]): Promise<Erased[]> {
    const held = await run<Held>({ name: 'held_of_recognitions', text: `${HELD} WHERE d.tenant_id = $1 AND d.recognition_id = ANY($2)`, values: [tenantId, recognitions] });
    await run({ name: 'erase_pages_of_documents', text: 'DELETE FROM job_page p USING job_document d WHERE d.tenant_id = $1 AND d.recognition_id = ANY($2) AND p.tenant_id = $1 AND p.job_id = d.job_id AND p.document = d.number', values: [tenantId, recognitions] });
    const gone = await this.#take(run, tenantId, held, held.map(drawerOfPart));
    return held.map((part) => {
      const names = [drawerOfPart(part), ...objectsOf(part)].filter((name) => gone.has(name));
      return { id: part.recognition!, keys: names, blobs: names.flatMap((name) => gone.get(name) ?? []) };
    });
  }

  /** Keys of drawers and of files and results, by name, with what lies where they did. */
  async #take(run: Run, tenantId: string, held: readonly Held[], drawers: readonly string[]): Promise<Map<string, string | null>> {
    const objects = await this.objects.erase(run, tenantId, held.flatMap(objectsOf));
    const taken = await this.drawers.destroy(run, tenantId, drawers);
    return new Map<string, string | null>([...objects.map(({ id, blob }) => [id, blob] as const), ...taken.map(({ name, key }) => [name, key] as const)]);
  }
}

const objectsOf = ({ file, result }: Held): string[] => [file, result].filter((one) => one !== null);
const drawerOfPart = ({ job, number, documents }: Held): string => drawerOf(job, number, documents);
