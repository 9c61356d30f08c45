import type { RequestHandler, Request, Response } from 'express';
import type { Ids } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Metrics } from '../metrics/metrics.js';

/** A request that knows when it came, by the process's own steady clock. */
export interface TimedRequest extends Request {
  arrivedMs?: number;
}

const QUIET = new Set(['/health/live', '/health/ready', '/metrics']);

/** Gives each request its id, counts it, and writes one line when it is over: no query, no header, no body. */
export const requestLog = (log: Logger, ids: Ids, metrics: Metrics): RequestHandler => {
  const write = pinoHttp({
    logger: log,
    genReqId: (_, response) => {
      const id = ids.next('req');
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => QUIET.has(request.url ?? '') },
    customLogLevel: (_, response, error) => (error || response.statusCode >= 500 ? 'warn' : 'info'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
  return (request: TimedRequest, response, next) => {
    request.arrivedMs = performance.now();
    const stop = metrics.requests.startTimer();
    response.once('close', () => stop({ method: request.method, route: routeOf(request), status: statusOf(response) }));
    write(request, response, next);
  };
};

/** The route's pattern, never the address: ids in labels would grow without end. */
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? 'none';

/** 499 is what proxies call a caller that hung up. */
const statusOf = (response: Response): number => (response.writableFinished ? response.statusCode : 499);
