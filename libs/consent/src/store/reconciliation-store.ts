import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { CategoryRow, FindingRow, ReliedRow } from '../model/reconcile.js';

/** Counts of what was declared and what was found, in a transaction that speaks for the tenant. */
export class ReconciliationStore {
  relied(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<ReliedRow[]> {
    return tx.$queryRaw<ReliedRow[]>`
      SELECT f.id AS filing, f.name, v.number, c.recognitions FROM filing_version v JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id
        CROSS JOIN LATERAL (SELECT count(*)::int AS recognitions FROM recognition r WHERE r.tenant_id = v.tenant_id AND r.filing_version_id = v.id AND r.created_at >= ${from} AND r.created_at < ${to}) c
      WHERE v.tenant_id = ${tenantId} AND v.accepted_at IS NOT NULL AND c.recognitions > 0`;
  }

  /** Of filings by their recognitions; of calls that declared nothing by what was found in their results, because nothing else of those is to be reconciled. */
  categories(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<CategoryRow[]> {
    return tx.$queryRaw<CategoryRow[]>`
      SELECT v.filing_id AS filing, c.category, count(*) FILTER (WHERE c.declared)::int AS declared, count(*) FILTER (WHERE c.detected)::int AS detected, count(*) FILTER (WHERE c.detected AND NOT c.declared)::int AS undeclared
      FROM filing_version v JOIN recognition r ON r.tenant_id = v.tenant_id AND r.filing_version_id = v.id AND r.created_at >= ${from} AND r.created_at < ${to}
        CROSS JOIN LATERAL (SELECT u.category::text AS category, u.category = ANY (r.declared_categories) AS declared, u.category = ANY (r.detected_categories) AS detected FROM (SELECT unnest(r.declared_categories) UNION SELECT unnest(r.detected_categories)) u (category)) c
      WHERE v.tenant_id = ${tenantId} AND v.accepted_at IS NOT NULL GROUP BY 1, 2
      UNION ALL
      SELECT NULL, p.category::text, 0, count(DISTINCT p.recognition_id)::int, count(DISTINCT p.recognition_id)::int FROM personal_finding p
      WHERE p.tenant_id = ${tenantId} AND p.filing_version_id IS NULL AND p.at >= ${from} AND p.at < ${to} GROUP BY 2`;
  }

  findings(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<FindingRow[]> {
    return tx.$queryRaw<FindingRow[]>`
      SELECT f.id AS filing, f.name, count(*) FILTER (WHERE p.state = 'open')::int AS open, count(*) FILTER (WHERE p.state = 'dismissed')::int AS dismissed, count(*) FILTER (WHERE p.state = 'linked')::int AS linked, count(DISTINCT p.recognition_id)::int AS recognitions
      FROM personal_finding p LEFT JOIN filing_version v ON v.tenant_id = p.tenant_id AND v.id = p.filing_version_id LEFT JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id
      WHERE p.tenant_id = ${tenantId} AND p.at >= ${from} AND p.at < ${to} GROUP BY 1, 2`;
  }
}
