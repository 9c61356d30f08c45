import { createHash } from 'node:crypto';

export const COMMITMENT_SALT_BYTES = 32;

/**
 * What a tenant posts of material that it keeps: SHA-256 over a salt of 32 random bytes followed by the bytes of the
 * material. The salt keeps anybody from checking a guess; the fixed length keeps the two apart. See docs/commitments.md.
 */
export const commitmentOf = (salt: Uint8Array, material: Uint8Array): Uint8Array<ArrayBuffer> => {
  if (salt.length !== COMMITMENT_SALT_BYTES) throw new RangeError(`The salt of a commitment has ${COMMITMENT_SALT_BYTES} bytes`);
  return new Uint8Array(createHash('sha256').update(salt).update(material).digest());
};
