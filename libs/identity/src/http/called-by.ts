import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Request } from 'express';
import { actorOf } from '../model/actor.js';
import type { Caller, PersonCaller, TenantCaller } from '../model/caller.js';

const callerOf = (context: ExecutionContext): Caller => context.switchToHttp().getRequest<Request & { user: Caller }>().user;

/** Whoever calls. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => callerOf(context));

/** The tenant's program or person that calls. */
export const CalledByTenant = createParamDecorator((_: unknown, context: ExecutionContext): TenantCaller => {
  const caller = callerOf(context);
  if (caller.kind === 'staff') throw new Refusal('access.denied');
  return caller;
});

/** The person that calls, of a tenant or of the provider. */
export const CalledByPerson = createParamDecorator((_: unknown, context: ExecutionContext): PersonCaller => {
  const caller = callerOf(context);
  if (caller.kind === 'key') throw new Refusal('access.denied');
  return caller;
});

/** Whoever calls, as the audit log names them. */
export const ActingBy = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(callerOf(context), context.switchToHttp().getRequest<{ id: string }>().id));
