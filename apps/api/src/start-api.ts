import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Ids } from '@inkproof/kernel';
import { type Config, Database, Metrics, nestLog, ProblemFilter, requestLog } from '@inkproof/platform';
import type { Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.js';

/** An API that listens, and how to end it: calls in flight are finished, then the readers, then the store are let go. */
export interface RunningApi {
  url: string;
  close: () => Promise<void>;
}

/** Builds the API and listens. Bodies are read by the routes that want them, after the door, with their own limits. */
export const startApi = async (config: Config, log: Logger): Promise<RunningApi> => {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(config, log), { bodyParser: false, logger: nestLog(log), abortOnError: false });
  app.set('trust proxy', config.http.trustedProxies.length ? config.http.trustedProxies : false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.set('etag', false);
  // Answers carry what was read and who may call; no cache on the way keeps them.
  app.use('/v1', (_: unknown, response: Response, next: () => void) => (response.setHeader('Cache-Control', 'no-store'), next()));
  app.use(requestLog(log, app.get(Ids), app.get(Metrics)));
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'style-src': ["'self'"], 'img-src': ["'self'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'frame-ancestors': ["'none'"] } } }));
  app.useGlobalFilters(new ProblemFilter(log, config.http.publicUrl));
  await app.listen(config.http.port, config.http.host);
  return {
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await app.get(Database).close();
    },
  };
};
