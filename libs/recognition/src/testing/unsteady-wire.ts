import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

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
   * Whoever is at this end dies with its n-th message to the store, from 1: it never arrives, or it does and the answer is
   * never heard. Nothing of theirs goes through any more until `mend`.
   */
  dieAt(message: number, unheard: boolean): void {
    this.#leftUntilDeath = message;
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
    near.on('data', (chunk) => {
      if (this.#leftUntilDeath !== undefined && --this.#leftUntilDeath <= 0) {
        this.#up = false;
        if (!this.#diesUnheard || this.#leftUntilDeath < 0) return void near.destroy();
        committing = true;
      }
      if (this.#cutsAtCommit > 0 && chunk.includes('COMMIT')) {
        this.#cutsAtCommit--;
        committing = true;
      }
      far.write(chunk);
    });
    far.on('data', (chunk) => (committing ? void near.destroy() : near.write(chunk)));
  }
}
