import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { Metrics } from '../metrics/metrics.js';
import { News } from './news.js';
import { Queue, type QueueName } from './queue.js';

/** The queue and the news for one process, up before anything serves and down after everything else. */
@Global()
@Module({})
export class QueueModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(News) private readonly news: News,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  static with({ databaseUrl: url }: Config, log: Logger, looksAfter: boolean): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        { provide: Queue, useFactory: () => new Queue({ url, looksAfter, onTrouble: (error) => log.warn({ err: error }, 'the queue could not do something') }) },
        { provide: News, useFactory: () => new News(url, (error) => log.warn({ err: error }, 'the news line broke and is being built again')) },
      ],
      exports: [Queue, News],
    };
  }

  async onModuleInit(): Promise<void> {
    await Promise.all([this.queue.start(), this.news.start()]);
    // Of all nodes together. While the store is away nobody knows.
    const depth = (name: QueueName) => () => this.queue.depth(name).catch(() => NaN);
    this.metrics.observe('inkproof_documents_waiting', 'Documents of jobs that wait for a worker', depth('document'));
    this.metrics.observe('inkproof_calls_waiting', 'Calls of nodes without readers that wait for a worker', depth('call'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.stop();
    await this.news.stop();
  }
}
