import type { RowsOfKind } from '@inkproof/retention';

/**
 * Versions of filings with their files. Their time begins when they are over and nothing relies on them any more: no
 * recognition, no item of an inspection, and no word given under them or under a version before, which ends with them.
 */
export const keptFilings: RowsOfKind = {
  class: 'filing',
  prefix: 'flv',
  after: ['recognition', 'authorisation_material', 'inspection'],
  table: 'filing_version',
  id: 'id',
  // All versions of a filing, as whoever writes on it holds them. What came to rely on one meanwhile is seen by the next statement.
  first: 'SELECT v.id FROM filing_version v WHERE v.tenant_id = $1 AND v.filing_id IN (SELECT o.filing_id FROM filing_version o WHERE o.tenant_id = $1 AND o.id = ANY($2)) ORDER BY v.id FOR UPDATE',
  lock: `SELECT v.id, v.filing_id || ARRAY(SELECT n.name FROM filing_file f CROSS JOIN LATERAL (VALUES (f.id), (f.object_id)) AS n (name) WHERE f.tenant_id = $1 AND f.version_id = v.id) AS relatives,
           CASE WHEN v.state IN ('superseded', 'withdrawn', 'refused') AND NOT version_is_relied_on(v.tenant_id, v.filing_id, v.id, v.number)
                THEN GREATEST(COALESCE(v.ended_at, v.reviewed_at), v.relied_until) END AS start
         FROM filing_version v WHERE v.tenant_id = $1 AND v.id = ANY($2) ORDER BY v.id FOR UPDATE OF v`,
  erase: 'gate_erase_filings',
  left: `SELECT id FROM filing_version WHERE tenant_id = $1 AND id = ANY($2)
         UNION SELECT version_id FROM filing_event WHERE tenant_id = $1 AND version_id = ANY($2)
         UNION SELECT t.object_id FROM tombstone t JOIN stored_object o ON o.tenant_id = t.tenant_id AND o.id = ANY(t.keys) WHERE t.tenant_id = $1 AND t.object_id = ANY($2) AND t.record_class = 'filing'`,
  expired: 'gate_find_expired_filings',
};

/** Inspections with what was shown. A hold on what was drawn, or on somebody whose word it was, is one on the inspection. */
export const keptInspections: RowsOfKind = {
  class: 'inspection',
  prefix: 'isp',
  table: 'inspection',
  id: 'id',
  lock: `SELECT s.id, s.closed_at AS start,
           ARRAY(SELECT DISTINCT n.name FROM inspection_item i LEFT JOIN inspection_file f ON f.tenant_id = $1 AND f.item_id = i.id
                   CROSS JOIN LATERAL (VALUES (i.id), (i.authorisation_id), (i.object_id), (f.id), (f.object_id), (s.filing_id)) AS n (name)
                 WHERE i.tenant_id = $1 AND i.inspection_id = s.id AND n.name IS NOT NULL) AS relatives,
           ARRAY(SELECT a.subject_hash FROM inspection_item i JOIN authorisation a ON a.tenant_id = $1 AND a.id = i.authorisation_id WHERE i.tenant_id = $1 AND i.inspection_id = s.id) AS subjects
         FROM inspection s WHERE s.tenant_id = $1 AND s.id = ANY($2) ORDER BY s.id FOR UPDATE OF s`,
  erase: 'gate_erase_inspections',
  left: `SELECT id FROM inspection WHERE tenant_id = $1 AND id = ANY($2)
         UNION SELECT inspection_id FROM inspection_item WHERE tenant_id = $1 AND inspection_id = ANY($2)
         UNION SELECT inspection_id FROM inspection_event WHERE tenant_id = $1 AND inspection_id = ANY($2)
         UNION SELECT t.object_id FROM tombstone t JOIN stored_object o ON o.tenant_id = t.tenant_id AND o.id = ANY(t.keys) WHERE t.tenant_id = $1 AND t.object_id = ANY($2) AND t.record_class = 'inspection'`,
  expired: 'gate_find_expired_inspections',
};

/** Requests of people with everything that was said with them. */
export const keptRequests: RowsOfKind = {
  class: 'data_subject_request',
  prefix: 'dsr',
  table: 'subject_request',
  id: 'id',
  lock: `SELECT r.id, r.ended_at AS start, '{}'::text[] AS relatives, array_remove(ARRAY[r.subject_hash], NULL) AS subjects
         FROM subject_request r WHERE r.tenant_id = $1 AND r.id = ANY($2) ORDER BY r.id FOR UPDATE`,
  erase: 'gate_erase_requests',
  left: `SELECT id FROM subject_request WHERE tenant_id = $1 AND id = ANY($2)
         UNION SELECT request_id FROM request_event WHERE tenant_id = $1 AND request_id = ANY($2)
         UNION SELECT request_id FROM request_task WHERE tenant_id = $1 AND request_id = ANY($2)
         UNION SELECT name FROM drawer WHERE owner = $1 AND name = ANY($2)`,
  expired: 'gate_find_expired_requests',
};
