import type { Run } from '@inkproof/platform';
import type { SigningKey } from '../actions/signing-key.js';
import type { Checkpoint, SignedCheckpoint } from '../model/checkpoint.js';

/** A public key that signs or signed checkpoints of this install, as the store keeps it. */
export interface KnownKey {
  id: string;
  publicKey: Buffer;
  firstUsedAt: Date;
  vouchedBy: string | null;
  vouching: Buffer | null;
}

const SEAL = `chain, seq::float8 AS seq, encode(head, 'hex') AS head, quota_instant(at) AS at, key, encode(signature, 'hex') AS signature`;
type SealRow = Omit<Checkpoint, 'v'> & { signature: string };

const signed = ({ signature, chain, seq, head, at, key }: SealRow): SignedCheckpoint => ({ checkpoint: { v: 1, chain, seq, head, at, key }, signature });

/** Checkpoints and the keys that sign them. Both are only ever added to. */
export class SealStore {
  /** The head of a chain and the store's time; undefined while it has no entries. */
  async head(run: Run, chain: string): Promise<{ seq: number; head: string; now: string } | undefined> {
    const [row] = await run<{ seq: number; head: string; now: string }>({
      name: 'audit_seal_head',
      text: `SELECT seq::float8 AS seq, encode(hash, 'hex') AS head, quota_instant(GREATEST(clock_timestamp(), at)) AS now FROM audit_entry WHERE chain = $1 ORDER BY audit_entry.seq DESC LIMIT 1`,
      values: [chain],
    });
    return row;
  }

  async newest(run: Run, chain: string): Promise<SignedCheckpoint | undefined> {
    return (await this.list(run, chain, { size: 1 }))[0];
  }

  /** The first checkpoint that speaks of an entry. */
  async covering(run: Run, chain: string, entry: number): Promise<SignedCheckpoint | undefined> {
    const rows = await run<SealRow>({ name: 'audit_covering', text: `SELECT ${SEAL} FROM audit_checkpoint WHERE chain = $1 AND seq >= $2 ORDER BY audit_checkpoint.seq LIMIT 1`, values: [chain, entry] });
    return rows.map(signed)[0];
  }

  /** Newest first, below one place and above another. */
  async list(run: Run, chain: string, { below = Number.MAX_SAFE_INTEGER, above = 0, size }: { below?: number; above?: number; size: number }): Promise<SignedCheckpoint[]> {
    const rows = await run<SealRow>({
      name: 'audit_seals',
      text: `SELECT ${SEAL} FROM audit_checkpoint WHERE chain = $1 AND seq < $2 AND seq > $3 ORDER BY audit_checkpoint.seq DESC LIMIT $4`,
      values: [chain, below, above, size],
    });
    return rows.map(signed);
  }

  /** Of two nodes that seal the same head at once, the first one's checkpoint stands and the other's is never shown to anybody. */
  async add(run: Run, { chain, seq, head, at, key }: Checkpoint, signature: Uint8Array): Promise<void> {
    await run({
      name: 'audit_seal',
      text: `INSERT INTO audit_checkpoint (chain, seq, head, at, key, signature) VALUES ($1, $2, decode($3, 'hex'), $4::timestamptz, $5, $6) ON CONFLICT DO NOTHING`,
      values: [chain, seq, head, at, key, signature],
    });
  }

  /** Chains with entries that no checkpoint covers. Walks from chain to chain along the index. */
  async unsealed(run: Run, most: number): Promise<string[]> {
    const rows = await run<{ chain: string }>({
      name: 'audit_unsealed',
      text: `WITH RECURSIVE chains AS (
               SELECT min(chain) AS chain FROM audit_entry
               UNION ALL SELECT (SELECT min(e.chain) FROM audit_entry e WHERE e.chain > c.chain) FROM chains c WHERE c.chain IS NOT NULL)
             SELECT c.chain FROM chains c WHERE c.chain IS NOT NULL
               AND (SELECT max(e.seq) FROM audit_entry e WHERE e.chain = c.chain) > COALESCE((SELECT max(p.seq) FROM audit_checkpoint p WHERE p.chain = c.chain), 0) LIMIT $1`,
      values: [most],
    });
    return rows.map(({ chain }) => chain);
  }

  /** True for one node at a time, until its transaction ends. */
  async isOurTurn(run: Run): Promise<boolean> {
    const [row] = await run<{ turn: boolean }>({ text: `SELECT pg_try_advisory_xact_lock(hashtextextended('audit seals', 0)) AS turn`, values: [] });
    return row!.turn;
  }

  /** Makes a key known before it first signs, and the one before it. */
  async introduce(run: Run, { id, publicKey, vouching }: SigningKey): Promise<void> {
    const text = 'INSERT INTO audit_key (id, public_key, first_used_at, vouched_by, vouching) VALUES ($1, $2, clock_timestamp(), $3, $4) ON CONFLICT DO NOTHING';
    if (vouching) await run({ name: 'audit_key', text, values: [vouching.by, vouching.publicKey, null, null] });
    await run({ name: 'audit_key', text, values: [id, publicKey, vouching?.by ?? null, vouching?.signature ?? null] });
  }

  /** Oldest first. */
  keys(run: Run): Promise<KnownKey[]> {
    return run<KnownKey>({ name: 'audit_keys', text: 'SELECT id, public_key AS "publicKey", first_used_at AS "firstUsedAt", vouched_by AS "vouchedBy", vouching FROM audit_key ORDER BY first_used_at, id', values: [] });
  }
}
