import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '@inkproof/kernel';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_DIGITS = 26;
const TOKEN_DIGITS = 20;
/** No id begins with it, and so no address of a ticket. */
const MARK = 'u';

const split = (address: string): [local: string, domain: string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
};

/**
 * Where a mail comes back to that did not arrive: `support+u<mail><token>@…`. Which mail it was stands there in the open;
 * the token, made of it under a key of ours, is what nobody can make up who was not written to.
 */
export class ReturnAddress {
  readonly #key: Buffer;
  readonly #local: string;
  readonly #domain: string;
  readonly #form: RegExp;

  constructor(masterKey: Uint8Array, /** The address at which mail comes in. */ desk: string) {
    this.#key = createHmac('sha256', masterKey).update('mail that comes back').digest();
    [this.#local, this.#domain] = split(desk);
    this.#form = new RegExp(`^\\+${MARK}([${DIGITS}]{${ID_DIGITS}})([${DIGITS}]{${TOKEN_DIGITS}})$`);
  }

  of(id: Id<'mal'>): string {
    return `${this.#local}+${MARK}${id.slice('mal_'.length)}${this.#token(id)}@${this.#domain}`;
  }

  /** Whose return address it is; undefined when it is none, or was made up. Mail servers may change the case of letters. */
  mailAt(address: string): Id<'mal'> | undefined {
    const [local, domain] = split(address);
    if (domain !== this.#domain || !local.startsWith(this.#local)) return undefined;
    const [, digits, token] = this.#form.exec(local.slice(this.#local.length)) ?? [];
    const id = `mal_${digits}` as const;
    return token !== undefined && timingSafeEqual(Buffer.from(token), Buffer.from(this.#token(id))) ? id : undefined;
  }

  #token(id: string): string {
    return Array.from(createHmac('sha256', this.#key).update(id).digest().subarray(0, TOKEN_DIGITS), (byte) => DIGITS[byte % DIGITS.length]).join('');
  }
}
