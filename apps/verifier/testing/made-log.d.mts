import type { SignedCheckpoint } from '../verify.mjs';
import type { Random } from './random.mjs';

export interface Key {
  id: string;
  public: string;
}
export interface MadeLog {
  chain: string;
  rows: { seq: number; body: string | null; salt: string | null; commitment: string; hash: string }[];
  keys: Key[];
  seals: Map<number, SignedCheckpoint>;
}
export const keyOf: (seedHex: string) => Key;
export const madeLog: (random: Random, how?: { chain?: string; entries?: number; keys?: Key[]; every?: number }) => MadeLog;
export const exported: (log: MadeLog, from?: number, to?: number) => Buffer;
