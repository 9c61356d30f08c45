import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { FindingRow, ReliedRow, UndeclaredRow } from '../model/reconcile.js';

/** Counts of what was declared and what was found, in a transaction that speaks for the tenant. */
export class ReconciliationStore {
  /**
   * Calls that say and show the same are counted before their categories are taken apart: a month has millions of the ones and a
   * handful of the others. They are read in one pass, not once for each version, because calls under many versions lie side by side.
   */
  relied(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<ReliedRow[]> {
    return tx.$queryRaw<ReliedRow[]>`
      SELECT f.id AS filing, f.name, v.number, c.declared::text[] AS declared, c.detected::text[] AS detected, c.recognitions
      FROM (SELECT r.filing_version_id, r.declared_categories AS declared, r.detected_categories AS detected, count(*)::int AS recognitions FROM recognition r
          WHERE r.tenant_id = ${tenantId} AND r.filing_version_id = ANY (ARRAY(SELECT a.id FROM filing_version a WHERE a.tenant_id = ${tenantId} AND a.accepted_at IS NOT NULL)) AND r.created_at >= ${from} AND r.created_at < ${to} GROUP BY 1, 2, 3) c
        JOIN filing_version v ON v.tenant_id = ${tenantId} AND v.id = c.filing_version_id JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id`;
  }

  /** What was found in results of calls that declared nothing; nothing else of those is to be reconciled. */
  undeclared(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<UndeclaredRow[]> {
    return tx.$queryRaw<UndeclaredRow[]>`
      SELECT p.category::text AS category, count(DISTINCT p.recognition_id)::int AS recognitions FROM personal_finding p
      WHERE p.tenant_id = ${tenantId} AND p.filing_version_id IS NULL AND p.at >= ${from} AND p.at < ${to} GROUP BY 1`;
  }

  findings(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<FindingRow[]> {
    return tx.$queryRaw<FindingRow[]>`
      SELECT f.id AS filing, f.name, count(*) FILTER (WHERE p.state = 'open')::int AS open, count(*) FILTER (WHERE p.state = 'dismissed')::int AS dismissed, count(*) FILTER (WHERE p.state = 'linked')::int AS linked, count(DISTINCT p.recognition_id)::int AS recognitions
      FROM personal_finding p LEFT JOIN filing_version v ON v.tenant_id = p.tenant_id AND v.id = p.filing_version_id LEFT JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id
      WHERE p.tenant_id = ${tenantId} AND p.at >= ${from} AND p.at < ${to} GROUP BY 1, 2`;
  }
}
