import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressOf, TOKEN_DIGITS } from '../model/mail-address.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BITS = 5;

const digitsOf = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: TOKEN_DIGITS }, (_, at) => ALPHABET[parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2)]).join('');
};

/** Who may answer which ticket by mail, in the address itself: a keyed hash of both, so there is nothing to keep and nothing to guess. */
export class MailTokens {
  readonly #key: Buffer;

  constructor(
    masterKey: Uint8Array,
    /** The address that people write to. */
    readonly desk: string,
  ) {
    this.#key = createHmac('sha256', masterKey).update('answers to tickets by mail').digest();
  }

  addressFor(ticketId: string, email: string): string {
    return addressOf(this.desk, ticketId, this.#token(ticketId, email));
  }

  isOf(token: string, ticketId: string, email: string): boolean {
    return timingSafeEqual(Buffer.from(token), Buffer.from(this.#token(ticketId, email)));
  }

  #token(ticketId: string, email: string): string {
    return digitsOf(createHmac('sha256', this.#key).update(`${ticketId}\n${email.toLowerCase()}`).digest());
  }
}
