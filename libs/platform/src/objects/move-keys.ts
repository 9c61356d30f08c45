import type { Ids } from '@inkproof/kernel';
import type { Database, Run } from '../database/database.js';
import type { TwoPlaces } from './two-places.js';

const KEYS_AT_ONCE = 200;
const LAID_AT_ONCE = 16;

interface Held {
  [column: string]: unknown;
  id: string;
  name: string;
  wrapped: Buffer;
}

/**
 * Takes keys of before out of the database into the place of the keys: of objects, of tenants, and of authenticator apps. A row is locked while
 * its key moves, so nobody erases it meanwhile, and whoever dies at it has the key laid down once more.
 */
export class MoveKeys {
  constructor(
    private readonly database: Database,
    private readonly places: TwoPlaces,
    private readonly ids: Ids,
  ) {}

  /** Some of them; answers how many. */
  async some(): Promise<number> {
    let moved = 0;
    for (const { tenant_id } of await this.database.askAll<{ tenant_id: string }>('gate_find_keys_in_rows')) {
      moved += await this.database.changeAsTenant(tenant_id, async (run) => (await this.#ofTenant(run, tenant_id)) + (await this.#ofObjects(run, tenant_id)));
    }
    for (const { person_id } of await this.database.askAll<{ person_id: string }>('gate_find_people_with_keys')) moved += await this.database.changeAsPerson(person_id, (run) => this.#ofPerson(run, person_id));
    return moved;
  }

  /** Each into a drawer of its own, under the name that it was wrapped for. */
  async #ofPerson(run: Run, personId: string): Promise<number> {
    const rows = await run<Held>({ text: `SELECT id, 'factor:' || id AS name, sealed_key AS wrapped FROM factor WHERE person_id = $1 AND sealed_key IS NOT NULL ORDER BY id FOR UPDATE SKIP LOCKED`, values: [personId] });
    for (const { id, name, wrapped } of rows) {
      const key = this.ids.next('blb');
      await this.places.keys.put(key, wrapped);
      await run({ text: 'INSERT INTO drawer (key, owner, name, created_at, wrapped_by) SELECT $1, person_id, $3, created_at, 0 FROM factor WHERE person_id = $2 AND id = $4', values: [key, personId, name, id] });
      await run({ text: 'UPDATE factor SET sealed_key = NULL WHERE person_id = $1 AND id = $2', values: [personId, id] });
    }
    return rows.length;
  }

  async #ofTenant(run: Run, tenantId: string): Promise<number> {
    const [row] = await run<{ wrapped: Buffer }>({ text: 'SELECT wrapped FROM tenant_key WHERE tenant_id = $1 AND number = 1 AND wrapped IS NOT NULL FOR UPDATE SKIP LOCKED', values: [tenantId] });
    if (!row) return 0;
    const name = this.ids.next('tky');
    await this.places.keys.put(name, row.wrapped);
    await run({ text: 'UPDATE tenant_key SET wrapped = NULL, key = $2 WHERE tenant_id = $1 AND number = 1', values: [tenantId, name] });
    return 1;
  }

  async #ofObjects(run: Run, tenantId: string): Promise<number> {
    const rows = await run<Held>({ text: 'SELECT id, blob AS name, sealed_key AS wrapped FROM stored_object WHERE tenant_id = $1 AND sealed_key IS NOT NULL AND blob IS NOT NULL ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED', values: [tenantId, KEYS_AT_ONCE] });
    // What somebody who died here has left, whole or in part.
    await this.places.keys.remove(rows.map(({ name }) => name));
    for (let at = 0; at < rows.length; at += LAID_AT_ONCE) await Promise.all(rows.slice(at, at + LAID_AT_ONCE).map(({ name, wrapped }) => this.places.keys.put(name, wrapped)));
    if (rows.length > 0) await run({ text: 'UPDATE stored_object SET sealed_key = NULL WHERE tenant_id = $1 AND id = ANY($2)', values: [tenantId, rows.map(({ id }) => id)] });
    return rows.length;
  }
}
