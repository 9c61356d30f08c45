import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What a wrapped key weighs. */
export const WRAPPED_BYTES = NONCE_BYTES + TAG_BYTES + KEY_BYTES;

/** Bytes under a data key of their own, and that key wrapped by another: a tenant's, or the master key. Without the second the first is noise. */
export interface Sealed {
  sealed: Uint8Array<ArrayBuffer>;
  sealedKey: Uint8Array<ArrayBuffer>;
}

/** Nonce, tag and ciphertext in one piece. `name` is bound to it, so that one object cannot be passed off as another. */
export const encrypt = (key: Uint8Array, bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
};

/** Throws when the key, the name or a single bit is not what it was made of. */
export const decrypt = (key: Uint8Array, piece: Uint8Array, name: string): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, piece.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(name)).setAuthTag(piece.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(piece.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
};

/** A new key, and the same wrapped for that name. */
export const drawKey = (wrappingKey: Uint8Array, name: string): { key: Uint8Array; wrapped: Uint8Array<ArrayBuffer> } => {
  const key = randomBytes(KEY_BYTES);
  return { key, wrapped: wrapKey(wrappingKey, name, key) };
};

export const wrapKey = (wrappingKey: Uint8Array, name: string, key: Uint8Array): Uint8Array<ArrayBuffer> => encrypt(wrappingKey, key, name);

/** Throws when it was wrapped by another key or for another name. */
export const unwrapKey = (wrappingKey: Uint8Array, name: string, wrapped: Uint8Array): Uint8Array => decrypt(wrappingKey, wrapped, name);

/** Seals bytes for the object of that name. AES-256-GCM (NIST SP 800-38D), 96-bit random nonces, one data key an object. */
export const seal = (wrappingKey: Uint8Array, name: string, bytes: Uint8Array): Sealed => {
  const { key, wrapped } = drawKey(wrappingKey, name);
  return { sealed: encrypt(key, bytes, name), sealedKey: wrapped };
};

/** Throws when the key, the name or a single bit is not what was sealed. */
export const unseal = (wrappingKey: Uint8Array, name: string, { sealed, sealedKey }: { sealed: Uint8Array; sealedKey: Uint8Array }): Buffer => decrypt(unwrapKey(wrappingKey, name, sealedKey), sealed, name);
