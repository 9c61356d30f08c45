import { Refusal } from '@inkproof/contract';

const RETRY_AFTER_MS = 5_000;

/**
 * The storage of files and results cannot be used now. Callers learn that and no more; `cause` says to those who run the
 * install what is wrong, and goes into the log.
 */
export class StorageUnavailable extends Refusal {
  constructor(override readonly cause: Error) {
    super('storage.unavailable', 'Files and results cannot be stored or fetched right now. Try again shortly; calls that keep nothing are answered as ever.', { retry_after_ms: RETRY_AFTER_MS });
  }
}
