import type { AuditAction, AuditDetails, ProblemCode } from '@inkproof/contract';

/** Who did something: a tenant's program or person, a person of the provider, the install by itself, or somebody who has not shown who they are. */
export interface Actor {
  kind: 'key' | 'member' | 'staff' | 'system' | 'visitor';
  /** key_…, per_…, the name of the part that acted by itself, or `visitor`. */
  id: string;
  role?: string;
  /** req_…; null where no request asked for it. */
  requestId: string | null;
}

/** One thing that was done, or refused, as the audit log keeps it. */
export type Act<Action extends AuditAction = AuditAction> = {
  [Name in Action]: {
    action: Name;
    by: Actor;
    /** Ids of what it was done to. */
    targets: readonly string[];
    details: AuditDetails<Name>;
    /** `done` unless said otherwise: an attempt that was refused and is worth knowing of. */
    outcome?: 'done' | { refused: ProblemCode };
    /** What it was and what it became. Only their salted digests are kept. */
    before?: unknown;
    after?: unknown;
    /** Why, in the words of whoever did it. */
    reason?: string;
  };
}[Action];
