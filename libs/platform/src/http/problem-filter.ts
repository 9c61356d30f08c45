import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problems, Refusal, type Problem } from '@inkproof/contract';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { isStoreUnavailable } from '../database/unavailable.js';

const RETRY_WHEN_STORE_IS_BACK_MS = 1_000;

/** What Nest and Express throw by themselves, in our words. */
const fromFramework = (status: number): Refusal | undefined => {
  if (status === 404) return new Refusal('request.route_unknown');
  if (status === 413) return new Refusal('request.too_large');
  if (status === 415) return new Refusal('request.unsupported_type');
  return status < 500 ? new Refusal('request.invalid') : undefined;
};

/** Every error is a refusal, by name, or a fault of ours, of which the caller learns only the request id. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpException) return fromFramework(error.getStatus());
  if (error instanceof URIError) return new Refusal('request.invalid', 'The address is not well-formed');
  if (isStoreUnavailable(error)) return new Refusal('capacity.store_unavailable', 'The store cannot be reached right now. Try again shortly; if the call changes something, look first whether it was done.', { retry_after_ms: RETRY_WHEN_STORE_IS_BACK_MS });
  return undefined;
};

/** RFC 9457 problem details for one refusal. */
export const problemOf = ({ code, message, extras }: Refusal, requestId: string, publicUrl: string): Problem => ({
  type: `${publicUrl}/docs/problems/${code}`,
  title: problems[code].title,
  status: problems[code].status,
  code,
  detail: message,
  request_id: requestId,
  retryable: problems[code].retryable,
  billed: false,
  ...extras,
});

/** The one place where an error becomes an answer. */
/** What is left of a body is taken off the line up to this size. */
const LEFT_UNREAD_MAX_BYTES = 64_000_000;

/**
 * For a body that nobody will read. A caller who is still sending hears the answer only at the end of it, and never when the
 * line is cut before; one that would send on and on is cut off all the same, or it would hold the connection.
 */
const leaveUnread = (request: Request, response: Response): void => {
  if (Number(request.headers['content-length'] ?? Infinity) <= LEFT_UNREAD_MAX_BYTES) request.resume();
  else response.setHeader('Connection', 'close');
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly publicUrl: string,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id: string }>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error) ?? new Refusal('server.fault', 'Something went wrong on our side. Please send us the request id.');
    if (refusal.code === 'server.fault') this.log.error({ request_id: request.id, err: error }, 'a fault of ours');
    else if (refusal.cause) this.log.warn({ request_id: request.id, code: refusal.code, err: refusal.cause }, 'refused for a reason of ours');
    else this.log.info({ request_id: request.id, code: refusal.code }, 'refused');
    if (response.headersSent || response.destroyed) return void response.destroy();
    const problem = problemOf(refusal, request.id, this.publicUrl);
    if (problem.retry_after_ms !== undefined) response.setHeader('Retry-After', String(Math.max(1, Math.ceil(problem.retry_after_ms / 1_000))));
    if (problem.remedy !== undefined) response.setHeader('Link', `<${problem.remedy}>; rel="help"`);
    if (!request.complete) leaveUnread(request, response);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
