/**
 * How many bytes of uploads a node holds at once, from the first byte until the call is answered. Callers are many and
 * memory is not; a node that is full says so before it reads, instead of dying with everybody's calls.
 */
export class UploadBudget {
  #heldBytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Holds bytes and answers how to let go of them; undefined when they do not fit now. */
  hold(bytes: number): (() => void) | undefined {
    if (this.#heldBytes + bytes > this.maxBytes) return undefined;
    this.#heldBytes += bytes;
    let isHeld = true;
    return () => {
      if (isHeld) this.#heldBytes -= bytes;
      isHeld = false;
    };
  }
}
