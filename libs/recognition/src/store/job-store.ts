import type { PageReading } from '@inkproof/engine';
import type { Id } from '@inkproof/kernel';
import type { Shut } from '@inkproof/maintenance';
import type { Database, Drawers, Prisma, Run } from '@inkproof/platform';
import { drawerOf, pageName, type JobState } from '../model/job.js';
import type { JobOptions } from './job-rows.js';

const withDocuments = { documents: { orderBy: { number: 'asc' } } } as const satisfies Prisma.JobInclude;

/** A job and its documents, without anything sealed and without its weight, which changes with every page. */
export type JobRecord = Omit<Prisma.JobGetPayload<{ include: typeof withDocuments }>, 'sealed' | 'sealedKey' | 'keptBytes'>;
export type DocumentRecord = JobRecord['documents'][number];

/** A job as somebody looks at it. */
export interface SeenJob {
  record: JobRecord;
  /** Documents of anybody before it in the queue; null once it runs. */
  position: number | null;
  /** By what maintenance it is held back; null when nothing holds it, and once it runs. */
  waiting: Shut | null;
}

/** A page of a job, as it was read. */
export interface ReadPage {
  document: number;
  place: number;
  page: PageReading;
}

type PageReader = Awaited<ReturnType<Drawers['reader']>>;

const sealed = { sealed: true, sealedKey: true } as const;
const unseen = { ...sealed, keptBytes: true } as const;

/** What is known of jobs. */
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly drawers: Drawers,
  ) {}

  async find(tenantId: Id<'ten'>, id: string): Promise<JobRecord | undefined> {
    return (await this.database.asTenant(tenantId, (tx) => tx.job.findFirst({ where: { tenantId, id }, include: withDocuments, omit: unseen }))) ?? undefined;
  }

  list(tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<JobRecord[]> {
    return this.database.asTenant(tenantId, (tx) =>
      tx.job.findMany({ where: { tenantId, ...(below === undefined ? {} : { id: { lt: below } }) }, include: withDocuments, omit: unseen, orderBy: { id: 'desc' }, take: size }),
    );
  }

  async state(tenantId: Id<'ten'>, id: string): Promise<JobState | undefined> {
    return (await this.database.asTenant(tenantId, (tx) => tx.job.findFirst({ where: { tenantId, id }, select: { state: true } })))?.state;
  }

  /** What was asked for; undefined once it was erased. */
  async options(tenantId: Id<'ten'>, id: string): Promise<JobOptions | undefined> {
    const row = await this.database.asTenant(tenantId, (tx) => tx.job.findFirst({ where: { tenantId, id }, select: sealed }));
    const asked = row?.sealed && (await this.drawers.reader(tenantId, id))(id, row);
    return asked ? (JSON.parse(asked.toString('utf8')) as JobOptions) : undefined;
  }

  /** In the order in which they were read. */
  async pages(tenantId: Id<'ten'>, id: string, { after, size, document }: { after: number; size: number; document?: number }): Promise<ReadPage[]> {
    const [rows, documents] = await this.database.asTenant(tenantId, async (tx) => {
      const found = await tx.jobPage.findMany({ where: { tenantId, jobId: id, place: { gt: after }, ...(document === undefined ? {} : { document }) }, orderBy: { place: 'asc' }, take: size });
      return [found, found.length ? await tx.jobDocument.count({ where: { tenantId, jobId: id } }) : 0] as const;
    });
    const readers = new Map<number, PageReader>();
    for (const { document: of } of rows) if (!readers.has(of)) readers.set(of, await this.#readerOf(tenantId, id, of, documents));
    return rows.flatMap(({ document: of, page, place, ...row }) => {
      const bytes = readers.get(of)?.(pageName(id, of, page), row);
      // It may have been erased since the rows were read.
      return bytes ? { document: of, place, page: JSON.parse(bytes.toString('utf8')) as PageReading } : [];
    });
  }

  /** Batches of before the documents had drawers lie in that of the job. */
  async #readerOf(tenantId: Id<'ten'>, id: string, document: number, documents: number): Promise<PageReader> {
    const name = drawerOf(id, document, documents);
    return this.drawers.reader(tenantId, (await this.drawers.find(tenantId, name)) ? name : id);
  }

  /**
   * The same for whoever asked. What is handed out while the job runs is billed, also if it is cancelled after that, so it is noted
   * before it goes out; of documents that failed or were cancelled nothing goes out any more. `shown` of them are.
   */
  async handOut(tenantId: Id<'ten'>, id: string, { after, size, shown = size }: { after: number; size: number; shown?: number }): Promise<ReadPage[]> {
    const pages = await this.pages(tenantId, id, { after, size });
    const last = pages.slice(0, shown).at(-1)?.place;
    if (last === undefined) return pages;
    const lost = await this.database.changeAsTenant(tenantId, async (run) => {
      await run({ name: 'note_handed_pages', text: `UPDATE job SET handed_place = $3 WHERE tenant_id = $1 AND id = $2 AND handed_place < $3 AND state = 'running'`, values: [tenantId, id, last] });
      return run<{ number: number }>({ name: 'lost_documents', text: `SELECT number FROM job_document WHERE tenant_id = $1 AND job_id = $2 AND state IN ('failed', 'canceled')`, values: [tenantId, id] });
    });
    return pages.filter(({ document }) => !lost.some(({ number }) => number === document));
  }

  async pagesDone(tenantId: Id<'ten'>, id: string, document: number): Promise<Set<number>> {
    const rows = await this.database.asTenant(tenantId, (tx) => tx.jobPage.findMany({ where: { tenantId, jobId: id, document }, select: { page: true } }));
    return new Set(rows.map(({ page }) => page));
  }

  /** For each of these jobs that still waits: the documents of anybody that will be taken before the first of its own. */
  positions(tenantId: Id<'ten'>, ids: readonly string[]): Promise<Map<string, number>> {
    return this.database.changeAsTenant(tenantId, (run) => positionsOf(run, tenantId, ids));
  }

  async position(tenantId: Id<'ten'>, id: string): Promise<number | null> {
    return (await this.positions(tenantId, [id])).get(id) ?? null;
  }
}

/** The same within a transaction that may have enqueued them. */
export const positionsOf = async (run: Run, tenantId: Id<'ten'>, ids: readonly string[]): Promise<Map<string, number>> => {
  const rows = await run<{ id: string; ahead: number }>({
    name: 'job_positions',
    text: `WITH waiting AS (SELECT id, row_number() OVER (ORDER BY priority DESC, created_on) - 1 AS ahead FROM pgboss.job WHERE name = 'document' AND state < 'active')
           SELECT d.job_id AS id, min(w.ahead)::int AS ahead FROM waiting w JOIN job_document d ON d.queue_id = w.id
           WHERE d.tenant_id = $1 AND d.job_id = ANY($2) GROUP BY 1`,
    values: [tenantId, ids],
  });
  return new Map(rows.map(({ id, ahead }) => [id, ahead]));
};
