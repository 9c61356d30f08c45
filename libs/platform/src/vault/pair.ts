import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { decrypt, encrypt } from './seal.js';

const HALF_BYTES = 32;
/** What stands before the bytes of an X25519 key in DER (RFC 8410). */
const SECRET = Buffer.from('302e020100300506032b656e04220420', 'hex');
const OPEN = Buffer.from('302a300506032b656e032100', 'hex');

const secretHalf = (bytes: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([SECRET, bytes]), format: 'der', type: 'pkcs8' });
const openHalf = (bytes: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([OPEN, bytes]), format: 'der', type: 'spki' });

/** The half that seals, of the one that opens. */
export const sealingHalf = (secret: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(createPublicKey(secretHalf(secret)).export({ format: 'der', type: 'spki' }).subarray(OPEN.length));

/** A key in two halves (X25519, RFC 7748): with the one anybody seals, with the other alone it is opened. */
export const drawPair = (): { secret: Uint8Array; sealing: Uint8Array<ArrayBuffer> } => {
  const secret = randomBytes(HALF_BYTES);
  return { secret, sealing: sealingHalf(secret) };
};

/** Bound to both halves that agreed, as in HPKE (RFC 9180), and to what it is for. */
const agreed = (own: Uint8Array, other: Uint8Array, halves: readonly Uint8Array[], name: string): Uint8Array => {
  const shared = diffieHellman({ privateKey: secretHalf(own), publicKey: openHalf(other) });
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat(halves), name, HALF_BYTES));
};

/** Bytes for whoever has the secret half. `name` is bound to them. */
export const sealFor = (sealing: Uint8Array, bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> => {
  const once = drawPair();
  return new Uint8Array(Buffer.concat([once.sealing, encrypt(agreed(once.secret, sealing, [once.sealing, sealing], name), bytes, name)]));
};

/** Throws when the half, the name or a single bit is not what was sealed. */
export const openWith = (secret: Uint8Array, piece: Uint8Array, name: string): Buffer => {
  const once = piece.subarray(0, HALF_BYTES);
  return decrypt(agreed(secret, once, [once, sealingHalf(secret)], name), piece.subarray(HALF_BYTES), name);
};
