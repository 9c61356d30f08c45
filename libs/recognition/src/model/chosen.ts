import type { DeletionSelection } from '@inkproof/contract';

const OF_THE_PERSON = 'authorisation_id IN (SELECT a.id FROM authorisation a JOIN subject_request q ON q.tenant_id = a.tenant_id AND q.subject_hash = a.subject_hash WHERE q.tenant_id = $1 AND q.id = $4)';

/**
 * A selection as a condition on rows that have an id and `created_at`. Its values are numbered from $4. `tagged` says
 * where a row bears a tag, with $ for it.
 */
export const chosen = (selection: DeletionSelection, prefix: 'rec' | 'job', tagged: string): { sql: string; values: unknown[] } => {
  if ('ids' in selection) return { sql: 'id = ANY($4)', values: [selection.ids.filter((id) => id.startsWith(`${prefix}_`))] };
  if ('tag' in selection) return { sql: tagged.replaceAll('$', '$4'), values: [selection.tag] };
  if ('created' in selection) return { sql: 'created_at >= $4 AND created_at < $5', values: [selection.created.from, selection.created.to] };
  if ('request' in selection) return { sql: selection.of === 'results' ? OF_THE_PERSON : 'FALSE AND $4::text IS NULL', values: [selection.request] };
  return { sql: 'TRUE', values: [] };
};
