/** How many are drawn at once. */
export const RECOVERY_CODES = 10;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 10;

/** How many random bytes one code is drawn from. */
export const RECOVERY_CODE_BYTES = CHARACTERS;

/** Fifty bits in Crockford's base 32, which a person can copy by hand: no guess against a throttle finds one. */
export const recoveryCode = (random: Uint8Array): string => Array.from(random.subarray(0, CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** In two halves, as it is shown. */
export const shownCode = (code: string): string => `${code.slice(0, CHARACTERS / 2)}-${code.slice(CHARACTERS / 2)}`;
