import type { RecognitionOptions } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import type { Verdict } from '@inkproof/quota';

/** One call as it came in. */
export interface Call {
  caller: TenantCaller;
  requestId: string;
  file: Uint8Array;
  options: RecognitionOptions;
  /** Aborted when the caller hangs up, which frees the reader. */
  signal: AbortSignal;
  /** Told as soon as the quota has decided, so that every answer can say what is left. */
  onVerdict: (verdict: Verdict) => void;
}
