import type { Run } from '@inkproof/platform';
import type { Holdable, HoldsEvidence } from '@inkproof/retention';
import { openRequestStates } from '@inkproof/contract';

/**
 * What open requests and inspections hold: a request holds its own record and the authorisations of the person, with their
 * material, unless it asks for just these to be erased; an inspection holds its own record, the authorisations that were
 * drawn, their material, what was shown of them, and the texts that they were given under.
 */
export class OpenMatters implements HoldsEvidence {
  async holding(run: Run, tenantId: string, things: readonly Holdable[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const names = [...new Set(things.flatMap(({ id, relatives }) => [id, ...relatives]))];
    const rows = await run<{ name: string; matter: string }>({
      name: 'open_matters',
      text: `SELECT r.id AS name, r.id AS matter FROM subject_request r WHERE r.tenant_id = $1 AND r.id = ANY($2) AND r.state::text = ANY($3)
             UNION SELECT a.id, r.id FROM authorisation a JOIN subject_request r ON r.tenant_id = a.tenant_id AND r.subject_hash = a.subject_hash
               WHERE a.tenant_id = $1 AND a.id = ANY($4) AND r.state::text = ANY($3) AND r.kind <> 'delete'
             UNION SELECT s.id, s.id FROM inspection s WHERE s.tenant_id = $1 AND s.id = ANY($4) AND s.state <> 'closed'
             UNION SELECT v.id, s.id FROM filing_version v JOIN inspection s ON s.tenant_id = v.tenant_id
               WHERE v.tenant_id = $1 AND v.id = ANY($4) AND s.state <> 'closed' AND (s.filing_id = v.filing_id OR EXISTS (SELECT FROM inspection_item i WHERE i.tenant_id = $1 AND i.inspection_id = s.id AND i.version_id = v.id))
             UNION SELECT n.name, i.inspection_id FROM inspection_item i JOIN inspection s ON s.tenant_id = i.tenant_id AND s.id = i.inspection_id
               LEFT JOIN inspection_file f ON f.tenant_id = i.tenant_id AND f.item_id = i.id
               CROSS JOIN LATERAL (VALUES (i.id), (i.inspection_id), (i.authorisation_id), (i.object_id), (f.id), (f.object_id)) AS n (name)
             WHERE i.tenant_id = $1 AND s.state <> 'closed' AND n.name = ANY($2)`,
      values: [tenantId, names, [...openRequestStates], things.map(({ id }) => id)],
    });
    const matters = new Map<string, string[]>();
    for (const { id, relatives } of things) {
      const held = rows.filter(({ name }) => name === id || relatives.includes(name)).map(({ matter }) => matter);
      if (held.length > 0) matters.set(id, [...new Set(held)]);
    }
    return matters;
  }
}
