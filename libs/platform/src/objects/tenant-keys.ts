import type { Clock, Ids } from '@inkproof/kernel';
import { createHmac } from 'node:crypto';
import type { Database, Run } from '../database/database.js';
import { drawKey, seal, unwrapKey, wrapKey, WRAPPED_BYTES, type Sealed } from '../vault/seal.js';
import type { Blobs } from './blobs.js';
import { StorageUnavailable } from './storage-unavailable.js';

/** A tenant's key, opened. */
export interface WrappingKey {
  number: number;
  /** What it lies under. */
  name: string | null;
  key: Uint8Array;
}

interface Row {
  number: number;
  /** Null once it is destroyed, and of before keys lay outside the database. */
  key: string | null;
  /** Itself, of before. */
  wrapped: Buffer | null;
  created_at: Date;
  destroyed_at: Date | null;
}

/** So long a node may hold an opened key. What is sealed with it meanwhile still has to pass the row of the key. */
const KNOWN_MS = 60_000;
/** The one that a tenant gets first. What is wrapped by it does not say so. */
const FIRST = 1;

const nameOf = (tenantId: string): string => `tenant key ${tenantId}`;

/** What is wrapped by a later key begins with where that lies, so that it can be opened with nothing but the place of the keys and the master key. */
const labelled = ({ number, name }: WrappingKey, wrapped: Uint8Array): Uint8Array<ArrayBuffer> => (number === FIRST ? new Uint8Array(wrapped) : new Uint8Array(Buffer.concat([Buffer.from([name!.length]), Buffer.from(name!), wrapped])));

const labelOf = (piece: Uint8Array): string | undefined => (piece.length === WRAPPED_BYTES ? undefined : Buffer.from(piece.subarray(1, 1 + piece[0]!)).toString());

/**
 * The keys of tenants, wrapped by the master key, in the place of the keys. A tenant's wraps the data keys of its objects and
 * drawers. When everything of a tenant is erased it gets the next one: what has to stay is wrapped anew, and the one before
 * is destroyed, and with it whatever it has ever opened.
 */
export class TenantKeys {
  readonly #sealing = new Map<string, WrappingKey & { untilMs: number }>();
  readonly #opened = new Map<string, { key: Uint8Array; untilMs: number }>();

  constructor(
    private readonly database: Database,
    readonly place: Blobs,
    readonly masterKey: Uint8Array,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** To seal with. A tenant gets its key when the first thing is sealed. */
  async of(tenantId: string): Promise<WrappingKey> {
    const known = this.#sealing.get(tenantId);
    if (known && known.untilMs > this.#nowMs) return known;
    const row = await this.#last(tenantId);
    const [number, key] = row && !row.destroyed_at ? [row.number, await this.#open(tenantId, row)] : [0, undefined];
    if (key) return this.#sealWith(tenantId, { number, name: row!.key, key });
    // Where a database of before was put back, the key that it knows may be destroyed; where the place is not ours, it is not.
    if (number > 0 && !(await this.place.exists(this.mark))) throw new Error(`The key ${row!.key} of ${tenantId} is missing from the place of the keys`);
    return this.#draw(tenantId, (row?.number ?? 0) + 1);
  }

  /** Bytes under a data key of their own, which the tenant's wraps. */
  async seal(tenantId: string, name: string, bytes: Uint8Array): Promise<Sealed & { wrappedBy: number }> {
    const wrapping = await this.of(tenantId);
    const { sealed, sealedKey } = seal(wrapping.key, name, bytes);
    return { sealed, sealedKey: labelled(wrapping, sealedKey), wrappedBy: wrapping.number };
  }

  /** A new key, wrapped for that name. */
  async drawKey(tenantId: string, name: string): Promise<{ key: Uint8Array; wrapped: Uint8Array<ArrayBuffer>; wrappedBy: number }> {
    const wrapping = await this.of(tenantId);
    const { key, wrapped } = drawKey(wrapping.key, name);
    return { key, wrapped: labelled(wrapping, wrapped), wrappedBy: wrapping.number };
  }

  /** Undefined where the tenant's key that wraps it is not there any more. */
  async unwrap(tenantId: string, name: string, piece: Uint8Array): Promise<Uint8Array | undefined> {
    const label = labelOf(piece);
    const key = label === undefined ? await this.first(tenantId) : await this.#openAt(tenantId, label);
    return key && unwrapKey(key, name, piece.subarray(piece.length - WRAPPED_BYTES));
  }

  /** By which everything is wrapped that does not say so. Undefined once it is destroyed. */
  async first(tenantId: string): Promise<Uint8Array | undefined> {
    const known = this.#known(nameOf(tenantId));
    if (known) return known;
    const row = await this.#row(tenantId, 'AND number = 1');
    return row && this.#open(tenantId, row);
  }

  /** The same, wrapped by the key that seals now. Undefined where it is already. */
  async wrapAnew(tenantId: string, name: string, piece: Uint8Array, wrapping: WrappingKey): Promise<Uint8Array | undefined> {
    if (labelOf(piece) === wrapping.name) return undefined;
    const key = await this.unwrap(tenantId, name, piece);
    return key && labelled(wrapping, wrapKey(wrapping.key, name, key));
  }

  /** The next key, unless the one that seals now was drawn since then. Undefined where there is none to follow. */
  async renew(tenantId: string, since: Date): Promise<WrappingKey | undefined> {
    const row = await this.#last(tenantId);
    if (!row) return undefined;
    this.forget(tenantId);
    return row.destroyed_at || row.created_at < since ? this.#draw(tenantId, row.number + 1) : this.of(tenantId);
  }

  /** Where the keys before the last lie, held until the transaction ends. The first stays while rows of before have it beside what they keep. */
  async before(run: Run, tenantId: string): Promise<string[]> {
    const rows = await run<{ key: string | null; number: number }>({ name: 'lock_tenant_keys', text: 'SELECT key, number FROM tenant_key WHERE tenant_id = $1 AND destroyed_at IS NULL ORDER BY number FOR UPDATE', values: [tenantId] });
    const ofBefore = await run({ name: 'words_of_before', text: 'SELECT 1 FROM subject_request WHERE tenant_id = $1 AND sealed_key IS NOT NULL UNION ALL SELECT 1 FROM request_event WHERE tenant_id = $1 AND sealed_key IS NOT NULL LIMIT 1', values: [tenantId] });
    return rows.slice(0, -1).flatMap(({ key, number }) => (key === null || (number === FIRST && ofBefore.length > 0) ? [] : key));
  }

  /** For somebody's own act, right after which they are taken away. The store itself refuses while anything is still wrapped by one of them. */
  async destroy(run: Run, tenantId: string, names: readonly string[]): Promise<void> {
    await run({ name: 'destroy_tenant_keys', text: 'UPDATE tenant_key SET key = NULL, destroyed_at = $3 WHERE tenant_id = $1 AND key = ANY($2)', values: [tenantId, names, this.clock.now()] });
  }

  /** It has been replaced since this node last looked. What was sealed with it is written nowhere; whoever asks again is served. */
  replaced(tenantId: string): Error {
    this.forget(tenantId);
    return new StorageUnavailable(new Error(`The key of ${tenantId} was replaced in this moment`));
  }

  forget(tenantId: string): void {
    this.#sealing.delete(tenantId);
  }

  /** Tells this install from others that might use the same storage, and says nothing of the master key. */
  get mark(): string {
    return `own_${createHmac('sha256', this.masterKey).update('owner of a storage').digest('hex').slice(0, 32)}`;
  }

  get #nowMs(): number {
    return this.clock.now().getTime();
  }

  #sealWith(tenantId: string, wrapping: WrappingKey): WrappingKey {
    this.#sealing.set(tenantId, { ...wrapping, untilMs: this.#nowMs + KNOWN_MS });
    return wrapping;
  }

  async #open(tenantId: string, { number, key: name, wrapped }: Row): Promise<Uint8Array | undefined> {
    const key = wrapped ? unwrapKey(this.masterKey, nameOf(tenantId), wrapped) : name === null ? undefined : await this.#openAt(tenantId, name);
    if (key && number === FIRST) this.#keep(nameOf(tenantId), key);
    return key;
  }

  async #openAt(tenantId: string, name: string): Promise<Uint8Array | undefined> {
    const known = this.#known(name);
    if (known) return known;
    const wrapped = await this.place.get(name);
    return wrapped && this.#keep(name, unwrapKey(this.masterKey, nameOf(tenantId), wrapped));
  }

  #known(name: string): Uint8Array | undefined {
    const known = this.#opened.get(name);
    if (known && known.untilMs > this.#nowMs) return known.key;
    this.#opened.delete(name);
    return undefined;
  }

  #keep(name: string, key: Uint8Array): Uint8Array {
    this.#opened.set(name, { key, untilMs: this.#nowMs + KNOWN_MS });
    return key;
  }

  #last(tenantId: string): Promise<Row | undefined> {
    return this.#row(tenantId, 'ORDER BY number DESC LIMIT 1');
  }

  async #row(tenantId: string, which: 'AND number = 1' | 'ORDER BY number DESC LIMIT 1'): Promise<Row | undefined> {
    const [row] = await this.database.changeAsTenant(tenantId, (run) => run<Row>({ text: `SELECT number, key, wrapped, created_at, destroyed_at FROM tenant_key WHERE tenant_id = $1 ${which}`, values: [tenantId] }));
    return row;
  }

  /** The key comes before its row, as blobs do. Of two nodes that draw it at once, the second takes what the first has written. It is no stray to anybody: a database of before that is put back does not know it, and it may open what has to stay. */
  async #draw(tenantId: string, number: number): Promise<WrappingKey> {
    const { key, wrapped } = drawKey(this.masterKey, nameOf(tenantId));
    const name = this.ids.next('tky');
    await this.place.put(name, wrapped);
    const isOurs = await this.database.changeAsTenant(tenantId, async (run) => {
      const rows = await run({ name: 'draw_tenant_key', text: 'INSERT INTO tenant_key (tenant_id, number, created_at, key) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1', values: [tenantId, number, this.clock.now(), name] });
      return rows.length === 1;
    });
    if (isOurs) return this.#sealWith(tenantId, { number, name, key });
    await this.place.remove([name]);
    return this.of(tenantId);
  }
}
