import type { Clock } from '@inkproof/kernel';
import { createHmac } from 'node:crypto';
import type { Database, Run } from '../database/database.js';
import { drawKey, unwrapKey } from '../vault/seal.js';

/** The tenant's key is destroyed: nothing of theirs is sealed any more. */
export class TenantKeyDestroyed extends Error {
  override readonly name = 'TenantKeyDestroyed';
}

/** So long a node may hold an opened key. What is sealed with it meanwhile still has to pass the row of the key. */
const KNOWN_MS = 60_000;

const nameOf = (tenantId: string): string => `tenant key ${tenantId}`;

/** One key a tenant, wrapped by the master key. It wraps the data keys of the tenant's objects, so that destroying it erases them all. */
export class TenantKeys {
  readonly #known = new Map<string, { key: Uint8Array; untilMs: number }>();

  constructor(
    private readonly database: Database,
    readonly masterKey: Uint8Array,
    private readonly clock: Clock,
  ) {}

  /** To seal with. A tenant gets its key when the first object is sealed. */
  async of(tenantId: string): Promise<Uint8Array> {
    const nowMs = this.clock.now().getTime();
    const known = this.#known.get(tenantId);
    if (known && known.untilMs > nowMs) return known.key;
    const key = await this.database.changeAsTenant(tenantId, async (run) => {
      const wrapped = (await find(run, tenantId)) ?? (await this.#draw(run, tenantId));
      return this.open(tenantId, wrapped);
    });
    this.#known.set(tenantId, { key, untilMs: nowMs + KNOWN_MS });
    return key;
  }

  /** To unseal with, from the row as it stands. */
  open(tenantId: string, wrapped: Uint8Array): Uint8Array {
    return unwrapKey(this.masterKey, nameOf(tenantId), wrapped);
  }

  /** For somebody's own act, after which no object of the tenant's can be read or written, also out of a copy of the storage. Rows and blobs stay and are erased as ever. False when it was destroyed before, or never drawn. */
  async destroy(run: Run, tenantId: string): Promise<boolean> {
    this.#known.delete(tenantId);
    const rows = await run({ name: 'destroy_tenant_key', text: 'UPDATE tenant_key SET wrapped = NULL, destroyed_at = $2 WHERE tenant_id = $1 AND destroyed_at IS NULL RETURNING tenant_id', values: [tenantId, this.clock.now()] });
    return rows.length === 1;
  }

  /** Tells this install from others that might use the same storage, and says nothing of the master key. */
  get installMark(): string {
    return createHmac('sha256', this.masterKey).update('owner of a storage').digest('hex').slice(0, 32);
  }

  /** Of two nodes that draw the first key at once, the second takes what the first has written. */
  async #draw(run: Run, tenantId: string): Promise<Uint8Array> {
    const { wrapped } = drawKey(this.masterKey, nameOf(tenantId));
    await run({ name: 'draw_tenant_key', text: 'INSERT INTO tenant_key (tenant_id, created_at, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', values: [tenantId, this.clock.now(), wrapped] });
    return (await find(run, tenantId))!;
  }
}

const find = async (run: Run, tenantId: string): Promise<Uint8Array | undefined> => {
  const [row] = await run<{ wrapped: Buffer | null }>({ name: 'find_tenant_key', text: 'SELECT wrapped FROM tenant_key WHERE tenant_id = $1', values: [tenantId] });
  if (row?.wrapped === null) throw new TenantKeyDestroyed('The key of the tenant is destroyed');
  return row?.wrapped;
};
