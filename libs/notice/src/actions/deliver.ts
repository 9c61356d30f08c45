import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '@inkproof/kernel';
import { Rounds } from '@inkproof/platform';
import type { Logger } from 'pino';
import type { DeliveryStore } from '../store/delivery-store.js';
import type { WebhookStore } from '../store/webhook-store.js';
import type { HandOver } from './hand-over.js';

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 8;
const KEPT_MS = 30 * 24 * 3_600_000;
const FORGET_EVERY_MS = 3_600_000;

/** Hands over what is due, over and over. Any number of processes may; each delivery is taken by one at a time. */
export class Deliver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(async () => (await this.#look()) === AT_ONCE, LOOK_EVERY_MS);
  #forgotAtMs = 0;

  constructor(
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly handOver: HandOver,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  /** One look: everything that is due now, a few at a time. Answers how many there were. */
  async due(): Promise<number> {
    const taken = await this.deliveries.take(AT_ONCE);
    await Promise.all(
      taken.map(({ id, tenant_id: tenantId }) =>
        // It comes up again by itself; one that cannot be handed over must not keep the others.
        this.handOver.once(tenantId, id).catch((error: unknown) => this.log.warn({ err: error, delivery: id }, 'a delivery was not tried')),
      ),
    );
    return taken.length;
  }

  async #look(): Promise<number> {
    try {
      await this.#forget();
      return await this.due();
    } catch (error) {
      this.log.debug({ err: error }, 'deliveries could not be looked for');
      return 0;
    }
  }

  async #forget(): Promise<void> {
    const nowMs = this.clock.now().getTime();
    if (nowMs - this.#forgotAtMs < FORGET_EVERY_MS) return;
    await this.deliveries.forget(new Date(nowMs - KEPT_MS));
    await this.webhooks.forgetSecrets(new Date(nowMs));
    this.#forgotAtMs = nowMs;
  }
}
