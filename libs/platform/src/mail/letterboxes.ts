import { DAY_MS, type Clock, type Ids } from '@inkproof/kernel';
import type { Run } from '../database/database.js';
import type { TenantKeys } from '../objects/tenant-keys.js';
import { drawPair, openWith, sealerFor } from '../vault/pair.js';
import { decrypt, encrypt, unwrapKey, wrapKey } from '../vault/seal.js';

export const contents = ['words', 'addresses'] as const;
/** What mails say is over when they are settled; whom they went to is told for a month. */
export type Contents = (typeof contents)[number];

/** So long a node may hold what opens one: mails go on while the place of the keys is away for less. */
const KNOWN_MS = 60 * 60 * 1_000;

/** The end of the day of an instant, as all nodes reckon days. */
export const endOfDay = (at: Date): Date => new Date((Math.floor(at.getTime() / DAY_MS) + 1) * DAY_MS);

/** A letterbox that takes what is written now. What opens it is not known here. */
export class Slot {
  readonly #seal: ReturnType<typeof sealerFor>;

  constructor(
    readonly key: string,
    sealing: Uint8Array,
  ) {
    this.#seal = sealerFor(sealing);
  }

  seal(name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return this.#seal(bytes, name);
  }
}

/** Opens what lies in a letterbox. Undefined where what opens it is gone. */
export type OpenLetterboxes = (key: string, name: string, sealed: Uint8Array) => Buffer | undefined;

/**
 * Where mails wait. They are written in the transactions of others and on every kind of node, so what seals them lies in the
 * database, for everybody. What opens them lies where all keys lie, and goes when the mails of the day are over: then they are
 * noise in older copies of the database too.
 */
export class Letterboxes {
  readonly #known = new Map<string, { secret: Uint8Array; untilMs: number }>();

  constructor(
    private readonly keys: TenantKeys,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** For what is written in somebody's own transaction. Where none was put up beforehand it is done there: that takes a file, and no other connection. */
  async open(run: Run): Promise<Record<Contents, Slot>> {
    const now = this.clock.now();
    const rows = await run<{ holds: Contents; key: string; slot: Uint8Array }>({ name: 'find_letterboxes', text: 'SELECT DISTINCT ON (holds) holds, key, slot FROM letterbox WHERE closes_at > $1::timestamptz ORDER BY holds, closes_at, key', values: [now] });
    const found = new Map(rows.map(({ holds, key, slot }) => [holds, new Slot(key, decrypt(this.keys.masterKey, slot, key))]));
    const [words, addresses] = [found.get('words') ?? (await this.putUp(run, 'words', endOfDay(now))), found.get('addresses') ?? (await this.putUp(run, 'addresses', endOfDay(now)))];
    return { words, addresses };
  }

  async putUp(run: Run, holds: Contents, closesAt: Date): Promise<Slot> {
    const { secret, sealing } = drawPair();
    const key = this.ids.next('blb');
    await this.keys.place.put(key, wrapKey(this.keys.masterKey, key, secret));
    // Sealed as well, though it is no secret: whoever writes in the database alone could put up a letterbox of their own.
    await run({ name: 'put_up_letterbox', text: 'INSERT INTO letterbox (key, holds, slot, created_at, closes_at) VALUES ($1, $2, $3, $4::timestamptz, $5::timestamptz)', values: [key, holds, encrypt(this.keys.masterKey, sealing, key), this.clock.now(), closesAt] });
    return new Slot(key, sealing);
  }

  /** What opens these, as far as it is there. */
  async opening(keys: readonly string[]): Promise<OpenLetterboxes> {
    const secrets = new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, await this.#secret(key)] as const)));
    return (key, name, sealed) => {
      const secret = secrets.get(key);
      return secret && openWith(secret, sealed, name);
    };
  }

  isThere(key: string): Promise<boolean> {
    return this.keys.place.exists(key);
  }

  async #secret(key: string): Promise<Uint8Array | undefined> {
    const nowMs = this.clock.now().getTime();
    for (const [name, { untilMs }] of this.#known) if (untilMs <= nowMs) this.#known.delete(name);
    const known = this.#known.get(key);
    if (known) return known.secret;
    const wrapped = await this.keys.place.get(key);
    if (!wrapped) return undefined;
    const secret = unwrapKey(this.keys.masterKey, key, wrapped);
    this.#known.set(key, { secret, untilMs: nowMs + KNOWN_MS });
    return secret;
  }
}
