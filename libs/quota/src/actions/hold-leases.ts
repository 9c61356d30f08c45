import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Lease } from '../model/verdict.js';
import type { Limiter } from '../store/limiter.js';

/** Several times within the life of a lease, so that one lost renewal ends none. */
const RENEW_EVERY_MS = 1_000;

/** Keeps the leases of the calls that this node is answering. A node that dies renews nothing, and its calls' places are free within seconds. */
export class HoldLeases implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #held = new Map<string, Lease>();
  #timer?: NodeJS.Timeout;
  #renewing: Promise<void> | undefined;

  constructor(
    private readonly limiter: Limiter,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => (this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined))), RENEW_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
    await this.limiter.close();
  }

  hold(lease: Lease): void {
    this.#held.set(lease.id, lease);
  }

  /** Once its call was recorded, or came to nothing. */
  letGo(lease: Lease): void {
    this.#held.delete(lease.id);
    // Where it cannot be freed it ends by itself.
    this.limiter.free(lease).catch((error: unknown) => this.log.debug({ err: error }, 'a lease was left to end by itself'));
  }

  async #renew(): Promise<void> {
    const held = [...this.#held.values()];
    if (held.length === 0) return;
    try {
      const missing = new Set(await this.limiter.renew(held));
      // What is missing was let go of a moment ago, or lost.
      const lost = held.filter(({ id }) => missing.has(id) && this.#held.has(id));
      if (lost.length) await this.limiter.restore(lost);
    } catch (error) {
      this.log.warn({ err: error, leases: held.length }, 'leases were not renewed');
    }
  }
}
