import { canonical } from './canonical.js';

/** The head of a chain at a moment. Whoever keeps one can tell later whether the chain still is what it was. */
export interface Checkpoint {
  v: 1;
  /** ten_…, or `provider` */
  chain: string;
  /** Of the last entry it covers. */
  seq: number;
  /** Hash of that entry, hex. */
  head: string;
  /** RFC 3339 with microseconds, by the store's clock. */
  at: string;
  /** Id of the key that signed. */
  key: string;
}

export interface SignedCheckpoint {
  checkpoint: Checkpoint;
  /** Ed25519, hex. */
  signature: string;
}

export type SignedKind = 'checkpoint' | 'succession' | 'export' | 'receipt' | 'deletion' | 'disposal' | 'bundle';

/** What a signature is made over: the first line keeps a signature of one kind from being shown as one of another. */
export const signable = (kind: SignedKind, said: object): string => `inkproof:${kind}:1\n${canonical(said)}`;
