import type { Access, MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Environment, Retention } from './api-key.js';

export interface KeyCaller {
  kind: 'key';
  tenantId: Id<'ten'>;
  keyId: Id<'key'>;
  environment: Environment;
  /** What is kept of its calls when a call does not say. */
  retention: Retention;
  /** Its own quota, within the tenant's; absent when it has none. */
  requestsPerSecond?: number;
}

export interface MemberCaller {
  kind: 'member';
  tenantId: Id<'ten'>;
  personId: Id<'per'>;
  sessionId: Id<'ses'>;
  role: MemberRole;
}

export interface StaffCaller {
  kind: 'staff';
  personId: Id<'per'>;
  sessionId: Id<'ses'>;
  role: StaffRole;
}

/** Who is calling: a tenant's program, a tenant's person, or a person of the provider. */
export type Caller = KeyCaller | MemberCaller | StaffCaller;
export type TenantCaller = KeyCaller | MemberCaller;
export type PersonCaller = MemberCaller | StaffCaller;

/** Whether an endpoint is open to a caller. What is not named is closed. */
export const mayCall = (access: Access, caller: Caller): boolean => {
  if (access.anyone) return true;
  if (caller.kind === 'key') return access.key === true;
  if (caller.kind === 'member') return access.member?.includes(caller.role) ?? false;
  return access.staff?.includes(caller.role) ?? false;
};
