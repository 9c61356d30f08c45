import type { ProblemCode } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** One call, what became of it and what was billed. */
export interface LedgerEntry {
  /** When the quota decided, by the store's clock. */
  at: string;
  requestId: string;
  keyId: Id<'key'> | null;
  channel: 'api' | 'console';
  outcome: 'accepted' | 'refused' | 'failed';
  code: ProblemCode | null;
  recognitionId: Id<'rec'> | null;
  pages: number;
  billedPages: number;
  durationMs: number;
}
