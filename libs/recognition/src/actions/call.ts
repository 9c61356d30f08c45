import type { Recognition, RecognitionOptions } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import type { Statement } from '@inkproof/platform';
import type { Plan, Verdict } from '@inkproof/quota';

/** One call as it came in. */
export interface Call {
  caller: TenantCaller;
  plan: Plan;
  requestId: string;
  file: Uint8Array;
  options: RecognitionOptions;
  /** Aborted when the caller hangs up, which frees the reader. */
  signal: AbortSignal;
  /** Told as soon as the quota has decided, so that every answer can say what is left. */
  onVerdict: (verdict: Verdict) => void;
  /** Keeps the answer for a repetition of the call, in the transaction that records it. */
  keeping?: (recognition: Recognition) => Statement;
}
