import type { DocumentCaps, DocumentFacts, Place, Reading, ReadRequest } from '@inkproof/engine';
import type { InstalledReader } from '../model/engine-options.js';

/** What is asked of a file before anything of it is read. */
export interface OpenRequest {
  file: Uint8Array;
  password?: string;
  /** Ranges as people write them, or page numbers; all pages, or the first frame, when absent. */
  pages?: string | readonly number[] | null | undefined;
  caps: DocumentCaps;
  /** Whoever asks: callers take turns where a document takes long to open. */
  lane: string;
  signal?: AbortSignal;
}

/** Whose call will come, and how much of it is read at once. */
export type PlaceRequest = Pick<ReadRequest, 'lane' | 'laneLimit'>;

/** Who reads for this node: processes of its own, or workers elsewhere. */
export abstract class Readers {
  /** Looks at the header only: what the file is, and which of its pages would be read. Rejects with `Unreadable`. */
  abstract open(request: OpenRequest): Promise<{ facts: DocumentFacts; pages: readonly number[] }>;
  /** Rejects with `Unreadable`, `PoolBusy`, `DiskFull`, `DeadlineExceeded`, `ReaderLost`, `NotReplayable` or the signal's reason. */
  abstract read(request: ReadRequest): Promise<Reading>;
  abstract installed(): readonly InstalledReader[];
  /** Holds room for a call, so that it is refused before it costs anything and not afterwards. Rejects with `PoolBusy` when it would be turned away now. */
  abstract place(request: PlaceRequest): Promise<Place>;
}
