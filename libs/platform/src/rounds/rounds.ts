import { setTimeout as sleep } from 'node:timers/promises';

/** Work that a node does over and over while it runs. A round ends before the next begins, and the last one before the node stops. */
export class Rounds {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** `round` deals with its own errors. It answers whether more waits for it already, and then the next one begins at once. */
  constructor(
    private readonly round: () => Promise<boolean>,
    private readonly pauseMs: number,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) if (!(await this.round())) await sleep(this.pauseMs, undefined, { signal }).catch(() => {});
  }
}
