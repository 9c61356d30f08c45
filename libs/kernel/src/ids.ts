import { SystemClock, type Clock } from './clock.js';

/** An identifier that says what it identifies: `key_…` is an API key, `ten_…` a tenant. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

export abstract class Ids {
  abstract next<Prefix extends string>(prefix: Prefix): Id<Prefix>;

  /** All of it by chance and none of it by age, for what somebody may try to guess: 130 bits. */
  abstract unguessable<Prefix extends string>(prefix: Prefix): Id<Prefix>;
}

/** Crockford's base 32: no I, L, O or U, so that an id read aloud is heard right. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;
const ALL_DIGITS = TIME_DIGITS + RANDOM_DIGITS;

const digits = (value: number, count: number): string => {
  let text = '';
  for (let rest = value, i = 0; i < count; i++, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  return text;
};

const byChance = (random: Uint8Array): string => {
  let text = '';
  for (const byte of random) text += ALPHABET[byte % 32];
  return text;
};

/**
 * 48 bits of milliseconds, then 80 random bits, in lower-case base 32: 26 characters that sort by age.
 * Two ids of one millisecond have no order between them; nothing here relies on one.
 */
export const sortableId = (atMs: number, random: Uint8Array): string =>
  digits(atMs, TIME_DIGITS) + byChance(random.subarray(0, RANDOM_DIGITS));

/** So many ids have their chance drawn at once: drawing costs as much for one as for all of them, and every call makes half a dozen. */
const DRAWN_AT_ONCE = 64;

export class SortableIds extends Ids {
  readonly #drawn = new Uint8Array(RANDOM_DIGITS * DRAWN_AT_ONCE);
  #spent = this.#drawn.length;

  constructor(private readonly clock: Clock = new SystemClock()) {
    super();
  }

  next<Prefix extends string>(prefix: Prefix): Id<Prefix> {
    return `${prefix}_${sortableId(this.clock.now().getTime(), this.#draw())}`;
  }

  unguessable<Prefix extends string>(prefix: Prefix): Id<Prefix> {
    return `${prefix}_${byChance(crypto.getRandomValues(new Uint8Array(ALL_DIGITS)))}`;
  }

  /** Bytes that no id had before. */
  #draw(): Uint8Array {
    if (this.#spent === this.#drawn.length) {
      crypto.getRandomValues(this.#drawn);
      this.#spent = 0;
    }
    const from = this.#spent;
    this.#spent += RANDOM_DIGITS;
    return this.#drawn.subarray(from, this.#spent);
  }
}

/** Ids for specs: `key_1`, `key_2`, counted for each prefix by itself. */
export class CountingIds extends Ids {
  readonly #counts = new Map<string, number>();

  next<Prefix extends string>(prefix: Prefix): Id<Prefix> {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}_${count}`;
  }

  unguessable<Prefix extends string>(prefix: Prefix): Id<Prefix> {
    return this.next(prefix);
  }
}
