import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { signable } from '../model/checkpoint.js';

/** What stands before 32 bytes of Ed25519 in DER (RFC 8410), for a private and for a public key. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

const privateOf = (seed: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
const publicOf = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);

export const keyIdOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

export const isSignedBy = (publicKey: Uint8Array, text: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(text), createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' }), signature);

const SIGNATURE_BYTES = 64;

/** Whether both keys said that one follows the other. */
export const areLinked = (key: Uint8Array, after: Uint8Array, vouching: Uint8Array): boolean => {
  const text = signable('succession', { v: 1, key: keyIdOf(key), after: keyIdOf(after) });
  return isSignedBy(after, text, vouching.subarray(0, SIGNATURE_BYTES)) && isSignedBy(key, text, vouching.subarray(SIGNATURE_BYTES));
};

/** The key this install signs with, and how it came to follow the one before. */
export class SigningKey {
  readonly id: string;
  readonly publicKey: Buffer;
  /** That it follows the key before, signed by that one and then by this one, so that trust in either reaches the other. Null where the operator names none. */
  readonly vouching: { by: string; publicKey: Buffer; signature: Buffer } | null = null;
  readonly #private: KeyObject;

  /** @param seeds the present key first, then the one before it, if it was changed */
  constructor([present, before]: readonly Uint8Array[]) {
    this.#private = privateOf(present!);
    this.publicKey = publicOf(this.#private);
    this.id = keyIdOf(this.publicKey);
    const former = before && privateOf(before);
    const formerPublic = former && publicOf(former);
    if (!former || !formerPublic) return;
    const by = keyIdOf(formerPublic);
    const text = Buffer.from(signable('succession', { v: 1, key: this.id, after: by }));
    this.vouching = { by, publicKey: formerPublic, signature: Buffer.concat([sign(null, text, former), sign(null, text, this.#private)]) };
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.#private);
  }
}
