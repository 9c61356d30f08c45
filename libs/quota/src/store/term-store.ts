import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { SetTerm } from '../model/quota-term.js';

interface TermRow extends Omit<SetTerm, 'source'> {
  document: string | null;
  sha256: string | null;
}

/** What is asked of a new term. `effectiveFrom` is null for at once. */
export type NewTerm = Omit<SetTerm, 'effectiveFrom' | 'setAt' | 'cancelledAt'> & { effectiveFrom: string | null };

export interface QuotaInForce {
  requestsPerSecond: number;
  basis: SetTerm['basis'] | null;
  termId: Id<'qtm'> | null;
  until: string | null;
}

const columns = Prisma.sql`id, basis::text AS basis, requests_per_second AS "requestsPerSecond", burst::text AS burst, quota_instant(effective_from) AS "effectiveFrom", quota_instant(ends_at) AS "endsAt",
  source_document AS document, source_sha256 AS sha256, reason, set_by AS "setBy", quota_instant(set_at) AS "setAt", approved_by AS "approvedBy", quota_instant(cancelled_at) AS "cancelledAt"`;

const read = ({ document, sha256, ...row }: TermRow): SetTerm => ({ ...row, source: document === null ? null : { document, sha256 } });

/** The terms of tenants' quotas, which the store itself dates and puts in force (`quota_in_force`). */
export class TermStore {
  /** As they were set, oldest first. */
  async list(tx: Tx, tenantId: Id<'ten'>): Promise<SetTerm[]> {
    return (await tx.$queryRaw<TermRow[]>`SELECT ${columns} FROM quota_term WHERE tenant_id = ${tenantId} ORDER BY set_at, id`).map(read);
  }

  /** The quota of a tenant at an instant, which is now unless another is given; undefined where there is no such tenant. */
  async inForce(tx: Tx, tenantId: Id<'ten'>, at: string | null = null): Promise<(QuotaInForce & { at: string }) | undefined> {
    const [row] = await tx.$queryRaw<(QuotaInForce & { at: string })[]>`
      SELECT quota_instant(m.at) AS at, f.requests_per_second AS "requestsPerSecond", f.basis::text AS basis, f.term_id AS "termId", quota_instant(f.until) AS until
      FROM (SELECT COALESCE(${at}::timestamptz, clock_timestamp()) AS at) m, quota_in_force(${tenantId}, m.at) f`;
    return row;
  }

  /** Holds the terms of a tenant until the transaction ends. Before any chain, as `Approvals` has it. */
  async hold(tx: Tx, tenantId: Id<'ten'>): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quota terms ${tenantId}`}, 0))`;
  }

  async open(tx: Tx, tenantId: Id<'ten'>, { id, basis, requestsPerSecond, burst, effectiveFrom, endsAt, source, reason, setBy, approvedBy }: NewTerm): Promise<SetTerm> {
    await this.hold(tx, tenantId);
    const [row] = await tx.$queryRaw<TermRow[]>`
      SELECT ${columns} FROM quota_term_open(${id}, ${tenantId}, ${basis}::"QuotaBasis", ${requestsPerSecond}::int, ${burst}::"QuotaBurst", ${effectiveFrom}::timestamptz, ${endsAt}::timestamptz,
        ${source?.document ?? null}, ${source?.sha256 ?? null}, ${reason}, ${setBy}, ${approvedBy})`;
    return read(row!);
  }

  /** The term as it is afterwards; undefined where the tenant has none of that id. */
  async cancel(tx: Tx, tenantId: Id<'ten'>, id: Id<'qtm'>, by: string): Promise<SetTerm | undefined> {
    await this.hold(tx, tenantId);
    const [row] = await tx.$queryRaw<TermRow[]>`SELECT ${columns} FROM quota_term_cancel(${id}, ${tenantId}, ${by})`;
    return row && read(row);
  }
}
