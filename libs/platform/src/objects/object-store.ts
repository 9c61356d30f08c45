import type { Clock, Ids } from '@inkproof/kernel';
import { createHmac, randomBytes } from 'node:crypto';
import type { Database, Run, Statement } from '../database/database.js';
import { decrypt, unseal } from '../vault/seal.js';
import type { TenantKeys } from './tenant-keys.js';
import type { TwoPlaces } from './two-places.js';

const SALT_BYTES = 16;

/** Bytes to be kept. */
export interface KeptObject {
  /** obj_…, minted by the application. */
  id: string;
  /** What it is to retention. */
  class: string;
  bytes: Uint8Array;
  /** Null for what stays until it is erased. */
  expiresAt: Date | null;
}

/** What may still be told of an object when its key is gone. */
export interface ErasedObject {
  id: string;
  class: string | null;
  bytes: number;
  /** HMAC-SHA-256 of what was sealed, keyed with the salt. Null, like the salt, of objects of before there was a storage. */
  digest: Buffer | null;
  salt: Buffer | null;
  /** Where it lay in the storage; null if in its row. */
  blob: string | null;
}

interface Row {
  sealed: Buffer | null;
  /** Of objects of before keys lay outside the database. */
  sealed_key: Buffer | null;
  blob: string | null;
}

/**
 * Files and results of tenants, each sealed under a data key of its own, which the tenant's key wraps. Rows lie in the
 * database, sealed bytes in the storage, wrapped keys in a place of their own: whoever has copies of the first two, however
 * old, and the master key reads nothing whose key is gone.
 *
 * Bytes and key come before their row and go after it, so that a row never points to nothing, and an act that is thought
 * better of has lost nothing. What is left behind in between, by whoever died there, is taken away by `UnlinkBlobs` and
 * `SweepStrays`.
 */
export class ObjectStore {
  constructor(
    private readonly database: Database,
    private readonly places: TwoPlaces,
    private readonly keys: TenantKeys,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Lays the sealed bytes down and answers the row, for somebody's own act. Outside of its transaction, which would wait for the storage otherwise. */
  async lay(tenantId: string, { id, class: recordClass, bytes, expiresAt }: KeptObject): Promise<Statement> {
    const { sealed, sealedKey, wrappedBy } = await this.keys.seal(tenantId, id, bytes);
    const blob = this.ids.next('blb');
    await this.places.put(blob, sealed, sealedKey);
    const salt = randomBytes(SALT_BYTES);
    const digest = createHmac('sha256', salt).update(bytes).digest();
    return {
      name: 'write_object',
      // Nobody destroys the key while this goes on, and nothing is written under a key that was destroyed.
      text: `INSERT INTO stored_object (id, tenant_id, class, created_at, expires_at, bytes, blob, salt, digest, wrapped_by)
             SELECT $1::text, k.tenant_id, $3::text, $4::timestamptz, $5::timestamptz, $6::int, $7::text, $8::bytea, $9::bytea, k.number
             FROM tenant_key k WHERE k.tenant_id = $2 AND k.number = $10 AND k.destroyed_at IS NULL FOR SHARE`,
      values: [id, tenantId, recordClass, this.clock.now(), expiresAt, bytes.length, blob, salt, digest, wrappedBy],
      ifNone: () => this.keys.replaced(tenantId),
    };
  }

  /** Erases for somebody's own act: rows with it, which nothing is read without, keys and bytes right after it. Ids of none and of other tenants are passed over. */
  async erase(run: Run, tenantId: string, ids: readonly string[]): Promise<ErasedObject[]> {
    return run<ErasedObject & Record<string, unknown>>({ name: 'erase_objects', text: 'DELETE FROM stored_object WHERE tenant_id = $1 AND id = ANY($2) RETURNING id, class, bytes, digest, salt, blob', values: [tenantId, ids] });
  }

  async put(tenantId: string, object: KeptObject): Promise<void> {
    const row = await this.lay(tenantId, object);
    await this.database.writeAsTenant(tenantId, [row]);
  }

  async remove(tenantId: string, ids: readonly string[]): Promise<void> {
    await this.database.changeAsTenant(tenantId, (run) => this.erase(run, tenantId, ids));
  }

  async has(tenantId: string, id: string): Promise<boolean> {
    return (await this.#find(tenantId, id)) !== undefined;
  }

  /** Undefined when there is none, when it is somebody else's, and from the moment it has expired. */
  async get(tenantId: string, id: string): Promise<Buffer | undefined> {
    const row = await this.#find(tenantId, id);
    if (!row) return undefined;
    const { blob } = row;
    if (row.sealed && row.sealed_key) return unseal(this.keys.masterKey, id, { sealed: row.sealed, sealedKey: row.sealed_key });
    const laid = await this.places.get(blob!);
    const wrapped = laid.sealedKey ?? row.sealed_key;
    const key = wrapped && (await this.keys.unwrap(tenantId, id, wrapped));
    if (laid.sealed && key) return decrypt(key, laid.sealed, id);
    // It may have been erased since the row was read; if not, the storage has lost it.
    if (!(await this.#find(tenantId, id))) return undefined;
    throw new Error(`${laid.sealed ? (wrapped ? 'The key of the tenant' : `The key ${blob}`) : `The blob ${blob}`} of the object ${id} is missing from the storage`);
  }

  async #find(tenantId: string, id: string): Promise<Row | undefined> {
    const [row] = await this.database.changeAsTenant(tenantId, (run) =>
      run<Row & Record<string, unknown>>({
        name: 'read_object',
        text: 'SELECT o.sealed, o.sealed_key, o.blob FROM stored_object o WHERE o.tenant_id = $1 AND o.id = $2 AND (o.expires_at IS NULL OR o.expires_at > $3)',
        values: [tenantId, id, this.clock.now()],
      }),
    );
    return row;
  }
}
