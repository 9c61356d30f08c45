import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

/** Something that calls leave in memory and that is written to the store by and by, so that no call waits for it. */
export abstract class WritesBehind implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #writing: Promise<void> | undefined;

  constructor(private readonly everyMs: number) {}

  /** Writes what waits. It does not throw; what could not be written waits on. */
  protected abstract flush(): Promise<void>;

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.write(), this.everyMs);
  }

  /** By now the server has closed, and no call leaves anything more. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.write();
  }

  /** One at a time: what comes meanwhile is written the next time. */
  write(): Promise<void> {
    return (this.#writing ??= this.flush().finally(() => (this.#writing = undefined)));
  }
}
