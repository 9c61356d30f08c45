import { Refusal, type ProblemCode } from '@inkproof/contract';
import { DeadlineExceeded, NotReplayable, PoolBusy, ReaderLost, Unreadable, type UnreadableReason } from '@inkproof/engine';

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

/** The engine knows no tenants and no HTTP. What it says goes out in the contract's words. */
export const refusalFor = (error: unknown): unknown => {
  if (error instanceof Unreadable) return new Refusal(codes[error.reason], error.message, error.limit && { limit: error.limit });
  if (error instanceof PoolBusy) return busy();
  if (error instanceof NotReplayable) return new Refusal('recipe.not_replayable', error.message);
  if (error instanceof DeadlineExceeded) return new Refusal('recognition.deadline_exceeded', 'The file was not read before the deadline. Nothing is billed. Send fewer pages, send it as a job, or try again when the node is less busy.');
  if (error instanceof ReaderLost) return new Refusal('recognition.reader_lost', 'The reader stopped while it was at work on this file, twice. Nothing is billed. Try again.', { retry_after_ms: RETRY_WHEN_BUSY_MS });
  if (error instanceof Error && error.name === 'AbortError') return new Refusal('request.interrupted', 'The caller hung up.');
  return error;
};
