import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { endpointOf } from '../http/endpoint.js';
import { filesSent, readSent } from '../http/read-sent.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import type { Answer, IdempotentCalls } from './idempotent-calls.js';
import type { Asker } from './placed-call.js';

/** As the door left it on the request. */
interface KnownCaller {
  tenantId?: string;
  keyId?: string;
  personId?: string;
}

export const askerOf = (caller: KnownCaller): Asker => ({ callerId: caller.keyId ?? caller.personId ?? '', ...(caller.tenantId !== undefined && { tenantId: caller.tenantId }) });

/** Says that the answer is one that was given before. */
export const markReplay = (response: Response, { status, isReplay }: Answer & { isReplay: boolean }): void => {
  response.status(status);
  if (isReplay) response.setHeader('Idempotent-Replayed', 'true');
};

/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header) on every POST with a JSON body, a form that attaches
 * files to one, or none. Where a file is what is sent the body is not read yet, so those routes ask for themselves. At the door itself there is nobody yet whose key it would be.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly calls: IdempotentCalls) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const endpoint = endpointOf(context.getHandler());
    if (endpoint?.method !== 'POST' || endpoint.upload || endpoint.access.anyone) return next.handle();
    const request = context.switchToHttp().getRequest<Request & { user: KnownCaller }>();
    const key = idempotencyKeyOf(request.headers);
    if (key === undefined) return next.handle();
    const body = endpoint.body ? JSON.stringify(await readSent(request, endpoint)) : '';
    const files = (await filesSent(request, endpoint)).flatMap(({ name, bytes }) => [name, bytes]);
    const answer = await this.calls.once({ asker: askerOf(request.user), route: `POST ${request.path}`, key, asked: [JSON.stringify(request.query), body, ...files] }, async () => ({ status: endpoint.status, body: await firstValueFrom(next.handle()) }));
    markReplay(context.switchToHttp().getResponse<Response>(), answer);
    return from([answer.body]);
  }
}
