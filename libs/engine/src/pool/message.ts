import type { PageChoice } from '../document/chosen-pages.js';
import type { DocumentCaps } from '../document/document.js';
import type { PageOptions } from '../read-page.js';
import type { DocumentFacts, PageReading } from '../reading.js';
import type { ReaderFacts } from '../recipe.js';
import type { PassedLimit, UnreadableReason } from '../unreadable.js';
import type { WarmReader } from './read-request.js';

/** What a process is told once, when it starts. */
export interface Orders {
  warm: readonly WarmReader[];
  /** Whether to tell of every reader there is, for which each has to be started. One process of a pool is enough for it. */
  introduces?: boolean;
  /** The system's tesseract, and where it may keep files. */
  native: { path: string; folder: string } | null;
  /** A folder with other PP-OCR models than the packaged ones. */
  models: string | null;
  niceness: number;
  /** That a page may ever use here. */
  threads: number;
}

/** A document as it is sent: once to every process that reads of it. */
export interface DocumentAsk {
  /** Numbered by the pool; a process knows a document by nothing else. */
  document: number;
  file: Uint8Array;
  caps: DocumentCaps;
  pages: PageChoice;
  password?: string;
}

/** One thing at a time: the pool asks the next when the last is answered. Only `close` has no answer. */
export type Ask =
  | ({ kind: 'open' } & DocumentAsk)
  | { kind: 'page'; document: number; number: number; options: PageOptions; threads: number }
  | { kind: 'close'; document: number };

export interface Opened {
  facts: DocumentFacts;
  /** Those that were asked for, ascending. */
  pages: readonly number[];
  inputSha256: string;
}

/** How a page ended that was not lost. */
export type PageOutcome =
  | { kind: 'page'; page: PageReading; rssBytes: number }
  | { kind: 'unreadable'; reason: UnreadableReason; detail: string; limit?: PassedLimit }
  | { kind: 'not_replayable'; detail: string }
  | { kind: 'disk_full'; detail: string };

export type Answer =
  | { kind: 'ready'; readers: readonly ReaderFacts[] }
  | ({ kind: 'opened' } & Opened)
  | PageOutcome
  /** Said before dying, so that whoever replaces the process knows why. */
  | { kind: 'fault'; why: string };
