/** Nobody holds more than this while others may want some; what somebody sends alone always fits. */
const SHARE = 0.5;

/** What a call may hold when some of its files are fetched: what it sent, and each of those as large as a file may be; together no more than may be sent. */
export const bytesToFetch = ({ sentBytes, addresses, fileMaxBytes, maxBytes }: { sentBytes: number; addresses: number; fileMaxBytes: number; maxBytes: number }): number => Math.min(maxBytes, sentBytes + addresses * fileMaxBytes);

/**
 * How many bytes of uploads a node holds at once, from the first byte until the call is answered. Callers are many and
 * memory is not; a node that is full says so before it reads, instead of dying with everybody's calls.
 */
export class UploadBudget {
  readonly #heldBytes = new Map<string, number>();

  constructor(private readonly maxBytes: number) {}

  /** Holds bytes for a tenant and answers how to let go of them; undefined when they do not fit now. */
  hold(tenantId: string, bytes: number): (() => void) | undefined {
    const own = this.#heldBytes.get(tenantId) ?? 0;
    const all = [...this.#heldBytes.values()].reduce((sum, held) => sum + held, 0);
    if (all + bytes > this.maxBytes || (own > 0 && own + bytes > this.maxBytes * SHARE)) return undefined;
    this.#add(tenantId, bytes);
    let isHeld = true;
    return () => {
      if (isHeld) this.#add(tenantId, -bytes);
      isHeld = false;
    };
  }

  #add(tenantId: string, bytes: number): void {
    const held = (this.#heldBytes.get(tenantId) ?? 0) + bytes;
    if (held > 0) this.#heldBytes.set(tenantId, held);
    else this.#heldBytes.delete(tenantId);
  }
}
