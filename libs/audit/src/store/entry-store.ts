import type { Run } from '@inkproof/platform';
import type { Entry } from '../model/entry.js';
import { conditionsOf, type Search } from '../model/search.js';

const COLUMNS = `seq::float8 AS seq, quota_instant(at) AS at, action, actor_kind, actor_id, body, encode(salt, 'hex') AS salt, encode(commitment, 'hex') AS commitment, encode(hash, 'hex') AS hash`;

/** Entries as they stand. Whose they may be the transaction says, and the chain is asked for by name all the same. */
export class EntryStore {
  /** Newest first. */
  list(run: Run, chain: string, search: Search, { below, size }: { below: number; size: number }): Promise<Entry[]> {
    const { sql, values } = conditionsOf(search, 4);
    return run<Entry>({ text: `SELECT ${COLUMNS} FROM audit_entry WHERE chain = $1 AND seq < $2${sql} ORDER BY audit_entry.seq DESC LIMIT $3`, values: [chain, below, size, ...values] });
  }

  /** Oldest first, behind one. */
  following(run: Run, chain: string, after: number, to: number, size: number): Promise<Entry[]> {
    return run<Entry>({
      name: 'audit_following',
      text: `SELECT ${COLUMNS} FROM audit_entry WHERE chain = $1 AND seq > $2 AND seq <= $3 ORDER BY audit_entry.seq LIMIT $4`,
      values: [chain, after, to, size],
    });
  }

  /** Numbers of entries of some actions that name one of the targets, oldest first. */
  async about(run: Run, chain: string, { actions, targets, before }: { actions: readonly string[]; targets: readonly string[]; before: Date }): Promise<number[]> {
    const rows = await run<{ seq: number }>({
      name: 'audit_about',
      text: `SELECT seq::float8 AS seq FROM audit_entry WHERE chain = $1 AND action = ANY($2) AND at < $4 AND (body::jsonb -> 'targets') ?| $3 ORDER BY audit_entry.seq`,
      values: [chain, actions, targets, before],
    });
    return rows.map(({ seq }) => seq);
  }

  async headSeq(run: Run, chain: string): Promise<number> {
    const [row] = await run<{ seq: number }>({ name: 'audit_head', text: 'SELECT COALESCE(max(seq), 0)::float8 AS seq FROM audit_entry WHERE chain = $1', values: [chain] });
    return row!.seq;
  }

  /** Every chain with its newest entry and checkpoint, the provider's first. */
  chains(run: Run): Promise<{ chain: string; name: string | null; head_seq: number; head_at: string; sealed_seq: number; sealed_at: string | null }[]> {
    return run({
      name: 'audit_chains',
      text: `WITH RECURSIVE chains AS (
               SELECT min(chain) AS chain FROM audit_entry
               UNION ALL SELECT (SELECT min(e.chain) FROM audit_entry e WHERE e.chain > c.chain) FROM chains c WHERE c.chain IS NOT NULL)
             SELECT c.chain, t.name, e.seq::float8 AS head_seq, quota_instant(e.at) AS head_at, COALESCE(p.seq, 0)::float8 AS sealed_seq, quota_instant(p.at) AS sealed_at
             FROM chains c CROSS JOIN LATERAL (SELECT seq, at FROM audit_entry WHERE chain = c.chain ORDER BY seq DESC LIMIT 1) e
             LEFT JOIN LATERAL (SELECT seq, at FROM audit_checkpoint WHERE chain = c.chain ORDER BY seq DESC LIMIT 1) p ON true
             LEFT JOIN tenant t ON t.id = c.chain ORDER BY c.chain = 'provider' DESC, e.at DESC`,
      values: [],
    });
  }

  /** Names of people that may be shown to whoever reads a chain: a tenant's members to the tenant, everybody's to the provider. */
  async names(run: Run, ids: readonly string[], tenantId: string | null): Promise<Map<string, string>> {
    const rows = await run<{ id: string; name: string }>({
      name: 'audit_names',
      text: 'SELECT p.id, p.name FROM person p WHERE p.id = ANY($1) AND ($2::text IS NULL OR EXISTS (SELECT FROM member m WHERE m.person_id = p.id AND m.tenant_id = $2))',
      values: [ids, tenantId],
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
