/**
 * Sealed bytes outside the database, by name. Here nobody knows whose they are or what they mean: that is said by rows.
 *
 * A name is letters, digits and underscores, given once and never to anything else. What cannot be done because of the storage is
 * refused as `storage.unavailable`.
 */
export abstract class Blobs {
  /** When it returns the bytes outlast a loss of power; before that nobody sees any of them. */
  abstract put(name: string, bytes: Uint8Array): Promise<void>;

  /** Other bytes under a name that is taken, in one step: whoever gets it meanwhile gets the one or the other. */
  abstract replace(name: string, bytes: Uint8Array): Promise<void>;

  /** Undefined when there is none of that name. */
  abstract get(name: string): Promise<Buffer | undefined>;

  abstract exists(name: string): Promise<boolean>;

  /** What is not there any more is no error. Also takes away what an interrupted `put` left. */
  abstract remove(names: readonly string[]): Promise<void>;

  /** Names that sort from `from` on and before `before`, in no order, also of interrupted `put`s. */
  abstract list(range: { from?: string; before: string }): AsyncIterable<string>;

  /** Returns when objects could be put and got now, by what can be known without doing so. */
  abstract check(): Promise<void>;

  abstract close(): void;
}

/** Anything else could leave the folder or the prefix it belongs into. */
export const assertBlobName = (name: string): void => {
  if (!/^[A-Za-z0-9_]{3,200}$/.test(name)) throw new RangeError('A blob is named by 3 to 200 letters, digits and underscores');
};
