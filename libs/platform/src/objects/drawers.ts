import type { Clock, Ids } from '@inkproof/kernel';
import type { Database, Run, Statement } from '../database/database.js';
import { decrypt, drawKey, encrypt, unseal, unwrapKey } from '../vault/seal.js';
import type { TenantKeys } from './tenant-keys.js';

/** What a row keeps sealed: in a drawer, or of before there were drawers, with its wrapped key beside it. */
export interface SealedColumns {
  sealed: Uint8Array | null;
  sealedKey: Uint8Array | null;
}

/** Whose drawers belong to no tenant and to nobody else. */
export const PROVIDER = 'provider';
const isPerson = (owner: string): boolean => owner.startsWith('per_');
/** Only tenants have a key of their own; whatever else lies in drawers is wrapped by the master key. */
const isTenant = (owner: string): boolean => owner !== PROVIDER && !isPerson(owner);
/** So long, and of so many, a node may hold the opened key. Rows say what there is to open. */
const KNOWN_MS = 60_000;
const KNOWN_MOST = 2_000;

/** A drawer whose key is at hand. Each thing in it is bound to its own name. */
export class OpenDrawer {
  constructor(readonly key: Uint8Array) {}

  seal(name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return encrypt(this.key, bytes, name);
  }

  open(name: string, sealed: Uint8Array): Buffer {
    return decrypt(this.key, sealed, name);
  }
}

interface Known {
  drawer: OpenDrawer;
  untilMs: number;
}

/**
 * Keys for what rows keep sealed: one for everything of one job or one request, one for what goes on the same day. They lie
 * where all keys lie, wrapped by the tenant's key or, for what is the provider's or one person's, by the master key. Taking a drawer away makes
 * noise of everything that was ever in it, in older copies of the database too.
 */
export class Drawers {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly keys: TenantKeys,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** A new one, for somebody's own act: its key lies there already, and `row` is to be written in the transaction. */
  async lay(owner: string, name: string): Promise<{ drawer: OpenDrawer; row: Statement }> {
    const { key, wrapped, wrappedBy } = isTenant(owner) ? await this.keys.drawKey(owner, name) : { ...drawKey(this.keys.masterKey, name), wrappedBy: 0 };
    const at = this.ids.next('blb');
    await this.keys.place.put(at, wrapped);
    const row: Statement = {
      name: 'add_drawer',
      // Nobody destroys the tenant's key while this goes on, and nothing is written under a key that was destroyed.
      text: `INSERT INTO drawer (key, owner, name, created_at, wrapped_by) SELECT $1::text, $2::text, $3::text, $4::timestamptz, $5::int
             WHERE $5::int = 0 OR EXISTS (SELECT FROM tenant_key k WHERE k.tenant_id = $2 AND k.number = $5 AND k.destroyed_at IS NULL FOR SHARE) ON CONFLICT DO NOTHING`,
      values: [at, owner, name, this.clock.now(), wrappedBy],
      ifNone: () => this.keys.replaced(owner),
    };
    return { drawer: this.#keep(owner, name, new OpenDrawer(key)), row };
  }

  /** The drawer of that name, drawn when there is none. Not for names that an open transaction has just added. */
  async of(owner: string, name: string, knownMs = KNOWN_MS): Promise<OpenDrawer> {
    const there = await this.find(owner, name, knownMs);
    if (there) return there;
    const { row } = await this.lay(owner, name);
    this.#known.delete(placeOf(owner, name));
    // Of two who draw it at once the second takes what the first has written, and its own key is a stray.
    await this.#speaking(owner, (run) => run({ ...row, ifNone: undefined }));
    const drawn = await this.find(owner, name, knownMs);
    if (!drawn) throw this.keys.replaced(owner);
    return drawn;
  }

  /** Undefined where there is none, or none any more. */
  async find(owner: string, name: string, knownMs = KNOWN_MS): Promise<OpenDrawer | undefined> {
    const known = this.#known.get(placeOf(owner, name));
    if (known && known.untilMs > this.clock.now().getTime()) return known.drawer;
    const [row] = await this.#speaking(owner, (run) => run<{ key: string }>({ name: 'find_drawer', text: 'SELECT key FROM drawer WHERE owner = $1 AND name = $2', values: [owner, name] }));
    const wrapped = row && (await this.keys.place.get(row.key));
    const key = wrapped && (isTenant(owner) ? await this.keys.unwrap(owner, name, wrapped) : unwrapKey(this.keys.masterKey, name, wrapped));
    return key && this.#keep(owner, name, new OpenDrawer(key), knownMs);
  }

  /** Opens what rows of one drawer keep, by the name each is bound to. Undefined where nothing is kept, or nothing opens it any more. */
  async reader(owner: string, name: string, knownMs = KNOWN_MS): Promise<(of: string, row: SealedColumns) => Buffer | undefined> {
    const drawer = await this.find(owner, name, knownMs);
    const first = drawer || !isTenant(owner) ? undefined : await this.keys.first(owner);
    return (of, { sealed, sealedKey }) => {
      if (sealed && sealedKey) return unsealOfBefore([this.keys.masterKey, ...(first ? [first] : [])], of, { sealed, sealedKey });
      return sealed ? drawer?.open(of, sealed) : undefined;
    };
  }

  /** For somebody's own act: nothing of these can be opened after it, and their keys are taken away right after it. Names of none are passed over. */
  async destroy(run: Run, owner: string, names: readonly string[]): Promise<{ name: string; key: string }[]> {
    for (const name of names) this.#known.delete(placeOf(owner, name));
    return run({ name: 'destroy_drawers', text: 'DELETE FROM drawer WHERE owner = $1 AND name = ANY($2) RETURNING name, key', values: [owner, names] });
  }

  #keep(owner: string, name: string, drawer: OpenDrawer, knownMs = KNOWN_MS): OpenDrawer {
    const nowMs = this.clock.now().getTime();
    for (const [place, { untilMs }] of this.#known) {
      if (untilMs > nowMs && this.#known.size < KNOWN_MOST) break;
      this.#known.delete(place);
    }
    this.#known.set(placeOf(owner, name), { drawer, untilMs: nowMs + knownMs });
    return drawer;
  }

  /** The same for those of all days, by what they are for. */
  async destroyDays(run: Run, owner: string, purpose: string): Promise<{ name: string; key: string }[]> {
    return run({ name: 'destroy_days', text: `DELETE FROM drawer WHERE owner = $1 AND name LIKE $2 || ' ____-__-__' RETURNING name, key`, values: [owner, purpose] });
  }

  #speaking<Result>(owner: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    if (owner === PROVIDER) return this.database.changeAsProvider(work);
    return isPerson(owner) ? this.database.changeAsPerson(owner, work) : this.database.changeAsTenant(owner, work);
  }
}

/** By the first of the keys that opens it. */
const unsealOfBefore = (keys: readonly Uint8Array[], of: string, row: { sealed: Uint8Array; sealedKey: Uint8Array }): Buffer | undefined => {
  for (const key of keys) {
    try {
      return unseal(key, of, row);
    } catch {
      // Another has wrapped it.
    }
  }
  return undefined;
};

const placeOf = (owner: string, name: string): string => `${owner} ${name}`;
