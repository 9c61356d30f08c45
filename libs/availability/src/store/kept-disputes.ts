import type { RowsOfKind } from '@inkproof/retention';

/** What a tenant objected to. The outage stays; the ticket by which it objected goes after this. */
export const keptDisputes: RowsOfKind = {
  class: 'correspondence',
  prefix: 'dsp',
  table: 'outage_dispute',
  id: 'id',
  first: 'SELECT FROM ticket t WHERE t.tenant_id = $1 AND t.id IN (SELECT d.ticket_id FROM outage_dispute d WHERE d.tenant_id = $1 AND d.id = ANY($2)) ORDER BY t.id FOR UPDATE',
  lock: 'SELECT id, settled_at AS start, ARRAY[outage_id, ticket_id] AS relatives FROM outage_dispute WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id',
  erase: 'gate_erase_disputes',
  left: 'SELECT id FROM outage_dispute WHERE tenant_id = $1 AND id = ANY($2)',
  expired: 'gate_find_expired_disputes',
};
