import { keyedHash } from './secret-hash.js';

/** A code is stored as one person's: the same one drawn for somebody else has another hash. */
export const recoveryHash = (pepper: string, personId: string, code: string): string => keyedHash(pepper, `recovery ${personId} ${code}`);
