import type { RowsOfKind } from '@inkproof/retention';

/** Notices as a tenant was told them: with what became of them, and with the mails that carried them, byte for byte. */
export const keptNotices: RowsOfKind = {
  class: 'correspondence',
  prefix: 'ntc',
  table: 'notice_tenant',
  id: 'notice_id',
  // What is still being spread has not begun to be past.
  lock: `SELECT n.id, CASE WHEN n.expanded_at IS NOT NULL THEN n.published_at END AS start, ARRAY[n.subject] AS relatives
         FROM notice_tenant t JOIN notice n ON n.id = t.notice_id WHERE t.tenant_id = $1 AND t.notice_id = ANY($2) ORDER BY n.id FOR UPDATE OF t`,
  erase: 'gate_erase_notices',
  left: `SELECT notice_id AS id FROM notice_tenant WHERE tenant_id = $1 AND notice_id = ANY($2)
         UNION SELECT notice_id FROM notice_delivery WHERE tenant_id = $1 AND notice_id = ANY($2)
         UNION SELECT id FROM notice WHERE tenant_id = $1 AND id = ANY($2)`,
  expired: 'gate_find_expired_notices',
};
