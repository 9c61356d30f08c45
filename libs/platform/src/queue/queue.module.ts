import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { News } from './news.js';
import { Queue } from './queue.js';

/** The queue and the news for one process, up before anything serves and down after everything else. */
@Global()
@Module({})
export class QueueModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(News) private readonly news: News,
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
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.stop();
    await this.news.stop();
  }
}
