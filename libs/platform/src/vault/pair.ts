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

/** What the two of them agree upon. */
const shared = (own: Uint8Array, other: Uint8Array): Buffer => diffieHellman({ privateKey: secretHalf(own), publicKey: openHalf(other) });

/** A key for each name, bound to both halves that agreed, as in HPKE (RFC 9180). */
const keyFor = (agreed: Uint8Array, halves: Uint8Array, name: string): Uint8Array => new Uint8Array(hkdfSync('sha256', agreed, halves, name, HALF_BYTES));

/** Seals for whoever has the secret half; `name` is bound to the bytes. The half of the sender is drawn once, as agreeing is what costs: each name has a key of its own all the same. */
export const sealerFor = (sealing: Uint8Array): ((bytes: Uint8Array, name: string) => Uint8Array<ArrayBuffer>) => {
  const once = drawPair();
  const [agreed, halves] = [shared(once.secret, sealing), Buffer.concat([once.sealing, sealing])];
  return (bytes, name) => new Uint8Array(Buffer.concat([once.sealing, encrypt(keyFor(agreed, halves, name), bytes, name)]));
};

/** Throws when the half, the name or a single bit is not what was sealed. */
export const openWith = (secret: Uint8Array, piece: Uint8Array, name: string): Buffer => {
  const once = piece.subarray(0, HALF_BYTES);
  return decrypt(keyFor(shared(secret, once), Buffer.concat([once, sealingHalf(secret)]), name), piece.subarray(HALF_BYTES), name);
};
