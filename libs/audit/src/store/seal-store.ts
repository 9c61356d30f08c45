import type { Tx } from '@inkproof/platform';
import type { Checkpoint, SignedCheckpoint } from '../model/checkpoint.js';
import type { SigningKey } from '../actions/signing-key.js';

/** A public key that signed checkpoints of this install, as the store keeps it. */
export interface KnownKey {
  id: string;
  publicKey: Uint8Array;
  firstUsedAt: Date;
  vouchedBy: string | null;
  vouching: Uint8Array | null;
}

interface SealRow {
  chain: string;
  seq: bigint;
  head: Uint8Array;
  at: string;
  key: string;
  signature: Uint8Array;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const signed = ({ chain, seq, head, at, key, signature }: SealRow): SignedCheckpoint => ({ checkpoint: { v: 1, chain, seq: Number(seq), head: hex(head), at, key }, signature: hex(signature) });

/** Checkpoints and the keys that sign them. Both are only ever added to. */
export class SealStore {
  /** The head of a chain and the store's time; undefined while it has no entries. */
  async head(tx: Tx, chain: string): Promise<{ seq: number; head: string; now: string } | undefined> {
    const [row] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array; now: string }[]>`
      SELECT seq, hash, quota_instant(GREATEST(clock_timestamp(), at)) AS now FROM audit_entry WHERE chain = ${chain} ORDER BY seq DESC LIMIT 1`;
    return row && { seq: Number(row.seq), head: hex(row.hash), now: row.now };
  }

  async newest(tx: Tx, chain: string): Promise<SignedCheckpoint | undefined> {
    return (await this.list(tx, chain, { size: 1 }))[0];
  }

  /** Newest first. */
  async list(tx: Tx, chain: string, { below, size }: { below?: number; size: number }): Promise<SignedCheckpoint[]> {
    const rows = await tx.$queryRaw<SealRow[]>`
      SELECT chain, seq, head, quota_instant(at) AS at, key, signature FROM audit_checkpoint
      WHERE chain = ${chain} AND seq < ${below ?? Number.MAX_SAFE_INTEGER}::bigint ORDER BY seq DESC LIMIT ${size}`;
    return rows.map(signed);
  }

  /** Of two nodes that seal the same head at once, the first one's checkpoint stands and the other's is never shown to anybody. */
  async add(tx: Tx, { chain, seq, head, at, key }: Checkpoint, signature: Uint8Array): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO audit_checkpoint (chain, seq, head, at, key, signature) VALUES (${chain}, ${seq}::bigint, ${Buffer.from(head, 'hex')}, ${at}::timestamptz, ${key}, ${signature}) ON CONFLICT DO NOTHING`;
  }

  /** Chains with entries that no checkpoint covers. Walks from chain to chain along the index. */
  async unsealed(tx: Tx, most: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ chain: string }[]>`
      WITH RECURSIVE chains AS (
        SELECT min(chain) AS chain FROM audit_entry
        UNION ALL SELECT (SELECT min(e.chain) FROM audit_entry e WHERE e.chain > c.chain) FROM chains c WHERE c.chain IS NOT NULL)
      SELECT c.chain FROM chains c WHERE c.chain IS NOT NULL
        AND (SELECT max(e.seq) FROM audit_entry e WHERE e.chain = c.chain) > COALESCE((SELECT max(p.seq) FROM audit_checkpoint p WHERE p.chain = c.chain), 0) LIMIT ${most}`;
    return rows.map(({ chain }) => chain);
  }

  /** True for one node at a time, until its transaction ends. */
  async isOurTurn(tx: Tx): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ turn: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended('audit seals', 0)) AS turn`;
    return row!.turn;
  }

  /** Makes a key known before it first signs. */
  async introduce(tx: Tx, { id, publicKey, vouching }: SigningKey): Promise<void> {
    if (vouching)
      await tx.$executeRaw`INSERT INTO audit_key (id, public_key, first_used_at) VALUES (${vouching.by}, ${vouching.publicKey}, clock_timestamp()) ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      INSERT INTO audit_key (id, public_key, first_used_at, vouched_by, vouching) VALUES (${id}, ${publicKey}, clock_timestamp(), ${vouching?.by ?? null}, ${vouching?.signature ?? null}) ON CONFLICT DO NOTHING`;
  }

  /** Oldest first. */
  keys(tx: Tx): Promise<KnownKey[]> {
    return tx.auditKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { id: 'asc' }] });
  }
}
