import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, Database, nestLog, ProblemFilter } from '@inkproof/platform';
import type { Logger } from 'pino';
import { WorkerModule } from './worker.module.js';

/** A worker at work, and how to end it: what it cannot finish in a few seconds another takes up. */
export interface RunningWorker {
  url: string;
  close: () => Promise<void>;
}

/** Builds the worker and begins to take work. It listens for those who look after it. */
export const startWorker = async (config: Config, log: Logger): Promise<RunningWorker> => {
  const app = await NestFactory.create<NestExpressApplication>(WorkerModule.with(config, log), { bodyParser: false, logger: nestLog(log), abortOnError: false });
  app.disable('x-powered-by');
  app.useGlobalFilters(new ProblemFilter(log, config.http.publicUrl));
  await app.listen(config.worker.port, config.worker.host);
  return {
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await app.get(Database).close();
    },
  };
};
