import type { Job } from '@inkproof/contract';
import type { PageReasons } from '@inkproof/quota';

export type JobState = Job['status'];
export type EndState = Exclude<JobState, 'queued' | 'running'>;

export const hasEnded = (state: JobState): state is EndState => state !== 'queued' && state !== 'running';

/** The drawer that pages of a document lie in. In a batch each document has one of its own, so that what was read of one can be destroyed and the others stay. */
export const drawerOf = (jobId: string, document: number, documents: number): string => (documents > 1 ? `${jobId}/${document}` : jobId);

/** All drawers of a job: the one with what was asked, and those of its documents. */
export const drawersOf = (jobId: string, documents: number): string[] => [...new Set([jobId, ...Array.from({ length: documents }, (_, index) => drawerOf(jobId, index + 1, documents))])];

/** What a page of a job is called where it is sealed. */
export const pageName = (jobId: string, document: number, page: number): string => `${jobId}/${document}/${page}`;

/** Pages that somebody has had of a document: all that were read, or of one that came to nothing those that were handed out before. */
export const pagesOf = ({ recognitionId, pagesDone, pageReasons }: { recognitionId: string | null; pagesDone: number; pageReasons: unknown }): number =>
  recognitionId === null ? Object.values((pageReasons ?? {}) as PageReasons).reduce((sum, pages) => sum + pages, 0) : pagesDone;

/** How a job ended, by how its documents did; undefined while one of them is still to come. */
export const jobEnd = (documents: readonly JobState[]): EndState | undefined => {
  if (!documents.every(hasEnded)) return undefined;
  const [first] = documents;
  // Only whoever asked can cancel, and then for the whole job, whatever had been read by then.
  if (documents.includes('canceled')) return 'canceled';
  // One of a kind is what all of them are: all succeeded, all failed.
  return first !== undefined && documents.every((state) => state === first) ? (first as EndState) : 'partial';
};

/** When the results of a job go: some time after they were fetched, and never later than was said at its end. */
export const expiryAfterFetch = (expiresAt: Date, now: Date, keepFetchedMs: number): Date => new Date(Math.min(expiresAt.getTime(), now.getTime() + keepFetchedMs));

/**
 * The turns of new documents. Each tenant's documents stand one behind the other, and turns are taken lowest first over all
 * tenants: who comes with one document is next, whoever came with a hundred before. Nobody begins before the present
 * turn, so idle time earns nothing, and nobody waits for ever.
 */
export const nextTurns = (presentTurn: number, lastOfTenant: number, documents: number): number[] => {
  const first = Math.max(presentTurn, lastOfTenant + 1);
  return Array.from({ length: documents }, (_, i) => first + i);
};
