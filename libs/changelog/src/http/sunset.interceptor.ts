import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { TenantCaller } from '@inkproof/identity';
import { endpointOf } from '@inkproof/platform';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import type { CountUses } from '../actions/count-uses.js';
import type { KnowEndings } from '../actions/know-endings.js';
import { nameOfCall } from '../model/entry.js';
import { sunsetFields } from '../model/sunset-fields.js';

/** Says on every answer to a call that will end that it will, and counts who makes which calls. */
export class SunsetInterceptor implements NestInterceptor {
  constructor(
    private readonly endings: Pick<KnowEndings, 'of'>,
    private readonly uses: Pick<CountUses, 'add'>,
    private readonly consoleUrl: string,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint) return next.handle();
    const call = nameOfCall(endpoint);
    const http = context.switchToHttp();
    const { user } = http.getRequest<Request & { user?: Partial<TenantCaller> }>();
    if (user?.kind === 'key' && user.tenantId && user.keyId) this.uses.add(user.tenantId, user.keyId, call);
    const ending = this.endings.of(call);
    if (ending) {
      const { Link, ...fields } = sunsetFields(ending, this.consoleUrl);
      const response = http.getResponse<Response>();
      response.set(fields).append('Link', Link!);
    }
    return next.handle();
  }
}
