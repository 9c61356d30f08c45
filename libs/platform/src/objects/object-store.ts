import type { Clock } from '@inkproof/kernel';
import type { Database, Statement } from '../database/database.js';
import { seal, unseal } from '../vault/seal.js';

/** Bytes to be kept for a while. */
export interface KeptObject {
  /** obj_…, minted by the application. */
  id: string;
  bytes: Uint8Array;
  expiresAt: Date;
}

/**
 * Files and results of tenants, each sealed under a data key of its own. They lie in PostgreSQL, so that they come and
 * go in the transactions of what they belong to, and every node reaches them.
 */
export class ObjectStore {
  constructor(
    private readonly database: Database,
    private readonly masterKey: Uint8Array,
    private readonly clock: Clock,
  ) {}

  /** For somebody's own act. */
  writing(tenantId: string, { id, bytes, expiresAt }: KeptObject): Statement {
    const { sealed, sealedKey } = seal(this.masterKey, id, bytes);
    return {
      name: 'write_object',
      text: 'INSERT INTO stored_object (id, tenant_id, created_at, expires_at, bytes, sealed, sealed_key) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      values: [id, tenantId, this.clock.now(), expiresAt, bytes.length, sealed, sealedKey],
    };
  }

  removing(tenantId: string, ids: readonly string[]): Statement {
    return { name: 'remove_objects', text: 'DELETE FROM stored_object WHERE tenant_id = $1 AND id = ANY($2)', values: [tenantId, ids] };
  }

  put(tenantId: string, object: KeptObject): Promise<void> {
    return this.database.writeAsTenant(tenantId, [this.writing(tenantId, object)]);
  }

  remove(tenantId: string, ids: readonly string[]): Promise<void> {
    return this.database.writeAsTenant(tenantId, [this.removing(tenantId, ids)]);
  }

  /** Undefined when there is none, when it is somebody else's, and from the moment it has expired. */
  async get(tenantId: string, id: string): Promise<Buffer | undefined> {
    const [row] = await this.database.changeAsTenant(tenantId, (run) =>
      run<{ sealed: Buffer; sealed_key: Buffer }>({ name: 'read_object', text: 'SELECT sealed, sealed_key FROM stored_object WHERE tenant_id = $1 AND id = $2 AND expires_at > $3', values: [tenantId, id, this.clock.now()] }),
    );
    return row && unseal(this.masterKey, id, { sealed: row.sealed, sealedKey: row.sealed_key });
  }
}
