import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Endpoint } from '@inkproof/contract';
import { actorOf, type TenantCaller } from '@inkproof/identity';
import { endpointOf, readJson, JSON_MAX_BYTES } from '@inkproof/platform';
import type { Request } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import type { NoticeGate } from '../actions/notice-gate.js';

/** What is changed by the endpoints that are marked, by the prefix of its id. */
const subjects = { key: 'key', whk: 'webhook' } as const;

const isMarked = (endpoint: Endpoint | undefined): endpoint is Endpoint => typeof endpoint?.settings === 'object' && Object.values(endpoint.settings).some((setting) => setting !== 'free');

/** Stands before every endpoint whose mark in the contract says that a member of its body needs notice. */
export class NoticeGateInterceptor implements NestInterceptor {
  constructor(private readonly gate: NoticeGate) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const endpoint = endpointOf(context.getHandler());
    if (!isMarked(endpoint)) return next.handle();
    const request = context.switchToHttp().getRequest<Request<{ id: string }> & { id: string; user: TenantCaller }>();
    const { id } = request.params;
    const of = subjects[id.slice(0, id.indexOf('_')) as keyof typeof subjects];
    const asked = endpoint.body?.safeParse(await readJson(request, endpoint.jsonMaxBytes ?? JSON_MAX_BYTES));
    // What does not match the contract is refused by the endpoint itself.
    if (!of || !asked?.success) return next.handle();
    const { tenantId } = request.user;
    const passage = await this.gate.pass(tenantId, { of, id } as Parameters<NoticeGate['pass']>[1], asked.data as Record<string, unknown>);
    if (!passage) return next.handle();
    const answer: unknown = await firstValueFrom(next.handle());
    await this.gate.passed(tenantId, passage, actorOf(request.user, request.id));
    return from([answer]);
  }
}
