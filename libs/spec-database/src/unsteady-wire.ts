import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What ends a request: a question in text, the end of a prepared one, a word of the sign-in, a farewell. */
const LAST = new Set([...'QSpX'].map((letter) => letter.charCodeAt(0)));

/** What stands in a request that commits: the statement, or the name of the first one in a message that is a transaction by itself. */
const COMMITS = ['COMMIT', 'write_as_tenant'];

/** Tells requests apart in what is sent to PostgreSQL (its manual, Message Formats): a letter, a length that counts itself, and so much more. The first has no letter. */
class Requests {
  #bytes = Buffer.alloc(0);
  #from = 0;
  #isSignedIn = false;

  add(chunk: Buffer): Buffer[] {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    const whole: Buffer[] = [];
    for (;;) {
      const letters = this.#isSignedIn ? 1 : 0;
      if (this.#bytes.length < this.#from + letters + 4) return whole;
      const end = this.#from + letters + this.#bytes.readInt32BE(this.#from + letters);
      if (this.#bytes.length < end) return whole;
      const isLast = !this.#isSignedIn || LAST.has(this.#bytes[this.#from]!);
      this.#isSignedIn = true;
      this.#from = end;
      if (!isLast) continue;
      whole.push(this.#bytes.subarray(0, end));
      this.#bytes = this.#bytes.subarray(end);
      this.#from = 0;
    }
  }
}

/** A line to the store that can be cut: now, or just as the store says that it has committed. */
export class UnsteadyWire {
  readonly #server = createServer((near) => this.#join(near));
  readonly #ends = new Set<Socket>();
  #up = true;
  #cutsAtCommit = 0;
  #leftUntilDeath: number | undefined;
  #diesUnheard = false;

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<UnsteadyWire> {
    const wire = new UnsteadyWire(new URL(url));
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return Object.assign(new URL(this.target), { host: `127.0.0.1:${(this.#server.address() as AddressInfo).port}` }).href;
  }

  /** Nothing goes through, and whoever comes is sent away, until `mend`. */
  cut(): void {
    this.#up = false;
    for (const end of this.#ends) end.destroy();
  }

  mend(): void {
    this.#up = true;
    this.#leftUntilDeath = undefined;
  }

  /** The next commit reaches the store; that it was done never comes back. */
  cutAtNextCommit(): void {
    this.#cutsAtCommit = 1;
  }

  /**
   * Whoever is at this end dies with its n-th request to the store, from 1, though several may be on their way at once: it
   * never arrives, or it does and the answer is never heard. Nothing of theirs goes through any more until `mend`.
   */
  dieAt(request: number, unheard: boolean): void {
    this.#leftUntilDeath = request;
    this.#diesUnheard = unheard;
  }

  /** Whether it has come to that. */
  get isDead(): boolean {
    return this.#leftUntilDeath !== undefined && this.#leftUntilDeath <= 0;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket): void {
    if (!this.#up) return void near.destroy();
    const far = connect(Number(this.target.port), this.target.hostname);
    let committing = false;
    for (const end of [near, far]) {
      this.#ends.add(end);
      end.on('error', () => {});
      end.once('close', () => (near.destroy(), far.destroy(), this.#ends.delete(end)));
    }
    const send = (request: Buffer): void => {
      if (near.destroyed) return;
      if (this.#leftUntilDeath !== undefined && --this.#leftUntilDeath <= 0) {
        this.#up = false;
        if (!this.#diesUnheard || this.#leftUntilDeath < 0) return void near.destroy();
        committing = true;
      }
      if (this.#cutsAtCommit > 0 && COMMITS.some((word) => request.includes(word))) {
        this.#cutsAtCommit--;
        committing = true;
      }
      far.write(request);
    };
    const requests = new Requests();
    near.on('data', (chunk) => requests.add(chunk).forEach(send));
    far.on('data', (chunk) => (committing ? void near.destroy() : near.write(chunk)));
  }
}
