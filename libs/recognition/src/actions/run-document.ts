import { Refusal, type ProblemCode } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Metrics, Taken } from '@inkproof/platform';
import type { Logger } from 'pino';
import { refusalFor } from '../model/refusals.js';
import type { DescribeDocument } from './describe-document.js';
import type { DocumentAtWork, EndDocument } from './end-document.js';
import { NothingToRead, type DocumentRead, type ReadDocumentOfJob } from './read-document-of-job.js';

/** What the queue holds of a document: ids. */
export interface DocumentEntry {
  tenantId: Id<'ten'>;
  jobId: Id<'job'>;
  number: number;
}

/** What keeps us from reading whatever the document is. */
const OURS: readonly ProblemCode[] = ['capacity.busy', 'capacity.disk_full', 'storage.unavailable'];

/** Reads one document that came out of the queue and says what became of it. What it throws puts the document back. */
export class RunDocument {
  constructor(
    private readonly reading: ReadDocumentOfJob,
    private readonly describe: DescribeDocument,
    private readonly end: EndDocument,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  async for({ id: queueId, data, signal, triesBefore }: Taken<DocumentEntry>): Promise<void> {
    const work: DocumentAtWork = { ...data, queueId };
    if (triesBefore) this.log.info({ job: data.jobId, document: data.number, tries_before: triesBefore }, 'a document is taken up again');
    try {
      const read = await this.reading.for(data.tenantId, data.jobId, data.number, signal);
      await this.#record(work, read, signal);
    } catch (error) {
      if (error instanceof NothingToRead) return;
      const refusal = refusalFor(error);
      // What hung up on us is the queue: it took the document back, or the worker stops. A full pool or disk, or a storage that is away, is no fault of the document either.
      if (signal.aborted || !(refusal instanceof Refusal) || OURS.includes(refusal.code)) throw error;
      await this.#fail(work, refusal);
    }
  }

  /** A document that several workers in a row did not survive. */
  async lost({ data, id }: Taken<DocumentEntry>): Promise<void> {
    await this.#fail({ ...data, queueId: id }, new Refusal('recognition.reader_lost', 'Every worker that took this document stopped while it was at work on it. Nothing is billed for it.'));
  }

  async #record(work: DocumentAtWork, read: DocumentRead, signal: AbortSignal): Promise<void> {
    const recognition = await this.describe.for(work.tenantId, work.jobId, read, signal);
    if (!(await this.end.read(work, read.job, recognition, read.file))) return;
    this.metrics.recognitions.inc({ outcome: 'accepted', code: '' });
    this.metrics.pages.inc(recognition.usage.pages);
  }

  async #fail(work: DocumentAtWork, { code, message }: Refusal): Promise<void> {
    const ended = await this.end.failed(work, { code, detail: message });
    if (ended) this.metrics.recognitions.inc({ outcome: 'failed', code });
  }
}
