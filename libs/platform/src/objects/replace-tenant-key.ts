import type { Database, Run } from '../database/database.js';
import type { TenantKeys, WrappingKey } from './tenant-keys.js';

const KEYS_AT_ONCE = 200;
const LAID_AT_ONCE = 16;

interface Wrapped {
  [column: string]: unknown;
  id: string;
  /** Where the wrapped key lies. */
  key: string;
  /** What it is bound to. */
  name: string;
  /** Itself, of before keys lay outside the database. */
  held: Buffer | null;
}

/** Rows whose key the tenant's wraps, locked, so that nobody erases them while their key is laid down anew. */
const wrappedBefore = {
  stored_object: {
    find: 'SELECT id, blob AS key, id AS name, sealed_key AS held FROM stored_object WHERE tenant_id = $1 AND wrapped_by < $2 AND blob IS NOT NULL ORDER BY id LIMIT $3 FOR UPDATE',
    note: 'UPDATE stored_object SET wrapped_by = $2 WHERE tenant_id = $1 AND id = ANY($3)',
  },
  drawer: {
    find: 'SELECT key AS id, key, name, NULL AS held FROM drawer WHERE owner = $1 AND wrapped_by < $2 ORDER BY key LIMIT $3 FOR UPDATE',
    note: 'UPDATE drawer SET wrapped_by = $2 WHERE owner = $1 AND key = ANY($3)',
  },
} as const;

/** Gives a tenant its next key, and wraps by it what has to stay. Whoever dies at it is followed by another, who goes on from there. */
export class ReplaceTenantKey {
  constructor(
    private readonly database: Database,
    private readonly keys: TenantKeys,
  ) {}

  /** Afterwards nothing that is kept needs a key of before `since`. */
  async for(tenantId: string, since: Date): Promise<void> {
    const wrapping = await this.keys.renew(tenantId, since);
    if (!wrapping) return;
    for (const table of ['stored_object', 'drawer'] as const) while ((await this.#some(tenantId, table, wrapping)) > 0);
  }

  async #some(tenantId: string, table: keyof typeof wrappedBefore, wrapping: WrappingKey): Promise<number> {
    const { find, note } = wrappedBefore[table];
    // Known before the transaction, which would ask for it on a second connection.
    await this.keys.first(tenantId);
    return this.database.changeAsTenant(tenantId, async (run: Run) => {
      const rows = await run<Wrapped>({ text: find, values: [tenantId, wrapping.number, KEYS_AT_ONCE] });
      for (let at = 0; at < rows.length; at += LAID_AT_ONCE) await Promise.all(rows.slice(at, at + LAID_AT_ONCE).map((row) => this.#layAnew(tenantId, row, wrapping)));
      if (rows.length > 0) await run({ text: note, values: [tenantId, wrapping.number, rows.map(({ id }) => id)] });
      return rows.length;
    });
  }

  /** One key takes the other's place at once: whoever reads meanwhile finds the one or the other, and either opens. */
  async #layAnew(tenantId: string, { key, name, held }: Wrapped, wrapping: WrappingKey): Promise<void> {
    const piece = held ?? (await this.keys.place.get(key));
    const anew = piece && (await this.keys.wrapAnew(tenantId, name, piece, wrapping));
    if (anew) await this.keys.place.replace(key, anew);
  }
}
