import { createHash, randomBytes } from 'node:crypto';
import { auditActions, type AuditAction } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run, Tx } from '@inkproof/platform';
import type { Act } from '../model/act.js';
import { canonical } from '../model/canonical.js';

/** A tenant's own log, or that of the provider for what concerns no tenant. */
export type Chain = Id<'ten'> | 'provider';

const SALT_BYTES = 16;

/** Digests of what was and what became are salted, or a guess at a low-entropy value could be checked against them. */
const digest = (salt: Buffer, value: unknown): string => createHash('sha256').update(salt).update(canonical(value)).digest('hex');

const write = (to: Tx | Run, text: string, values: unknown[]): Promise<unknown> =>
  typeof to === 'function' ? to({ name: 'audit_append', text, values }) : to.$queryRawUnsafe(text, ...values);

/**
 * Writes what was done into the append-only log, in the transaction in which it is done: both stand, or neither.
 * The store numbers and chains the entry (`audit_append`); appending holds the chain until the transaction ends.
 */
export class Trail {
  async append<Action extends AuditAction>(to: Tx | Run, chain: Chain, { action, by, targets, details, outcome = 'done', before, after, reason }: Act<Action>): Promise<void> {
    const salt = randomBytes(SALT_BYTES);
    const { version, details: shape } = auditActions[action];
    const body = canonical({
      action,
      version,
      actor: { kind: by.kind, id: by.id, role: by.role },
      request_id: by.requestId,
      targets,
      outcome: outcome === 'done' ? 'done' : 'refused',
      code: outcome === 'done' ? undefined : outcome.refused,
      details: shape.parse(details),
      before_sha256: before === undefined ? undefined : digest(salt, before),
      after_sha256: after === undefined ? undefined : digest(salt, after),
      reason,
    });
    await write(to, 'SELECT audit_append($1, $2, $3)::text', [chain, body, salt]);
  }

  /** What the provider and a tenant both have in their logs. The provider's first, always: two chains taken in two orders would wait for each other. */
  async appendToBoth<Action extends AuditAction>(to: Tx | Run, tenantId: Id<'ten'>, act: Act<Action>): Promise<void> {
    await this.append(to, 'provider', act);
    await this.append(to, tenantId, act);
  }
}
