import type { NoticeKind, PlanKind } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';

/** A tenant that a notice would concern. */
export interface ForeseenTenant {
  id: Id<'ten'>;
  name: string;
  plan: PlanKind;
  planName: string;
}

export interface ForeseenAudience {
  components: readonly string[];
  /** Empty for every plan. */
  plans: readonly string[];
}

/** Whom a notice would concern, found as spreading finds them. */
export class ForesightStore {
  /** By age of the tenant. `search` is a part of its name, or its id. */
  concerned(run: Run, { components, plans }: ForeseenAudience, { search, above, size }: { search?: string; above?: string; size: number | null }): Promise<ForeseenTenant[]> {
    return run<ForeseenTenant>({
      text: `SELECT t.id, t.name, p.kind AS plan, t.plan_name AS "planName" FROM gate_find_concerned($1, $2) c JOIN tenant t ON t.id = c.tenant_id JOIN plan p ON p.name = t.plan_name
             WHERE ($3::text IS NULL OR t.id = $3 OR strpos(lower(t.name), lower($3)) > 0) AND ($4::text IS NULL OR t.id > $4) ORDER BY t.id LIMIT $5`,
      values: [components, plans, search ?? null, above ?? null, size],
    });
  }

  /** How many webhooks of each of these tenants asked for a kind. */
  async listening(run: Run, kind: NoticeKind, tenantIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await run<{ id: string; count: number }>({ text: 'SELECT tenant_id AS id, count(*)::int AS count FROM gate_find_listening($1, $2) GROUP BY tenant_id', values: [kind, tenantIds] });
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
