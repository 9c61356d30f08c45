import type { ImageCaps } from '../image/inspect.js';
import type { Reading } from '../reading.js';
import type { PassedLimit, UnreadableReason } from '../unreadable.js';

/** What a reader process is told once, when it starts. */
export interface Orders {
  caps: ImageCaps;
  /** One list of languages to have ready before the first reading; empty for none. */
  warmLanguages: readonly string[];
}

/** One reading at a time, so neither side needs to number its messages. */
export interface Ask {
  file: Uint8Array;
  languages: readonly string[];
}

export type Answer =
  | { kind: 'ready' }
  | { kind: 'read'; reading: Reading }
  | { kind: 'unreadable'; reason: UnreadableReason; detail: string; limit?: PassedLimit }
  /** Said before dying, so that whoever replaces the reader knows why. */
  | { kind: 'fault'; why: string };
