import type { DeletionSelection } from '@inkproof/contract';

/**
 * A selection as a condition on rows that have an id and `created_at`. Its values are numbered from $4. `tagged` says
 * where a row bears a tag, with $ for it.
 */
export const chosen = (selection: DeletionSelection, prefix: 'rec' | 'job', tagged: string): { sql: string; values: unknown[] } => {
  if ('ids' in selection) return { sql: 'id = ANY($4)', values: [selection.ids.filter((id) => id.startsWith(`${prefix}_`))] };
  if ('tag' in selection) return { sql: tagged.replaceAll('$', '$4'), values: [selection.tag] };
  if ('created' in selection) return { sql: 'created_at >= $4 AND created_at < $5', values: [selection.created.from, selection.created.to] };
  return { sql: 'TRUE', values: [] };
};
