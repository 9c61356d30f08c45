import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Node } from '@inkproof/contract';
import type { ReaderPool } from '@inkproof/engine';
import type { Clock, Ids } from '@inkproof/kernel';
import type { HealthChecks, Metrics } from '@inkproof/platform';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { installedReader } from '../model/engine-options.js';
import type { NodeStore } from '../store/node-store.js';

const BEAT_EVERY_MS = 5_000;

/** Keeps this node's readers in sight: a sign of life every few seconds, health, metrics, and an orderly end. */
export class KeepReaders implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #id: string;
  readonly #startedAt: Date;
  #timer?: NodeJS.Timeout;
  #beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly readers: ReaderPool,
    private readonly nodes: NodeStore,
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
    ids: Ids,
    clock: Clock,
    private readonly kind: Pick<Node, 'kind' | 'limiter'>,
    private readonly version: string,
    private readonly log: Logger,
  ) {
    this.#id = `${hostname()}-${ids.next('nod').slice(-6)}`;
    this.#startedAt = clock.now();
  }

  async onApplicationBootstrap(): Promise<void> {
    // A node that was given no readers lacks none.
    this.health.add('readers', async () => {
      if (this.readers.state().total > 0 && this.readers.pids().length === 0) throw new Error('no reader is up');
    });
    this.metrics.observe('inkproof_readers', 'Reader processes', () => this.readers.state().total);
    this.metrics.observe('inkproof_readers_busy', 'Reader processes at work', () => this.readers.state().busy);
    this.metrics.observe('inkproof_readings_queued', 'Readings that wait for a reader', () => this.readers.state().queued);
    this.metrics.observe('inkproof_readers_replaced', 'Readers that died or hung and were replaced', () => this.readers.state().replaced);
    this.metrics.observe('inkproof_readers_recycled', 'Readers that were succeeded in good order, for their pages or their memory', () => this.readers.state().recycled);
    await this.#beat();
    this.#timer = setInterval(() => (this.#beating = this.#beat()), BEAT_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    // A sign of life still on its way must not land after the farewell.
    await this.#beating;
    await this.nodes.stopping(this.#id).catch(() => {});
  }

  /** By now no call is in flight: the server has closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.readers.stop();
    await this.nodes.gone(this.#id).catch(() => {});
  }

  async #beat(): Promise<void> {
    const memoryBytes = process.memoryUsage.rss() + (await this.readers.memoryBytes());
    const installed = this.readers.readers().map(installedReader);
    const sign = { id: this.#id, ...this.kind, version: this.version, startedAt: this.#startedAt, readers: this.readers.state(), memoryBytes, installed, checks: (await this.health.run()).checks };
    await this.nodes.beat(sign).catch((error: unknown) => this.log.debug({ err: error }, 'a sign of life was not written'));
  }
}
