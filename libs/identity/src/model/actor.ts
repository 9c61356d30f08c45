import type { Actor } from '@inkproof/audit';
import type { Caller } from './caller.js';

/** A caller as the audit log names them. */
export const actorOf = (caller: Caller, requestId: string): Actor =>
  caller.kind === 'key' ? { kind: 'key', id: caller.keyId, requestId } : { kind: caller.kind, id: caller.personId, role: caller.role, requestId };
