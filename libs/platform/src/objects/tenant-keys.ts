import type { Clock, Ids } from '@inkproof/kernel';
import { createHmac } from 'node:crypto';
import type { Database, Run } from '../database/database.js';
import { drawKey, unwrapKey } from '../vault/seal.js';
import type { Blobs } from './blobs.js';

/** The tenant's key is destroyed: nothing of theirs is sealed any more. */
export class TenantKeyDestroyed extends Error {
  override readonly name = 'TenantKeyDestroyed';
}

/** A key as its row has it: the name it lies under, or itself, wrapped, as it was before keys lay outside the database. Both null once it is destroyed. */
export interface TenantKeyRow {
  key: string | null;
  wrapped: Buffer | null;
}

/** So long a node may hold an opened key. What is sealed with it meanwhile still has to pass the row of the key. */
const KNOWN_MS = 60_000;

const nameOf = (tenantId: string): string => `tenant key ${tenantId}`;

/**
 * One key a tenant, wrapped by the master key, in the place of the keys. It wraps the data keys of the tenant's objects, so
 * that destroying it erases them all.
 */
export class TenantKeys {
  readonly #known = new Map<string, { name: string | null; key: Uint8Array; untilMs: number }>();

  constructor(
    private readonly database: Database,
    readonly place: Blobs,
    readonly masterKey: Uint8Array,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** To seal with. A tenant gets its key when the first object is sealed. */
  async of(tenantId: string): Promise<Uint8Array> {
    const known = this.#known.get(tenantId);
    if (known && known.untilMs > this.clock.now().getTime()) return known.key;
    const row = (await this.database.changeAsTenant(tenantId, (run) => find(run, tenantId))) ?? (await this.#draw(tenantId));
    const key = await this.open(tenantId, row);
    if (key) return key;
    // It may have been destroyed since the row was read; if not, it is lost.
    await this.database.changeAsTenant(tenantId, (run) => find(run, tenantId));
    throw new Error(`The key ${row.key} of ${tenantId} is missing from the place of the keys`);
  }

  /** To unseal with, by the row as it stands. Undefined where it is not there any more. */
  async open(tenantId: string, { key: name, wrapped }: TenantKeyRow): Promise<Uint8Array | undefined> {
    const nowMs = this.clock.now().getTime();
    const known = this.#known.get(tenantId);
    if (known && known.untilMs > nowMs && known.name === name) return known.key;
    const held = wrapped ?? (await this.place.get(name!));
    if (!held) return undefined;
    const key = unwrapKey(this.masterKey, nameOf(tenantId), held);
    this.#known.set(tenantId, { name, key, untilMs: nowMs + KNOWN_MS });
    return key;
  }

  /** For somebody's own act, after which no object of the tenant's can be read or written. The key itself is taken away right after it. Rows and blobs stay and are erased as ever. False when it was destroyed before, or never drawn. */
  async destroy(run: Run, tenantId: string): Promise<boolean> {
    this.#known.delete(tenantId);
    const rows = await run({ name: 'destroy_tenant_key', text: 'UPDATE tenant_key SET wrapped = NULL, key = NULL, destroyed_at = $2 WHERE tenant_id = $1 AND destroyed_at IS NULL RETURNING tenant_id', values: [tenantId, this.clock.now()] });
    return rows.length === 1;
  }

  /** Tells this install from others that might use the same storage, and says nothing of the master key. */
  get installMark(): string {
    return createHmac('sha256', this.masterKey).update('owner of a storage').digest('hex').slice(0, 32);
  }

  /** The key comes before its row, as blobs do. Of two nodes that draw the first key at once, the second takes what the first has written, and its own is a stray. */
  async #draw(tenantId: string): Promise<TenantKeyRow> {
    const { wrapped } = drawKey(this.masterKey, nameOf(tenantId));
    const name = this.ids.next('blb');
    await this.place.put(name, wrapped);
    return this.database.changeAsTenant(tenantId, async (run) => {
      await run({ name: 'draw_tenant_key', text: 'INSERT INTO tenant_key (tenant_id, created_at, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', values: [tenantId, this.clock.now(), name] });
      return (await find(run, tenantId))!;
    });
  }
}

const find = async (run: Run, tenantId: string): Promise<TenantKeyRow | undefined> => {
  const [row] = await run<TenantKeyRow & Record<string, unknown>>({ name: 'find_tenant_key', text: 'SELECT key, wrapped FROM tenant_key WHERE tenant_id = $1', values: [tenantId] });
  if (row && row.key === null && row.wrapped === null) throw new TenantKeyDestroyed('The key of the tenant is destroyed');
  return row;
};
