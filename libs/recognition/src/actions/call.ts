import type { Reliance } from '@inkproof/consent';
import type { Recognition, RecognitionOptions } from '@inkproof/contract';
import type { Statement } from '@inkproof/platform';
import type { Knock, Plan } from '@inkproof/quota';

/** One call as it came in. */
export interface Call extends Knock {
  plan: Plan;
  file: Uint8Array;
  options: RecognitionOptions;
  /** What permits it to hold personal information; absent where it declares none. */
  relied?: Reliance | undefined;
  /** Aborted when the caller hangs up, which frees the reader. */
  signal: AbortSignal;
  /** Keeps the answer for a repetition of the call, in the transaction that records it. */
  keeping?: (recognition: Recognition) => Statement;
}
