import type { KnownKey } from '../store/seal-store.js';

const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

/** A public key as the offline verifiers read it. */
export const keyLine = ({ id, publicKey, vouchedBy, vouching }: KnownKey) => ({ id, public: hex(publicKey), after: vouchedBy, vouching: hex(vouching) });
