import type { Actor, Chain } from '@inkproof/audit';
import type { Caller } from './caller.js';

/** A caller as the audit log names them. */
export const actorOf = (caller: Caller, requestId: string): Actor =>
  caller.kind === 'key' ? { kind: 'key', id: caller.keyId, requestId } : { kind: caller.kind, id: caller.personId, role: caller.role, requestId };

/** A person at the door, before there is a session. */
export const actorOfPerson = ({ personId, tenant, staff }: { personId: string; tenant: { role: string } | null; staff: { role: string } | null }, requestId: string): Actor => ({ kind: tenant ? 'member' : 'staff', id: personId, role: tenant?.role ?? staff?.role, requestId });

/** Somebody who has not shown who they are. */
export const visitor = (requestId: string): Actor => ({ kind: 'visitor', id: 'visitor', requestId });

/** Where it is written what people do with their own sessions and passwords: with the tenant they work for, or with the provider. */
export const chainOf = (caller: Caller): Chain => (caller.kind === 'staff' ? 'provider' : caller.tenantId);
