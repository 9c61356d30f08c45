import type { RecordClass, RetentionBasis } from '@inkproof/contract';
import type { Run } from '@inkproof/platform';
import type { Rule } from '../model/period.js';

/** A rule with whose it is: a tenant's own, or everybody's. */
export interface WrittenRule extends Rule {
  id: string;
  tenantId: string | null;
}

const COLUMNS = 'id, tenant_id AS "tenantId", record_class AS "recordClass", basis::text AS basis, months, source, set_by AS "setBy", set_at AS "setAt"';

/** Rules of retention, which are only ever added to. Whose may be seen the transaction says. */
export class RuleStore {
  /** For one tenant: what binds everybody, and its own. */
  inForce(run: Run, tenantId: string): Promise<WrittenRule[]> {
    return run<WrittenRule>({
      name: 'retention_rules',
      text: `SELECT DISTINCT ON (record_class, basis) ${COLUMNS} FROM retention_rule WHERE tenant_id IS NULL OR tenant_id = $1 ORDER BY record_class, basis, months DESC, set_at DESC`,
      values: [tenantId],
    });
  }

  /** What binds everybody, from its beginning, newest first. */
  history(run: Run): Promise<WrittenRule[]> {
    return run<WrittenRule>({ name: 'retention_history', text: `SELECT ${COLUMNS} FROM retention_rule WHERE tenant_id IS NULL ORDER BY set_at DESC, id DESC`, values: [] });
  }

  /** The most months that bind whoever is asked for, on one basis or on all that a tenant may not go below. */
  async least(run: Run, recordClass: RecordClass, basis: RetentionBasis, tenantId: string | null): Promise<number> {
    const [row] = await run<{ months: number | null }>({
      name: 'retention_least',
      text: 'SELECT max(months) AS months FROM retention_rule WHERE record_class = $1 AND (tenant_id IS NOT DISTINCT FROM $3 AND basis = $2::"RetentionBasis" OR $3::text IS NOT NULL AND tenant_id IS NULL)',
      values: [recordClass, basis, tenantId],
    });
    return row?.months ?? 0;
  }

  async add(run: Run, { id, tenantId, recordClass, basis, months, source, setBy, setAt }: WrittenRule): Promise<void> {
    await run({
      name: 'retention_rule',
      text: 'INSERT INTO retention_rule (id, tenant_id, record_class, basis, months, source, set_by, set_at) VALUES ($1, $2, $3, $4::"RetentionBasis", $5, $6, $7, $8)',
      values: [id, tenantId, recordClass, basis, months, source, setBy, setAt],
    });
  }
}
