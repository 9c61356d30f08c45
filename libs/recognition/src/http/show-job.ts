import type { Job, JobPage } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { hasEnded, pagesOf } from '../model/job.js';
import { showPage } from '../model/show-page.js';
import type { DocumentRecord, ReadPage, SeenJob } from '../store/job-store.js';

const sum = (documents: readonly DocumentRecord[], of: (document: DocumentRecord) => number): number => documents.reduce((total, document) => total + of(document), 0);

const showDocument = ({ number, tag, state, pages, pagesDone, recognitionId, problemCode, problemDetail }: DocumentRecord): Job['documents'][number] => ({
  number,
  tag,
  status: state,
  pages,
  pages_done: pagesDone,
  recognition: recognitionId as Id<'rec'> | null,
  problem: problemCode === null ? null : { code: problemCode as NonNullable<Job['documents'][number]['problem']>['code'], detail: problemDetail ?? '' },
});

/** A job as the contract says it, without its documents: all that a list needs. */
export const summariseJob = ({ record: { id, state, requestId, tag, channel, createdAt, startedAt, finishedAt, expiresAt, documents }, position, waiting }: SeenJob): Omit<Job, 'documents'> => ({
  id: id as Id<'job'>,
  status: state,
  request_id: requestId,
  tag,
  channel,
  created_at: createdAt.toISOString(),
  started_at: startedAt?.toISOString() ?? null,
  finished_at: finishedAt?.toISOString() ?? null,
  expires_at: expiresAt.toISOString(),
  position,
  waiting: waiting && { maintenance: waiting.maintenance, until: waiting.until.toISOString() },
  progress: {
    documents: documents.length,
    documents_done: documents.filter((document) => hasEnded(document.state)).length,
    pages: documents.every(({ pages }) => pages !== null) ? sum(documents, ({ pages }) => pages ?? 0) : null,
    pages_done: sum(documents, ({ pagesDone }) => pagesDone),
  },
  usage: { pages: sum(documents, pagesOf), billed_pages: sum(documents, ({ billedPages }) => billedPages) },
});

export const showJob = (job: SeenJob): Job => ({ ...summariseJob(job), documents: job.record.documents.map(showDocument) });

export const showJobPage = ({ document, page }: ReadPage): JobPage => ({ document, page: showPage(page) });
