import { Refusal, type Problem, type ProblemCode } from '@inkproof/contract';
import { DeadlineExceeded, DiskFull, NotReplayable, PoolBusy, ReaderLost, Unreadable, type UnreadableReason } from '@inkproof/engine';

const codes: Record<UnreadableReason, ProblemCode> = {
  empty: 'image.empty',
  unsupported: 'image.unsupported',
  corrupt: 'image.corrupt',
  too_many_pixels: 'image.too_many_pixels',
  too_many_pages: 'image.too_many_pages',
  password_required: 'document.password_required',
  password_wrong: 'document.password_wrong',
  page_missing: 'document.page_missing',
};

const RETRY_WHEN_BUSY_MS = 2_000;

export const busy = (): Refusal =>
  new Refusal('capacity.busy', 'Our readers are busy and the queue is full. You are within your own limits; this call is not billed. Try again shortly.', { retry_after_ms: RETRY_WHEN_BUSY_MS });

const RETRY_WHEN_FULL_MS = 30_000;

/** Whose limit it is: the tenant's own is told, and how full the install is by others is not. */
export const jobsFull = (limit?: Problem['limit']): Refusal =>
  new Refusal('capacity.jobs_full', limit ? 'The jobs of your organisation keep as many bytes as they may. Fetch results, or delete jobs that you no longer need.' : 'All jobs of this install together keep as many bytes as they may. You are within your own limit. Try again later.', {
    ...(limit && { limit }),
    retry_after_ms: RETRY_WHEN_FULL_MS,
  });

/** The engine knows no tenants and no HTTP. What it says goes out in the contract's words. */
export const refusalFor = (error: unknown): unknown => {
  if (error instanceof Unreadable) return new Refusal(codes[error.reason], error.message, error.limit && { limit: error.limit });
  if (error instanceof PoolBusy) return busy();
  if (error instanceof DiskFull) return new Refusal('capacity.disk_full', 'The disk of a node is full. You are within your own limits; this call is not billed. Try again later.', { retry_after_ms: RETRY_WHEN_FULL_MS });
  if (error instanceof NotReplayable) return new Refusal('recipe.not_replayable', error.message);
  if (error instanceof DeadlineExceeded) return new Refusal('recognition.deadline_exceeded', 'The file was not read before the deadline. Nothing is billed. Send fewer pages, send it as a job, or try again when the node is less busy.');
  if (error instanceof ReaderLost) return new Refusal('recognition.reader_lost', 'The reader stopped while it was at work on this file, twice. Nothing is billed. Try again.', { retry_after_ms: RETRY_WHEN_BUSY_MS });
  if (error instanceof Error && error.name === 'AbortError') return new Refusal('request.interrupted', 'The caller hung up.');
  return error;
};

/** The same where a form of a result was to be made: its pages were read, so whatever is wrong is wrong for this form only. */
export const outputRefusalFor = (error: unknown): unknown => {
  if (error instanceof Unreadable && error.reason !== 'password_required') return new Refusal('output.failed', error.message);
  if (error instanceof PoolBusy) return new Refusal('capacity.busy', 'Too many searchable PDFs or large results wait to be written, of all callers or of your organisation. The result itself stands. Ask for this form again shortly.', { retry_after_ms: RETRY_WHEN_BUSY_MS });
  if (error instanceof DeadlineExceeded) return new Refusal('recognition.deadline_exceeded', 'The pages were read, and this form of them was not made before the deadline. The rest of the answer stands. Send fewer pages, or send the file as a job.');
  return refusalFor(error);
};
