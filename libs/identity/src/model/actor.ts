import type { Actor, Chain } from '@inkproof/audit';
import type { Caller } from './caller.js';

/** A caller as the audit log names them. */
export const actorOf = (caller: Caller, requestId: string): Actor =>
  caller.kind === 'key' ? { kind: 'key', id: caller.keyId, requestId } : { kind: caller.kind, id: caller.personId, role: caller.role, requestId };

/** Somebody who has not shown who they are. */
export const visitor = (requestId: string): Actor => ({ kind: 'visitor', id: 'visitor', requestId });

/** Where it is written what people do with their own sessions and passwords: with the tenant they work for, or with the provider. */
export const chainOf = (caller: Caller): Chain => (caller.kind === 'staff' ? 'provider' : caller.tenantId);
