import type { RowsOfKind } from '@inkproof/retention';

/** Change notices with all that happened to them. Their time begins when they are over (`isOver`). */
export const keptChanges: RowsOfKind = {
  class: 'correspondence',
  prefix: 'chg',
  table: 'change_notice',
  id: 'id',
  lock: `SELECT c.id, array_remove(ARRAY[c.subject, c.ticket_id], NULL) AS relatives,
           CASE WHEN c.state IN ('refused', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed') OR c.urgency = 'planned' AND c.state = 'applied'
                THEN (SELECT max(e.at) FROM change_event e WHERE e.tenant_id = c.tenant_id AND e.notice_id = c.id) END AS start
         FROM change_notice c WHERE c.tenant_id = $1 AND c.id = ANY($2) ORDER BY c.id FOR UPDATE OF c`,
  erase: 'gate_erase_changes',
  left: `SELECT id FROM change_notice WHERE tenant_id = $1 AND id = ANY($2) UNION SELECT notice_id FROM change_event WHERE tenant_id = $1 AND notice_id = ANY($2)`,
  expired: 'gate_find_expired_changes',
};

/** What a tenant reported, and surges once they are over. */
export const keptSecurityNotices: RowsOfKind = {
  class: 'correspondence',
  prefix: 'scn',
  table: 'security_notice',
  id: 'id',
  lock: `SELECT id, CASE WHEN origin = 'detected' THEN ended_at ELSE at END AS start, array_remove(ARRAY[ticket_id], NULL) AS relatives FROM security_notice WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
  erase: 'gate_erase_security_notices',
  left: 'SELECT id FROM security_notice WHERE tenant_id = $1 AND id = ANY($2)',
  expired: 'gate_find_expired_security_notices',
};
