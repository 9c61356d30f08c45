import type { RecordClass } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';

export interface StoredCertificate {
  id: Id<'dct'>;
  deletionId: Id<'del'>;
  issuedAt: Date;
  /** Canonical JSON. */
  body: string;
  key: string;
  signature: Buffer;
}

/** What the tombstones of a deletion say together. */
export interface Graves {
  byClass: { record_class: RecordClass; count: number }[];
  firstAt: Date | null;
  lastAt: Date | null;
  digestsSha256: string;
  digests: string[] | null;
  keys: number;
  keysSha256: string;
  keyIds: string[] | null;
}

/** Longer lists are told by their digest only. */
const LISTED = 1_000;

export class CertificateStore {
  async add(run: Run, tenantId: string, { id, deletionId, issuedAt, body, key, signature }: StoredCertificate): Promise<void> {
    await run({
      name: 'add_certificate',
      text: 'INSERT INTO deletion_certificate (id, tenant_id, deletion_id, issued_at, body, key, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      values: [id, tenantId, deletionId, issuedAt, body, key, signature],
    });
  }

  async of(run: Run, tenantId: string, deletionId: string): Promise<StoredCertificate | undefined> {
    const [row] = await run<StoredCertificate>({
      name: 'find_certificate',
      text: 'SELECT id, deletion_id AS "deletionId", issued_at AS "issuedAt", body, key, signature FROM deletion_certificate WHERE tenant_id = $1 AND deletion_id = $2',
      values: [tenantId, deletionId],
    });
    return row;
  }

  async graves(run: Run, tenantId: string, deletionId: string): Promise<Graves> {
    const byClass = await run<{ record_class: RecordClass; count: number; first: Date; last: Date }>({
      name: 'count_graves',
      text: 'SELECT record_class, count(*)::int AS count, min(at) AS first, max(at) AS last FROM tombstone WHERE tenant_id = $1 AND deletion_id = $2 GROUP BY 1 ORDER BY 1',
      values: [tenantId, deletionId],
    });
    const [sums] = await run<{ digests_sha256: string; digests: string[] | null; keys: number; keys_sha256: string; key_ids: string[] | null }>({
      name: 'sum_graves',
      text: `WITH graves AS (SELECT digest, keys FROM tombstone WHERE tenant_id = $1 AND deletion_id = $2),
                  names AS (SELECT k COLLATE "C" AS name FROM graves, unnest(keys) k)
             SELECT (SELECT encode(sha256(COALESCE(string_agg(digest, ''::bytea ORDER BY digest), ''::bytea)), 'hex') FROM graves) AS digests_sha256,
                    (SELECT CASE WHEN count(*) <= $3 THEN COALESCE(array_agg(encode(digest, 'hex') ORDER BY digest), '{}') END FROM graves) AS digests,
                    (SELECT count(*)::int FROM names) AS keys,
                    (SELECT encode(sha256(convert_to(COALESCE(string_agg(name || E'\\n', '' ORDER BY name), ''), 'UTF8')), 'hex') FROM names) AS keys_sha256,
                    (SELECT CASE WHEN count(*) <= $3 THEN COALESCE(array_agg(name ORDER BY name), '{}') END FROM names) AS key_ids`,
      values: [tenantId, deletionId, LISTED],
    });
    const times = byClass.flatMap(({ first, last }) => [first, last]).sort((one, other) => one.getTime() - other.getTime());
    return {
      byClass: byClass.map(({ record_class, count }) => ({ record_class, count })),
      firstAt: times[0] ?? null,
      lastAt: times.at(-1) ?? null,
      digestsSha256: sums!.digests_sha256,
      digests: sums!.digests,
      keys: sums!.keys,
      keysSha256: sums!.keys_sha256,
      keyIds: sums!.key_ids,
    };
  }

  async tenantName(run: Run, tenantId: string): Promise<string> {
    return (await run<{ name: string }>({ name: 'certificate_tenant', text: 'SELECT name FROM tenant WHERE id = $1', values: [tenantId] }))[0]!.name;
  }
}
