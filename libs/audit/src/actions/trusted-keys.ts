import type { KnownKey } from '../store/seal-store.js';
import { areLinked, keyIdOf, type SigningKey } from './signing-key.js';

/** Public keys by id: the one this install holds, and every one before it along the vouchings. A key that was merely put into the store is not among them. */
export const trustedKeys = (present: SigningKey, known: readonly KnownKey[]): Map<string, Buffer> => {
  const trusted = new Map([[present.id, present.publicKey]]);
  if (present.vouching) trusted.set(present.vouching.by, present.vouching.publicKey);
  const byId = new Map(known.map((key) => [key.id, key]));
  for (let key = byId.get(present.vouching?.by ?? present.id); key?.vouchedBy && key.vouching; key = byId.get(key.vouchedBy)) {
    const before = byId.get(key.vouchedBy);
    if (!before || trusted.has(before.id) || keyIdOf(before.publicKey) !== before.id || !areLinked(trusted.get(key.id)!, before.publicKey, key.vouching)) break;
    trusted.set(before.id, before.publicKey);
  }
  return trusted;
};
