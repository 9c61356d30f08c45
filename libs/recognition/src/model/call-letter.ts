import { DeadlineExceeded, DiskFull, NotReplayable, PoolBusy, ReaderLost, Unreadable, type DocumentCaps, type PassedLimit, type Reading, type ReadOptions, type UnreadableReason } from '@inkproof/engine';

/** What one node asks of another's readers; the file follows it. */
export interface CallRequest {
  options: ReadOptions;
  caps: DocumentCaps;
  laneLimit: number;
  deadlineMs: number;
}

const LENGTH_BYTES = 4;

/** The request and the file in one piece. */
export const packCall = (request: CallRequest, file: Uint8Array): Uint8Array => {
  const head = new TextEncoder().encode(JSON.stringify(request));
  const piece = new Uint8Array(LENGTH_BYTES + head.length + file.length);
  new DataView(piece.buffer).setUint32(0, head.length);
  piece.set(head, LENGTH_BYTES);
  piece.set(file, LENGTH_BYTES + head.length);
  return piece;
};

export const unpackCall = (piece: Uint8Array): { request: CallRequest; file: Uint8Array } => {
  const bodyAt = LENGTH_BYTES + new DataView(piece.buffer, piece.byteOffset).getUint32(0);
  return { request: JSON.parse(new TextDecoder().decode(piece.subarray(LENGTH_BYTES, bodyAt))) as CallRequest, file: piece.subarray(bodyAt) };
};

const kinds = { PoolBusy, DiskFull, DeadlineExceeded, ReaderLost, NotReplayable } as const;
type Kind = keyof typeof kinds;

/** What became of a call on the other node. */
export type CallAnswer = { reading: Reading } | { unreadable: { reason: UnreadableReason; message: string; limit: PassedLimit | undefined } } | { refused: { kind: Kind; message: string } };

/** Undefined for an error that is no answer: another worker may do better. */
export const answerOf = (error: unknown): CallAnswer | undefined => {
  if (error instanceof Unreadable) return { unreadable: { reason: error.reason, message: error.message, limit: error.limit } };
  const kind = (Object.keys(kinds) as Kind[]).find((name) => error instanceof kinds[name]);
  return kind && { refused: { kind, message: (error as Error).message } };
};

/** The reading, or the error that the readers of the other node ended with. */
export const readingOf = (answer: CallAnswer): Reading => {
  if ('reading' in answer) return answer.reading;
  if ('unreadable' in answer) throw new Unreadable(answer.unreadable.reason, answer.unreadable.message, answer.unreadable.limit);
  throw new kinds[answer.refused.kind](answer.refused.message);
};
