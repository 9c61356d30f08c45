export interface SignedCheckpoint {
  checkpoint: { v: 1; chain: string; seq: number; head: string; at: string; key: string };
  signature: string;
}

export interface Good {
  ok: true;
  fault: null;
  chain: string;
  from: number;
  to: number;
  head: string;
  entries: number;
  erased: number;
  checkpoints: number;
  /** The last entry that a checkpoint in the export covers. */
  sealed: number;
  keys: string[];
  pinned: boolean;
}

export interface Bad {
  ok: false;
  fault: string;
  chain: string | null;
  file: number | null;
  line: number | null;
  seq: number;
}

export const canonical: (value: unknown) => string;
export const verifyLog: (files: readonly Uint8Array[], known?: { checkpoints?: readonly unknown[]; keys?: readonly string[]; chain?: string | null }) => Good | Bad;
